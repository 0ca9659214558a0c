import type { DemoThread } from '../types.js';

export const dongLinhGroupThreads = [
  {
    key: 'hai-noi-mot-so',
    kind: 'question',
    audience: 'noi-bo-dong-linh',
    topic: 'chinh-phu-so',
    title: 'Sở làm việc hai trụ sở cách nhau 61 km, họp giao ban luân phiên hay trực tuyến hẳn?',
    text: 'Bảy tháng qua tôi đếm: 29 cuộc giao ban, 17 cuộc phải đi xe, mỗi cuộc mất trung bình 2 giờ 40 phút trên đường cho 11 người. Trực tuyến thì anh em bên kia bảo "nghe câu được câu chăng, quyết rồi mới biết". Phòng mình chọn cách nào cho quý tới? Nhờ mọi người nói trước thứ Sáu để tôi trình anh Giám đốc.',
    author: 'mai-xuan-tho',
    when: { daysAgo: 4, at: '16:09' },
    helpful: 3,
    meToo: [],
    state: 'open',
    answers: [
      {
        author: 'vu-thi-hanh',
        when: { daysAgo: 4, at: '17:03' },
        text: 'Trực tuyến, nhưng người chủ trì ngồi một mình một máy như mọi người. Hiện giờ một bên ngồi cả phòng với nhau nên bên kia thành khán giả.',
        helpful: 3,
      },
      {
        author: 'tran-dinh-khoi',
        when: { daysAgo: 3, at: '08:24' },
        text: 'Trung tâm giữ mỗi tháng một cuộc gặp mặt, còn lại trực tuyến 25 phút. Hơn 25 phút là tôi tự ngắt',
        helpful: 2,
      },
    ],
  },
  {
    key: 'tong-hop-bao-cao-quy',
    kind: 'question',
    audience: 'noi-bo-dong-linh',
    topic: 'chuyen-doi-so-quoc-gia',
    title: 'Báo cáo quý gửi 7 nơi, 7 mẫu, hạn khác nhau: ai trong Sở đang gom?',
    text: 'Kê ra thì quý này phòng tôi làm 7 báo cáo, chung nhau 83 trong 131 số liệu. Tôi muốn gom một bảng số gốc, ai cần thì trích, nhưng không biết trung tâm và phòng Kế hoạch có đang làm việc tương tự. Ai giữ bảng nào, nhờ ghi vào đây giúp tôi.',
    author: 'vu-thi-hanh',
    when: { daysAgo: 10, at: '08:11' },
    helpful: 2,
    meToo: ['ttcds-dong-linh'],
    state: 'open',
    answers: [
      {
        author: 'phung-thi-thu-tra',
        when: { daysAgo: 9, at: '10:37' },
        text: 'Bên trung tâm em giữ phần dịch vụ công, 36 số, tự chạy ra mồng 3 hằng tháng. Chị lấy được ngay.',
        helpful: 3,
      },
      {
        author: 'mai-xuan-tho',
        when: { daysAgo: 9, at: '14:45' },
        text: 'Phần hạ tầng tôi giữ nhưng là tệp trên máy cá nhân, nói thật. Tuần này đưa lên chỗ chung.',
        helpful: 2,
      },
    ],
  },
] satisfies DemoThread[];
