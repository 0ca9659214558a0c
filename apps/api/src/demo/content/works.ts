import type { DemoAsked, DemoJoin, DemoReview, DemoSaying, DemoVouched } from './types.js';

/** Who was asked for an answer, and how far each has come: every state of the machine. */
export const asked: readonly DemoAsked[] = [
  { thread: 'nha-thau-doi-nguoi', person: 'nguyen-thi-minh-chau', by: 'vo-thi-kim-loan', daysAgo: 2, state: 'open' },
  { thread: 'usb-cua-lanh-dao', person: 'phan-nhat-quang', by: 'luong-duc-toan', daysAgo: 1, state: 'open' },
  { thread: 'duong-truyen-xa-dao', person: 'bui-duc-anh', by: 'cao-xuan-sang', daysAgo: 2, state: 'open' },
  {
    thread: 'luu-tru-giay-to-song-song',
    person: 'tran-thuy-vy',
    by: 'ho-thi-dieu-hien',
    daysAgo: 1,
    state: 'will_answer',
  },
  { thread: 'van-ban-hai-he', person: 'mai-xuan-tho', by: 'be-van-thuan', daysAgo: 2, state: 'will_answer' },
  {
    thread: 'danh-gia-tac-dong-kho-dung-chung',
    person: 'dao-thi-thanh-huyen',
    by: 'vu-hong-quang',
    daysAgo: 12,
    state: 'answered',
  },
  {
    thread: 'danh-gia-tac-dong-kho-dung-chung',
    person: 'luu-thi-ngoc-anh',
    by: 'vu-hong-quang',
    daysAgo: 12,
    state: 'handed_on',
    to: 'trinh-quang-vinh',
  },
  {
    thread: 'danh-gia-tac-dong-kho-dung-chung',
    person: 'trinh-quang-vinh',
    by: 'luu-thi-ngoc-anh',
    daysAgo: 3,
    state: 'open',
  },
  { thread: 'ban-do-ung-dung', person: 'trieu-thi-may', by: 'truong-thi-hong-van', daysAgo: 23, state: 'not_my_field' },
  { thread: 'lech-ngay-sinh', person: 'quach-thi-lua', by: 'nguyen-hai-yen', daysAgo: 8, state: 'expired' },
];

/** Answers that an expert of the topic marked canonical; an answer is named by its thread and its author. */
export const vouched: readonly DemoVouched[] = [
  {
    thread: 'du-toan-thue-2025',
    author: 'truong-thi-hong-van',
    by: 'nguyen-thi-minh-chau',
    when: { daysAgo: 9, at: '15:41' },
  },
  {
    thread: 'phat-gian-doan-mot-dong',
    author: 'do-trung-kien',
    by: 'nguyen-thi-minh-chau',
    when: { daysAgo: 138, at: '09:06' },
  },
];

/** What readers say of answers that have grown old. */
export const sayings: readonly DemoSaying[] = [
  {
    thread: 'thue-khong-co-mau-so-sanh',
    author: 'duong-the-hoan',
    by: 'vo-thi-kim-loan',
    still: false,
    reason: 'Từ khi có Nghị định 45/2026/NĐ-CP, bên thẩm định của tỉnh tôi không nhận cách so sánh này nữa.',
    when: { daysAgo: 26, at: '10:11' },
  },
  {
    thread: 'thue-khong-co-mau-so-sanh',
    author: 'duong-the-hoan',
    by: 'truong-thi-hong-van',
    still: false,
    reason: 'Ba báo giá trong câu trả lời đều là giá trước 2026, đem nộp thì bị trả về.',
    when: { daysAgo: 5, at: '16:23' },
  },
  {
    thread: 'mot-cua-don-gia-ho-so',
    author: 'ho-thi-dieu-hien',
    by: 'mai-xuan-tho',
    still: true,
    reason: 'Đông Lĩnh vừa ký theo đúng hai mức này.',
    when: { daysAgo: 17, at: '08:52' },
  },
  {
    thread: 'chuyen-may-chu-dem-30-tet',
    author: 'dang-hoang-phuc',
    by: 'luong-duc-toan',
    still: true,
    reason: '',
    when: { daysAgo: 44, at: '14:08' },
  },
];

