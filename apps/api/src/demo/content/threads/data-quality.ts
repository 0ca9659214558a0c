import type { DemoThread } from '../types.js';

export const dataQualityThreads = [
  {
    key: 'ma-xa-moi-bang-cu',
    kind: 'question',
    audience: 'members',
    topic: 'du-lieu',
    title: 'Danh mục xã đổi mã, 17 bảng thống kê năm cũ không còn cộng lại được',
    text: 'Tỉnh có 187 xã cũ thành 64 xã mới, trong đó 5 xã bị cắt đôi cho hai nơi. Bảng năm 2024 theo mã cũ, 2025 nửa này nửa kia, 2026 theo mã mới. Lãnh đạo hỏi một câu rất đơn giản: dân số trong độ tuổi đi học của xã mới tăng hay giảm, và tôi không trả lời được. Quy đổi năm cũ sang mã mới thì 5 xã cắt đôi chia theo dân, theo diện tích hay bỏ trống? Tháng sau nộp niên giám.',
    author: 'trieu-thi-may',
    when: { daysAgo: 5, at: '09:14' },
    context: { tried: 'Đã thử chia theo diện tích: một xã ra thừa 1.109 người.', needByInDays: 25 },
    helpful: 5,
    meToo: ['ttcds-thanh-van', 'ttcds-hai-lam'],
    state: 'open',
    answers: [],
  },
  {
    key: 'so-dien-thoai-trung',
    kind: 'question',
    audience: 'public',
    topic: 'du-lieu',
    title: 'Một số điện thoại đứng tên 43 hồ sơ: làm sạch thế nào mà không chặn oan?',
    text: 'Kho dữ liệu người nộp hồ sơ của trung tâm có 128.417 hồ sơ, tôi gom theo số điện thoại thì 9.306 hồ sơ dùng chung số. Có số của văn phòng dịch vụ, có số của ông trưởng thôn, có số cán bộ một cửa đã nghỉ từ năm kia vẫn nhận tin nhắn của dân (ông ấy gọi lên kêu). Chặn theo ngưỡng thì oan, không chặn thì tin nhắn đi nhầm. Chỗ nào đã dọn rồi cho em xin ngưỡng',
    author: 'quach-thi-lua',
    when: { daysAgo: 88, at: '14:02' },
    helpful: 6,
    meToo: ['hcc-phu-giang', 'hcc-dong-linh', 'hcc-nam-phong'],
    state: 'resolved',
    answers: [
      {
        author: 'hua-thi-my-le',
        when: { daysAgo: 88, at: '16:16' },
        text: 'Bên em là doanh nghiệp làm phần mềm loại này, nói để chị biết. Ngưỡng nào cũng oan. Nên gửi một tin hỏi xác nhận cho đúng 9.306 hồ sơ đó, ai không trả lời thì lần nộp tới hỏi lại tại quầy.',
        helpful: 4,
      },
      {
        author: 'pham-gia-lam',
        when: { daysAgo: 87, at: '20:26' },
        text: 'Em dọn 7.148 cái rồi. Chia ba nhóm: số xuất hiện ở trên 19 hồ sơ thì gọi điện, 4 đến 19 thì nhắn tin, 2 đến 3 thì kệ vì thường là vợ chồng. Nhóm đầu chỉ 61 số, gọi hai buổi chiều.',
        helpful: 13,
        accepted: { by: 'quach-thi-lua', when: { daysAgo: 86, at: '08:11' } },
      },
    ],
  },
  {
    key: 'ai-la-chu-du-lieu',
    kind: 'question',
    audience: 'state',
    topic: 'du-lieu',
    title: 'Hai sở cùng nhận là chủ quản danh mục cơ sở trợ giúp, số lệch nhau 11 cơ sở',
    text: 'Danh mục cơ sở trợ giúp xã hội có hai bản: bản Sở A quản lý cấp phép 214 cơ sở, bản Sở B quản lý kiểm tra 225. Cổng dữ liệu cần đúng một bản. Họp hai lần, mỗi lần ra một biên bản khác. Tôi ở giữa, không có quyền phán ai đúng. Đã có địa phương nào giao hẳn một nơi ký danh mục, nơi kia chỉ đề nghị sửa? Quyết định do ai ban hành',
    author: 'pham-gia-lam',
    when: { daysAgo: 199, at: '09:47' },
    context: { legalBasis: 'Nghị định 278/2025/NĐ-CP; Luật Dữ liệu 60/2024/QH15' },
    helpful: 5,
    meToo: ['skhcn-tan-giang', 'bdvxh-ttcntt'],
    state: 'resolved',
    answers: [
      {
        author: 'dang-hoang-phuc',
        when: { daysAgo: 198, at: '21:18' },
        text: `Giao cho nơi nào sửa được sai, không phải nơi nào có nhiều dòng hơn. Hải Lâm làm vậy:

- một sở ký danh mục, mỗi quý một lần;
- sở kia gửi đề nghị sửa, 7 ngày phải trả lời;
- lệch quá hạn thì văn phòng ủy ban gọi hai bên.

Quyết định do ủy ban tỉnh ban hành, dài trang rưỡi. Trong 11 dòng lệch của anh chắc có mấy cơ sở đã đóng cửa.`,
        helpful: 12,
        accepted: { by: 'pham-gia-lam', when: { daysAgo: 192, at: '10:33' } },
        comments: [
          {
            author: 'pham-gia-lam',
            when: { daysAgo: 192, at: '10:35' },
            text: 'Đi kiểm tận nơi: 9 trên 11 đã đóng cửa thật.',
          },
        ],
      },
    ],
  },
] satisfies DemoThread[];
