import type { DemoThread } from '../types.js';

/** What moderators took out of sight. */
export const putAwayThreads = [
  {
    key: 'buoi-gioi-thieu-mot-cua',
    kind: 'discussion',
    audience: 'members',
    topic: 'dich-vu-cong-truc-tuyen',
    title: 'Trân trọng mời các đơn vị dự buổi giới thiệu phần mềm một cửa phiên bản mới',
    text: 'Công ty chúng tôi tổ chức buổi giới thiệu vào sáng thứ Tư tuần tới, có 37 suất quà cho đơn vị đăng ký sớm và mức giảm 13 % khi ký trong quý. Xin mỗi đơn vị cử 2 cán bộ, gửi giúp danh sách kèm số điện thoại để bên tôi gọi xác nhận.',
    author: 'lam-to-uyen',
    when: { daysAgo: 9, at: '10:17' },
    helpful: 0,
    meToo: [],
    state: 'hidden',
    hidden: {
      by: 'pham-thi-hoai-thuong',
      reason: 'Bài quảng cáo, xin số điện thoại của cán bộ: trái quy tắc ứng xử.',
      when: { daysAgo: 9, at: '14:32' },
    },
    answers: [],
  },
] satisfies DemoThread[];
