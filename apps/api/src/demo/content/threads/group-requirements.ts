import type { DemoThread } from '../types.js';

export const requirementsGroupThreads = [
  {
    key: 'yeu-cau-mo-ho',
    kind: 'discussion',
    audience: 'nhom-yeu-cau',
    topic: 'thue-dich-vu-cntt',
    title: 'Mỗi bên kể một câu yêu cầu kỹ thuật đã làm cả hai bên khổ',
    text: 'Nhóm có 4 người bên bán, 4 người bên mua. Tôi bắt đầu: "Hệ thống phải đáp ứng nhanh". Câu này tốn của hai bên 7 cuộc họp, cuối cùng đo bằng đồng hồ của trưởng phòng. Xin mỗi người một câu, kèm cách viết lại. Không nêu tên đơn vị trong chuyện.',
    author: 'phan-nhat-quang',
    when: { daysAgo: 36, at: '09:58' },
    helpful: 6,
    meToo: [],
    state: 'open',
    answers: [
      {
        author: 'duong-the-hoan',
        when: { daysAgo: 36, at: '14:34' },
        text: '"Tương thích với mọi trình duyệt". Viết lại: ba trình duyệt, hai phiên bản gần nhất, ghi ngày. Tự tôi viết câu cũ nên tự nhận.',
        helpful: 5,
      },
      {
        author: 'lam-to-uyen',
        when: { daysAgo: 33, at: '10:43' },
        text: '"Dễ sử dụng". Bên em đề nghị đổi thành: người chưa dùng bao giờ nộp xong một hồ sơ mẫu trong 9 phút, thử với năm người do bên thuê chọn. Được thông qua ngay',
        helpful: 4,
      },
      {
        author: 'nguyen-thi-minh-chau',
        when: { daysAgo: 32, at: '13:17' },
        text: '"Và các chức năng khác theo đề nghị của chủ đầu tư". Câu này là của bên mua chúng tôi, có lỗi thật. Xóa, không viết lại.',
        helpful: 5,
        comments: [
          {
            author: 'phan-nhat-quang',
            when: { daysAgo: 32, at: '15:26' },
            text: 'Chị xóa câu đó là giá chào giảm được chừng 6 %, tôi nói không đùa.',
          },
        ],
      },
    ],
  },
  {
    key: 'lay-y-kien-truoc-thau',
    kind: 'question',
    audience: 'nhom-yeu-cau',
    topic: 'tai-chinh-dau-tu-cntt',
    title: 'Doanh nghiệp góp ý bản yêu cầu trước khi mời thầu: góp thế nào để không bị coi là cài điều kiện?',
    text: 'Bên tôi được một đơn vị gửi bản yêu cầu nhờ góp ý. Góp kỹ thì sợ mang tiếng cài cắm, không góp thì bản ấy sẽ khổ cả năm. Tôi muốn góp công khai, mọi bên cùng đọc. Phía cơ quan nhà nước thấy cách nào dễ ký nhất: hội thảo, đăng bản lấy ý kiến hay gửi văn bản từng nơi? Tôi cần trả lời đơn vị đó trong 9 ngày.',
    author: 'phan-nhat-quang',
    when: { daysAgo: 5, at: '08:29' },
    helpful: 4,
    meToo: ['song-xanh'],
    state: 'open',
    answers: [
      {
        author: 'duong-the-hoan',
        when: { daysAgo: 4, at: '15:37' },
        text: 'Đăng bản lấy ý kiến, để 11 ngày, ai góp cũng hiện tên. Gửi riêng từng nơi thì tôi không dám mở.',
        helpful: 5,
      },
      {
        author: 'ton-that-an',
        when: { daysAgo: 3, at: '06:27' },
        text: 'Nghỉ hưu rồi nên nói được: hồi còn làm tôi nhận cả góp ý kín lẫn công khai, cái kín nào rồi cũng có người biết. Chọn công khai cho dễ ngủ',
        helpful: 6,
      },
    ],
  },
] satisfies DemoThread[];
