import type { DemoThread } from '../types.js';

export const architectureThreads = [
  {
    key: 'kien-truc-2024',
    kind: 'question',
    audience: 'public',
    topic: 'kien-truc',
    title: 'Kiến trúc của tỉnh ban hành 2024, nay có Khung kiến trúc tổng thể quốc gia số: cập nhật hay xây mới?',
    text: 'Tỉnh ban hành theo bản 3.0, 186 trang, chưa kịp dùng. Quyết định 3090/QĐ-BKHCN đổi cách chia lớp. Nếu chỉ lập bảng đối chiếu rồi cập nhật dần thì có qua được khi thẩm định dự án không?',
    author: 'doan-van-ky',
    when: { daysAgo: 143, at: '10:04' },
    context: { legalBasis: 'Quyết định 3090/QĐ-BKHCN; Quyết định 2568/QĐ-BTTTT' },
    helpful: 8,
    meToo: ['skhcn-thanh-van', 'skhcn-tan-giang', 'skhcn-phu-giang', 'bdvxh-ttcntt'],
    state: 'resolved',
    answers: [
      {
        author: 'nguyen-dang-khoa',
        when: { daysAgo: 143, at: '12:13' },
        text: `Trả lời nhanh từ điện thoại: lập bảng đối chiếu là được, đừng viết lại 186 trang. Tối về tôi bổ sung.

**Bổ sung tối cùng ngày.** Bảng nên có bốn cột: thành phần trong bản của tỉnh, lớp tương ứng của khung mới, khoảng trống, dự án nào sẽ lấp. Tôi đọc bản của ba tỉnh thì khoảng trống thật chỉ chừng 17 đến 22 dòng, phần lớn ở dữ liệu dùng chung. Có bảng này, người thẩm định nhìn vào dự án cụ thể sẽ hỏi đúng dòng liên quan thay vì hỏi cả quyển. Còn thẩm định có nhận hay không thì phải hỏi nơi thẩm định, tôi chỉ biết hai dự án đã qua.`,
        helpful: 16,
        accepted: { by: 'doan-van-ky', when: { daysAgo: 138, at: '09:33' } },
      },
      {
        author: 'ta-minh-duc',
        when: { daysAgo: 141, at: '08:17' },
        text: 'Thưa thầy, xin có ý khác. Thanh Vân ghép ba tỉnh, có ba bản kiến trúc, lập bảng đối chiếu cho cả ba thì ra 64 dòng mâu thuẫn lẫn nhau. Trường hợp như vậy viết mới 49 trang nhanh hơn: chúng tôi mất 11 tuần. Cập nhật dần chỉ hợp với tỉnh giữ nguyên.',
        helpful: 10,
        comments: [
          {
            author: 'nguyen-dang-khoa',
            when: { daysAgo: 141, at: '21:29' },
            text: 'Anh đúng, tôi trả lời theo trường hợp Hải Lâm. Nơi phải ghép thì 49 trang còn là quý.',
          },
        ],
      },
    ],
  },
  {
    key: 'ban-do-ung-dung',
    kind: 'question',
    audience: 'members',
    topic: 'kien-truc',
    title: 'Bản đồ 143 ứng dụng của tỉnh lạc hậu ngay tháng thứ hai, giữ cho nó sống bằng cách nào?',
    text: 'Đầu năm tôi bỏ 5 tuần đi từng sở để vẽ bản đồ ứng dụng: 143 hệ thống, 38 kết nối có tài liệu, 71 kết nối chỉ có người nhớ. Đến tháng 3 đã sai 19 chỗ vì các sở mua thêm, đổi tên, dừng mà không báo. Lãnh đạo hỏi có nên mua công cụ quản lý kiến trúc. Tôi ngờ là mua công cụ thì vẫn không ai báo. Ai đang có cách buộc các sở cập nhật mà không cần thêm người?',
    author: 'truong-thi-hong-van',
    when: { daysAgo: 29, at: '08:29' },
    helpful: 7,
    meToo: ['skhcn-dong-linh', 'ttcds-thanh-van', 'bhts-cuc-cntt'],
    state: 'open',
    answers: [
      {
        author: 'vuong-dinh-nghia',
        when: { daysAgo: 29, at: '10:48' },
        text: 'Góp từ phía giữ tiền: chúng tôi không duyệt dự toán bảo trì của hệ thống nào không có trong danh mục. Năm đầu phát hiện thêm 26 hệ thống, các đơn vị tự chạy đến khai. Không cần công cụ.',
        helpful: 19,
        comments: [
          {
            author: 'truong-thi-hong-van',
            when: { daysAgo: 29, at: '13:40' },
            text: 'Cách này hay, nhưng ở tỉnh tôi bảo trì nằm lẫn trong chi thường xuyên của từng sở, Tài chính không tách ra được. Tôi để ngỏ xem còn cách nào khác.',
          },
        ],
      },
      {
        author: 'le-nguyen-khang',
        when: { daysAgo: 22, at: '10:09' },
        text: 'Cục tôi không giữ bản đồ nữa mà giữ ba bảng đếm được: hệ thống nào còn chứng thư, còn lượt đăng nhập, còn hợp đồng. Ba bảng tự chạy ra đầu tháng, lệch nhau thì đi hỏi đúng dòng lệch. Quý trước 31 dòng. Đường nối thì vẫn mù, tôi nói thật.',
        helpful: 13,
      },
    ],
  },
] satisfies DemoThread[];
