import type { DemoThread } from '../types.js';

export const securityThreads = [
  {
    key: 'ai-ky-ho-so-cap-do',
    kind: 'question',
    audience: 'members',
    topic: 'an-toan-an-ninh-mang',
    title: 'Hệ thống đặt ở trung tâm dữ liệu thuê ngoài: ai ký hồ sơ đề xuất cấp độ?',
    text: 'Bên thuê là Cục, bên vận hành là doanh nghiệp, người dùng là 19 đơn vị trong Bộ. Mỗi bên hiểu "đơn vị vận hành" một kiểu. Hồ sơ cấp độ 3 làm xong nửa năm chưa ai ký. Xin mẫu phân công trách nhiệm đã dùng được.',
    author: 'trinh-quang-vinh',
    when: { daysAgo: 96, at: '09:26' },
    context: {
      legalBasis: 'Nghị định 85/2016/NĐ-CP; Luật An ninh mạng 116/2025/QH15',
      tried: 'Đã họp ba lần với doanh nghiệp vận hành.',
    },
    helpful: 8,
    meToo: ['ttcds-thanh-van', 'ttcds-phu-giang', 'bdvxh-ttcntt', 'ttcds-nam-phong'],
    state: 'resolved',
    answers: [
      {
        author: 'luu-thi-ngoc-anh',
        when: { daysAgo: 95, at: '21:15' },
        text: `Mẫu chúng tôi dùng cho hai hệ thống, gọn trong một trang và đã có người ký:

| Việc | Cục (bên thuê) | Doanh nghiệp | 19 đơn vị |
|---|---|---|---|
| Lập hồ sơ, thuyết minh phương án | Ký | Cung cấp số liệu | – |
| Vận hành, sao lưu, trực | Giám sát | Ký, chịu trách nhiệm | – |
| Cấp, thu tài khoản | Ban hành quy định | Thực hiện | Ký danh sách mỗi quý |
| Báo sự cố | Đầu mối | Báo trong 47 phút | Báo đầu mối |

Chỗ mở khóa là tách chữ "vận hành" thành hai: vận hành kỹ thuật và quản lý sử dụng. Mỗi bên chỉ ký phần mình làm nên không ai ngại nữa.

Xin lưu ý: bảng này lập khi còn theo Nghị định 85/2016 trong bối cảnh luật cũ. Sau Luật An ninh mạng 116/2025/QH15 tôi chưa thấy văn bản thay, nên trước khi trình hãy đối chiếu lại với cơ quan thẩm định.`,
        helpful: 30,
        accepted: { by: 'trinh-quang-vinh', when: { daysAgo: 88, at: '14:29' } },
        comments: [
          {
            author: 'kieu-lan-phuong',
            when: { daysAgo: 94, at: '08:39' },
            text: 'Dòng cuối của chị rất nên in đậm. Bên thẩm định của tỉnh tôi hiện chỉ nhận hồ sơ, chưa trả lời.',
          },
          {
            author: 'trinh-quang-vinh',
            when: { daysAgo: 88, at: '14:36' },
            text: 'Doanh nghiệp đã đồng ý ký dòng thứ hai. Mất nửa năm vì một chữ, cảm ơn chị.',
          },
        ],
      },
    ],
  },
  {
    key: 'danh-gia-tac-dong-kho-dung-chung',
    kind: 'question',
    audience: 'members',
    topic: 'an-toan-an-ninh-mang',
    title: 'Đánh giá tác động xử lý dữ liệu cá nhân cho kho dùng chung: một hồ sơ hay theo từng hệ thống nguồn?',
    text: 'Kho nhận dữ liệu của 9 hệ thống, 4 hệ thống thuộc đơn vị khác. Pháp chế muốn một hồ sơ, chủ quản từng hệ thống lại muốn làm riêng để rõ trách nhiệm. Căn cứ: Luật 91/2025/QH15 và Nghị định 356/2025/NĐ-CP. Đơn vị nào đã nộp xin cho biết được góp ý những gì.',
    author: 'vu-hong-quang',
    when: { daysAgo: 12, at: '13:58' },
    context: { legalBasis: 'Luật 91/2025/QH15; Nghị định 356/2025/NĐ-CP' },
    helpful: 6,
    meToo: ['bhts-tt-du-lieu', 'ttcds-nam-phong'],
    state: 'open',
    answers: [
      {
        author: 'dao-thi-thanh-huyen',
        when: { daysAgo: 10, at: '17:34' },
        text: 'Tôi là bên "Pháp chế muốn một hồ sơ" mà anh Quang nhắc, nên xin nói lý do: kho mới là nơi dữ liệu được ghép lại, rủi ro phát sinh ở chỗ ghép chứ không ở từng nguồn. Chia 9 hồ sơ thì không hồ sơ nào mô tả việc ghép. Cách dung hòa tôi đang soạn là một hồ sơ chính cho kho, kèm 9 phụ lục hai trang do từng chủ quản ký. Chưa nộp nên chưa biết có được nhận không. Nhờ @[Lưu Thị Ngọc Anh](person:luu-thi-ngoc-anh) cho ý kiến thêm về phần kỹ thuật.',
        helpful: 9,
        comments: [
          {
            author: 'luu-thi-ngoc-anh',
            when: { daysAgo: 9, at: '18:02' },
            text: 'Tôi nhận lời, trả lời trong tuần tới. Phần nhật ký truy cập của kho tôi muốn hỏi thêm anh chị vài số trước đã.',
          },
        ],
      },
    ],
  },
  {
    key: 'chu-ky-so-de-o-ban-van-thu',
    kind: 'question',
    audience: 'state',
    topic: 'an-toan-an-ninh-mang',
    title: 'Chữ ký số của chủ tịch xã để trong ngăn bàn văn thư: chấn chỉnh thế nào khi ai cũng biết?',
    text: 'Kiểm tra 17 xã thì 14 xã giao thiết bị ký số của lãnh đạo cho văn thư giữ, 5 xã dán luôn mã số ở mặt sau. Hỏi ra thì mỗi ngày phải ký chừng 60 văn bản, lãnh đạo đi họp suốt. Ra công văn nhắc nhở tôi đã ra hai lần, không đổi gì. Tôi không định kỷ luật ai, chỉ muốn biết nơi nào đã giải được bằng cách tổ chức lại việc ký.',
    author: 'kieu-lan-phuong',
    when: { daysAgo: 3, at: '16:27' },
    helpful: 10,
    meToo: ['hcc-phu-giang', 'ttcds-tan-giang', 'hcc-dong-linh', 'skhcn-hai-lam', 'ttcds-dong-linh', 'bdvxh-van-phong'],
    state: 'open',
    answers: [],
    comments: [
      {
        author: 'thach-minh-thien',
        when: { daysAgo: 2, at: '06:48' },
        text: 'Vùng em phụ trách cũng vậy, 9 trên 13 xã. Chị có kết quả cho em theo với',
      },
    ],
  },
] satisfies DemoThread[];
