import type { DemoThread } from '../types.js';

export const counterGroupThreads = [
  {
    key: 'quay-xa-gio-cao-diem',
    kind: 'question',
    audience: 'to-mot-cua',
    topic: 'dich-vu-cong-truc-tuyen',
    title: 'Sáng thứ Hai 73 người ngồi chờ, chiều thứ Năm 6 người: hẹn giờ có ai chịu đến đúng giờ không?',
    text: 'Tôi thử hẹn giờ qua tổng đài hai tháng: 412 lượt hẹn thì 188 lượt đến đúng khung, còn lại cứ tới từ 7 giờ ngồi đợi vì "đi một thể với chợ". Cán bộ thì than có hẹn mà vẫn đông. Có nơi nào hẹn được thật, hay nên xoay ca trực cho buổi sáng thứ Hai rồi thôi?',
    author: 'phan-thi-bich-ngan',
    when: { daysAgo: 53, at: '15:28' },
    helpful: 5,
    meToo: ['hcc-hai-lam', 'hcc-tan-giang'],
    state: 'resolved',
    answers: [
      {
        author: 'ngo-thi-que',
        when: { daysAgo: 53, at: '16:53' },
        text: 'Xoay ca chị ạ. Chợ phiên là luật trời.',
        helpful: 4,
      },
      {
        author: 'ha-van-thu',
        when: { daysAgo: 52, at: '07:36' },
        text: 'Chúng tôi không hẹn giờ nộp mà hẹn giờ trả. Người trả kết quả dồn vào chiều thứ Ba và thứ Năm, sáng thứ Hai còn 48 người. Không ai phản đối vì họ cũng muốn chắc là có.',
        helpful: 6,
        accepted: { by: 'phan-thi-bich-ngan', when: { daysAgo: 45, at: '10:14' } },
      },
    ],
  },
  {
    key: 'bieu-mau-chu-to',
    kind: 'discussion',
    audience: 'to-mot-cua',
    topic: 'dich-vu-cong-truc-tuyen',
    title: 'Gom biểu mẫu xã đã viết lại cho dân dễ khai, mỗi nơi góp một mẫu',
    text: 'Nhóm bàn từ mùa hè mà chưa ai gửi. Xin bắt đầu bằng cái nhỏ nhất: đơn xin xác nhận tạm trú của xã, từ 26 dòng còn 11, chữ 15. Ai có mẫu nào đã dùng với dân quá một tháng thì kể số lần dân phải hỏi lại, trước và sau. Đừng gửi mẫu đẹp mà chưa dùng.',
    author: 'ho-thi-dieu-hien',
    when: { daysAgo: 18, at: '09:24' },
    helpful: 4,
    meToo: [],
    state: 'open',
    answers: [
      {
        author: 'lo-thi-suong',
        when: { daysAgo: 17, at: '19:55' },
        text: 'Chỗ em tờ khai hỗ trợ tiền điện, viết thêm tiếng dân tộc ở mặt sau. Trước 10 người thì 7 người hỏi lại, giờ còn 2',
        helpful: 5,
      },
      {
        author: 'tran-thuy-vy',
        when: { daysAgo: 15, at: '14:37' },
        text: 'Xin nhận phần sửa câu chữ cho cả bộ, gửi tới đâu làm tới đó. Riêng mẫu của cô Sương đề nghị giữ nguyên, tôi đọc không thấy gì để sửa.',
        helpful: 5,
        comments: [
          {
            author: 'lo-thi-suong',
            when: { daysAgo: 15, at: '20:46' },
            text: 'dạ em cảm ơn chị',
          },
        ],
      },
    ],
  },
  {
    key: 'dan-khong-co-dien-thoai',
    kind: 'question',
    audience: 'to-mot-cua',
    topic: 'dich-vu-cong-truc-tuyen',
    title: 'Hai vợ chồng già không có điện thoại, hệ thống bắt nhập số mới cho nộp: nhập số ai?',
    text: 'Em hỏi việc đang nằm trên bàn ạ. Hai cụ 81 và 79 tuổi làm chế độ, không con cái ở gần, không điện thoại. Ô số điện thoại bắt buộc. Em nhập số của em thì sau này tin nhắn về em hết, mà em sắp đi học 3 tháng. Nhập số trưởng bản thì trưởng bản đã đứng tên 43 hồ sơ. Các anh chị đang làm kiểu gì',
    author: 'quach-thi-lua',
    when: { daysAgo: 2, at: '15:09' },
    helpful: 6,
    meToo: ['hcc-phu-giang', 'hcc-dong-linh'],
    state: 'open',
    answers: [
      {
        author: 'le-hoang-ut',
        when: { daysAgo: 2, at: '18:21' },
        text: 'Tụi em để số máy bàn của quầy, ghi chú "trả kết quả tại nhà, thứ Năm". Đi xe máy tới đưa luôn.',
        helpful: 4,
      },
      {
        author: 'phung-thi-thu-tra',
        when: { daysAgo: 1, at: '11:28' },
        text: 'Ô đó bắt buộc là do mình cấu hình, không phải ai ép. Tôi vừa hỏi bên kỹ thuật: bỏ dấu sao mất 5 phút, xin phép bỏ mất 16 ngày. Đang xin.',
        helpful: 4,
      },
    ],
  },
] satisfies DemoThread[];
