import type { DemoThread } from '../types.js';

/** The newest questions, answered within hours: what somebody sees who looks in every morning. */
export const thisWeekThreads = [
  {
    key: 'anh-the-mo',
    kind: 'question',
    audience: 'public',
    topic: 'dich-vu-cong-truc-tuyen',
    title: 'Dân chụp giấy tờ bằng điện thoại bị mờ, 1 phần 5 hồ sơ trả lại: chặn ở đâu cho đỡ phiền?',
    text: 'Đếm hồ sơ bị trả tuần rồi: 217 hồ sơ, 44 cái chỉ vì ảnh mờ hoặc cụt góc. Dân chụp lại mất thêm hai ba ngày. Bên kỹ thuật nói tự nhận diện ảnh mờ được nhưng phải đặt làm, tháng 3 mới có. Trước mắt có mẹo gì rẻ hơn không, trên trang nộp hoặc ở quầy?',
    author: 'ngo-thi-que',
    when: { daysAgo: 2, at: '08:26' },
    helpful: 8,
    meToo: ['hcc-tan-giang', 'hcc-dong-linh', 'hcc-nam-phong', 'ttcds-phu-giang'],
    state: 'resolved',
    answers: [
      {
        author: 'le-hoang-ut',
        when: { daysAgo: 2, at: '09:11' },
        text: 'Đặt hai tấm ảnh mẫu cạnh nút tải lên, một tấm mờ gạch chéo đỏ, một tấm rõ. Em xin bên kỹ thuật làm trong một buổi chiều. Từ 38 cái một tuần còn 15',
        helpful: 14,
        accepted: { by: 'ngo-thi-que', when: { daysAgo: 1, at: '15:18' } },
      },
      {
        author: 'ho-thi-dieu-hien',
        when: { daysAgo: 2, at: '14:57' },
        text: 'Chúng tôi thì bỏ luôn việc bắt chụp hai mặt với 6 giấy tờ mà mặt sau trắng. Nửa số ảnh cụt góc là mặt sau trắng chị ạ.',
        helpful: 11,
      },
      {
        author: 'dam-quoc-thai',
        when: { daysAgo: 1, at: '10:33' },
        text: 'Kiểm thêm giới hạn dung lượng. Chỗ tôi vận hành hộ (có hợp đồng với bên đó), trang ép ảnh xuống 300 KB nên ảnh rõ mấy cũng thành mờ.',
        helpful: 9,
        comments: [
          {
            author: 'ngo-thi-que',
            when: { daysAgo: 1, at: '15:21' },
            text: 'Trang của tôi ép xuống 250. Ra là mình làm mờ ảnh của dân.',
          },
        ],
      },
    ],
  },
  {
    key: 'hop-tuan-chuyen-doi-so',
    kind: 'question',
    audience: 'members',
    topic: 'chuyen-doi-so-quoc-gia',
    title: 'Họp tổ công tác mỗi tuần 2 giờ rưỡi, có tỉnh nào rút còn nửa giờ mà việc vẫn chạy?',
    text: 'Tổ công tác chuyển đổi số của tỉnh có 23 thành viên, họp sáng thứ Ba, đọc báo cáo hết 97 phút, bàn được hai việc. Tôi vừa được giao làm thư ký. Muốn đổi nhưng chỉ có một lần để đề xuất, làm dở thì thôi luôn. Xin chương trình họp của nơi nào ngắn mà lãnh đạo không thấy thiếu',
    author: 'ta-minh-duc',
    when: { daysAgo: 1, at: '07:51' },
    helpful: 6,
    meToo: ['skhcn-hai-lam', 'skhcn-dong-linh'],
    state: 'open',
    answers: [
      {
        author: 'doan-van-ky',
        when: { daysAgo: 1, at: '08:43' },
        text: 'Gửi báo cáo chiều hôm trước, vào họp không đọc. Ai chưa đọc thì 5 phút đầu ngồi đọc im lặng. Nghe kỳ nhưng lãnh đạo tôi thích vì cũng có chỗ để đọc.',
        helpful: 10,
      },
      {
        author: 'mai-xuan-tho',
        when: { daysAgo: 1, at: '09:35' },
        text: 'Đông Lĩnh họp đứng. 26 phút. Tuần đầu các bác lớn tuổi phản đối, xin ghế, thế là còn 41 phút.',
        helpful: 12,
      },
      {
        author: 'nguyen-dang-khoa',
        when: { daysAgo: 1, at: '21:08' },
        text: 'Anh Đức đừng rút ngắn vội. Đếm trước xem hai việc bàn được ấy có cần cả 23 người không. Tôi đoán 7.',
        helpful: 8,
      },
    ],
  },
  {
    key: 'duong-day-nong-ngoai-gio',
    kind: 'question',
    audience: 'members',
    topic: 'ha-tang-dien-toan-dam-may',
    title: 'Trực hạ tầng ngoài giờ chỉ có 3 người xoay vòng, khoán tiền hay cho nghỉ bù?',
    text: 'Ba người trực, mỗi người 10 đêm một tháng, hôm sau vẫn đi làm. Nghỉ bù thì ban ngày không còn ai, khoán tiền thì kế toán tìm không ra mục chi cho người không phải biên chế trực. Anh em bắt đầu tắt điện thoại. Trung tâm nào đã có quy chế trực được Tài chính chấp nhận, cho tôi xin cái khung và con số.',
    author: 'tran-dinh-khoi',
    when: { daysAgo: 2, at: '16:38' },
    helpful: 5,
    meToo: ['ttcds-phu-giang', 'ttcds-tan-giang', 'bhts-tt-du-lieu'],
    state: 'open',
    answers: [
      {
        author: 'luong-duc-toan',
        when: { daysAgo: 2, at: '19:27' },
        text: 'Trực ở nhà 87.000 một đêm, bị gọi dậy tính thêm theo giờ. Chi từ nguồn tự chủ của trung tâm nên không qua mục lương. Không hay, nhưng anh em nghe máy.',
        helpful: 7,
      },
      {
        author: 'bui-duc-anh',
        when: { daysAgo: 1, at: '13:46' },
        text: 'Bớt cuộc gọi trước đã. Bên tôi lọc lại cảnh báo: 164 tin một đêm còn 4, vì 9 phần 10 là cảnh báo không ai cần dậy. Lúc đó mới bàn tiền thì con số nhỏ hơn nhiều.',
        helpful: 9,
      },
    ],
  },
] satisfies DemoThread[];
