import type { DemoThread } from '../types.js';

/** Asked before and put together with the first one, and what grew out of another thread. */
export const putTogetherThreads = [
  {
    key: 'so-gian-doan-lay-cua-ai',
    kind: 'question',
    audience: 'members',
    topic: 'thue-dich-vu-cntt',
    title: 'Số giờ gián đoạn hai bên lệch nhau, ký nghiệm thu theo sổ của ai?',
    text: 'Sổ trực của trung tâm cộng ra 6,7 giờ, báo cáo của nhà thầu ghi 0,9 giờ. Phụ lục hợp đồng không nói lấy nguồn nào. Kho bạc hẹn hồ sơ trước thứ Sáu. Nơi nào đã gặp cảnh này xin chỉ cho cách viết biên bản.',
    author: 'nong-van-tiep',
    when: { daysAgo: 96, at: '10:41' },
    helpful: 0,
    meToo: [],
    state: 'duplicate',
    duplicateOf: 'nghiem-thu-quy',
    answers: [],
  },
  {
    key: 'anh-chup-cut-goc',
    kind: 'question',
    audience: 'public',
    topic: 'dich-vu-cong-truc-tuyen',
    title: 'Ảnh giấy tờ cụt góc, bộ phận tiếp nhận phải trả hồ sơ cho dân nhiều lần',
    text: 'Tuần này một cửa trả lại 31 hồ sơ vì ảnh chụp thiếu góc hoặc lóa đèn. Cán bộ gọi điện hướng dẫn từng người, mỗi cuộc chừng 7 phút. Có cách nào báo ngay lúc dân tải ảnh lên mà không phải thuê làm thêm phần mềm không?',
    author: 'dang-thi-tuyet-mai',
    when: { daysAgo: 1, at: '09:14' },
    helpful: 0,
    meToo: [],
    state: 'duplicate',
    duplicateOf: 'anh-the-mo',
    answers: [],
    comments: [
      {
        author: 'ngo-thi-que',
        when: { daysAgo: 1, at: '09:52' },
        text: 'Hôm qua tôi vừa hỏi đúng chuyện này, có ba câu trả lời dùng được ngay.',
      },
    ],
  },
  {
    key: 'thuong-nha-thau',
    kind: 'discussion',
    audience: 'public',
    topic: 'thue-dich-vu-cntt',
    title: 'Thưởng nhà thầu khi ít gián đoạn: chi từ mục nào, hay thưởng bằng cách khác?',
    text: 'Ngân sách không có mục thưởng, nhưng có thể thưởng bằng thứ khác: điểm uy tín khi chọn nhà thầu lần sau, hoặc thư xác nhận chất lượng có số đo kèm theo. Bên thẩm định chúng tôi không vướng hai cách ấy. Nơi nào đã làm, nhà thầu có quý không?',
    author: 'dinh-van-luc',
    when: { daysAgo: 219, at: '09:37' },
    helpful: 5,
    meToo: [],
    state: 'open',
    splitFrom: 'phat-gian-doan-mot-dong',
    answers: [
      {
        author: 'do-trung-kien',
        when: { daysAgo: 218, at: '14:23' },
        text: 'Thư xác nhận thì Nam Phong đã cấp 3 lần, có ghi số giờ gián đoạn của cả năm. Nhà thầu đóng khung treo ở sảnh, xin thêm bản tiếng Anh nữa',
        helpful: 9,
      },
    ],
  },
] satisfies DemoThread[];