/** Posts that readers told the moderators of. An answer is named by its author; without one it is the question. */
export const reviews: readonly DemoReview[] = [
  {
    thread: 'buoi-gioi-thieu-mot-cua',
    flags: [
      {
        by: 'phan-thi-bich-ngan',
        reason: 'promotion',
        note: 'Mời dự buổi bán hàng.',
        when: { daysAgo: 9, at: '11:20' },
      },
      { by: 'mai-xuan-tho', reason: 'promotion', note: '', when: { daysAgo: 9, at: '13:48' } },
    ],
    decided: { by: 'pham-thi-hoai-thuong', state: 'upheld', note: 'Quảng cáo.', when: { daysAgo: 9, at: '14:32' } },
  },
  {
    thread: 'usb-cua-lanh-dao',
    author: 'lam-to-uyen',
    flags: [
      { by: 'cao-xuan-sang', reason: 'promotion', note: 'Chào giá giữa câu hỏi.', when: { daysAgo: 43, at: '08:40' } },
    ],
    decided: { by: 'pham-thi-hoai-thuong', state: 'upheld', note: 'Chào giá.', when: { daysAgo: 43, at: '09:27' } },
  },
  {
    thread: 'ty-le-nop-ho',
    author: 'thach-minh-thien',
    flags: [
      {
        by: 'bui-thi-cam-tu',
        reason: 'off_topic',
        note: 'Nói về hỗ trợ xã, không phải cách đo.',
        when: { daysAgo: 31, at: '09:58' },
      },
    ],
    decided: {
      by: 'pham-thi-hoai-thuong',
      state: 'rejected',
      note: 'Vẫn trả lời vào ý thứ hai của câu hỏi.',
      when: { daysAgo: 31, at: '15:16' },
    },
  },
  {
    thread: 'so-sanh-chi-phi-5-nam',
    author: 'chu-viet-bac',
    flags: [
      {
        by: 'truong-thi-hong-van',
        reason: 'promotion',
        note: 'Người bán đám mây tự so sánh chi phí đám mây.',
        when: { daysAgo: 2, at: '10:34' },
      },
      { by: 'do-trung-kien', reason: 'promotion', note: '', when: { daysAgo: 1, at: '08:19' } },
    ],
  },
  {
    thread: 'he-thong-da-tat',
    author: 'nong-van-tiep',
    flags: [
      {
        by: 'kieu-lan-phuong',
        reason: 'personal_data',
        note: 'Đọc là đoán ra ngay anh em phòng nào.',
        when: { daysAgo: 1, at: '15:03' },
      },
    ],
  },
];

/** Who asks to join; the first through the representative behind a sign-in link. */
export const joinRequests: readonly DemoJoin[] = [
  {
    name: 'Quàng Thị Nhớ',
    address: 'nho.quang@donglinh.example',
    title: 'Chuyên viên',
    unit: 'skhcn-dong-linh',
    note: 'Nhận việc một cửa điện tử từ đầu tháng, được anh Thọ phân công theo dõi.',
    daysAgo: 2,
  },
  {
    name: 'Trương Văn Bình An',
    address: 'an.truong@thanhvan.example',
    title: 'Phó Trưởng phòng',
    unit: 'skhcn-thanh-van',
    note: 'Cùng phòng, phụ trách dữ liệu thay người vừa nghỉ.',
    daysAgo: 3,
    askedBy: 'nong-van-tiep',
  },
  {
    name: 'Lê Thị Hoài An',
    address: 'an.le@tangiang.example',
    title: 'Chuyên viên',
    unit: 'stc-tan-giang',
    note: '',
    daysAgo: 1,
  },
];
