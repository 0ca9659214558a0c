import type { DemoThread } from '../types.js';

export const leasingThreads = [
  {
    key: 'du-toan-thue-2025',
    kind: 'question',
    audience: 'state',
    topic: 'thue-dich-vu-cntt',
    title: 'Dự toán thuê dịch vụ duyệt cuối 2025 theo NĐ 73, nay mới chọn nhà thầu: có phải lập lại không?',
    text: 'Kế hoạch thuê hệ thống thông tin giải quyết thủ tục hành chính (36 tháng) được duyệt ngày 12/12/2025 theo Nghị định 73/2019/NĐ-CP. Vì sắp xếp bộ máy nên đến nay mới làm hồ sơ mời thầu. Nghị định 45/2026/NĐ-CP đã thay thế. Bên Tài chính đề nghị làm lại từ đầu, chúng tôi cho rằng chỉ cần rà lại phần căn cứ. Đơn vị nào đã gặp thì cho biết cuối cùng cơ quan thẩm định chấp nhận cách nào, có văn bản trả lời càng tốt. Tôi chưa phát hành hồ sơ nên chỉ gửi bản kế hoạch.',
    author: 'vu-thi-hanh',
    when: { daysAgo: 19, at: '08:47' },
    context: {
      system: 'Hệ thống thông tin giải quyết thủ tục hành chính, thuê trọn gói 36 tháng',
      legalBasis: 'Nghị định 73/2019/NĐ-CP; Nghị định 45/2026/NĐ-CP',
      tried: 'Đã hỏi miệng Sở Tài chính hai lần, chưa có văn bản.',
      needByInDays: 22,
    },
    helpful: 13,
    meToo: [
      'skhcn-tan-giang',
      'skhcn-hai-lam',
      'skhcn-phu-giang',
      'ttcds-nam-phong',
      'ttcds-thanh-van',
      'bdvxh-ttcntt',
      'bhts-khtc',
    ],
    state: 'resolved',
    answers: [
      {
        author: 'duong-the-hoan',
        when: { daysAgo: 19, at: '10:22' },
        text: 'Hồi 2024 bên tôi có gói để 10 tháng rưỡi mới mời thầu, kế hoạch duyệt theo 73/2019 vẫn dùng nguyên, chỉ cập nhật giá. Căn cứ nào lúc duyệt còn đúng thì cứ thế mà làm',
        helpful: 2,
        comments: [
          {
            author: 'vo-thi-kim-loan',
            when: { daysAgo: 19, at: '14:05' },
            text: 'Lúc đó 73/2019 chưa bị thay thế anh ạ. Trường hợp của chị Hạnh là thay hẳn nghị định, không so được.',
          },
        ],
      },
      {
        author: 'truong-thi-hong-van',
        when: { daysAgo: 18, at: '09:36' },
        text: `Hải Lâm giữ kế hoạch, không lập lại. Hồ sơ giống của chị: duyệt tháng 11/2025, sang tháng 4/2026 mới mời thầu.

Chúng tôi làm một báo cáo rà soát 6 trang, gồm ba phần:

1. bảng đối chiếu từng căn cứ cũ và mới, cột cuối ghi "có làm thay đổi nội dung, giá trị hay không";
2. cam kết của chủ trì là dự toán và thời gian thuê không đổi;
3. đề nghị Sở Tài chính có ý kiến bằng văn bản.

Sở Tài chính trả lời ba dòng, không có ý kiến khác. Tổng cộng 16 ngày làm việc. Có điều gói của tôi chỉ 3,74 tỷ; gói lớn hơn thì tôi không dám chắc bên thẩm định cũng dễ như vậy. Nên hỏi bằng văn bản trước, đừng hỏi miệng.`,
        helpful: 17,
        accepted: { by: 'vu-thi-hanh', when: { daysAgo: 15, at: '16:41' } },
        comments: [
          {
            author: 'vu-thi-hanh',
            when: { daysAgo: 18, at: '11:13' },
            text: 'Cảm ơn chị. Cột cuối của bảng đối chiếu đúng là chỗ bên Tài chính hỏi tôi mà tôi chưa có.',
          },
        ],
      },
      {
        author: 'vo-thi-kim-loan',
        when: { daysAgo: 17, at: '15:58' },
        text: 'Ở chỗ tôi thì khác: Tân Giang lập lại. Lý do không hẳn vì nghị định mới mà vì sau sắp xếp số đơn vị sử dụng từ 187 còn 103, dự toán cũ sai ngay từ đầu bài. Lập lại mất 47 ngày, trong đó 29 ngày nằm ở khâu xin ý kiến. Nếu quy mô của chị không đổi thì tôi nghiêng về cách của Hải Lâm; còn nếu số người dùng đã khác thì đừng tiếc, làm lại rồi ngủ ngon.',
        helpful: 11,
        accepted: { by: 'vu-thi-hanh', when: { daysAgo: 15, at: '17:18' } },
      },
    ],
    comments: [
      {
        author: 'dinh-van-luc',
        when: { daysAgo: 16, at: '08:19' },
        text: 'Tôi ở phía Tài chính của chính tỉnh này. Nói rõ để các anh chị khỏi trách: phòng tôi chưa trả lời bằng văn bản vì chưa nhận được văn bản hỏi. Gửi kèm bảng đối chiếu như chị Vân nêu thì chúng tôi xem trong 7 ngày.',
      },
      {
        author: 'vu-thi-hanh',
        when: { daysAgo: 12, at: '16:49' },
        text: 'Đã gửi công văn chiều nay. Có kết quả tôi quay lại báo.',
      },
    ],
  },
  {
    key: 'ban-giao-tep-sao-luu',
    kind: 'question',
    audience: 'state',
    topic: 'thue-dich-vu-cntt',
    title: 'Hết hợp đồng thuê, nhà thầu chỉ bàn giao tệp sao lưu, không có mô tả dữ liệu',
    text: 'Hợp đồng ghi "bàn giao toàn bộ dữ liệu" nhưng không ghi định dạng. Tệp 1,7 TB, mở được nhưng không biết bảng nào là gì. Còn 23 ngày. Vừa cần cách gỡ, vừa xin câu chữ điều khoản để lần sau không mắc.',
    author: 'do-trung-kien',
    when: { daysAgo: 61, at: '16:12' },
    context: { system: 'Phần mềm một cửa thuê 5 năm', tried: 'Đã mời nhà thầu họp, biên bản ghi "sẽ phối hợp".' },
    helpful: 9,
    meToo: ['skhcn-dong-linh', 'ttcds-phu-giang', 'bdvxh-ttcntt'],
    state: 'resolved',
    answers: [
      {
        author: 'pham-gia-lam',
        when: { daysAgo: 61, at: '20:37' },
        text: 'Em thử trên một bản sao rồi anh Kiên: 1.143 bảng nhưng chỉ 219 bảng có dữ liệu phát sinh trong năm cuối. Làm 219 bảng này trước là chạy được việc hằng ngày, phần còn lại để tra cứu',
        helpful: 6,
      },
      {
        author: 'dang-hoang-phuc',
        when: { daysAgo: 60, at: '07:53' },
        text: `Hồi còn ở Bộ tôi gỡ một vụ tương tự trong 19 ngày, theo thứ tự này:

- Giữ tài khoản xem của phần mềm cũ thêm ít nhất hai tuần. Quan trọng hơn cả tệp sao lưu.
- Cho ba cán bộ nghiệp vụ nhập mỗi người 7 hồ sơ thử trên bản sao, ghi giờ từng bước. So bảng nào tăng dòng vào phút đó thì biết bảng nào là gì. Một buổi chiều nhận diện được 83 bảng.
- Các bảng mã (đơn vị, thủ tục, trạng thái) in ra cho bộ phận một cửa đọc, họ nhận ra nhanh hơn kỹ sư.
- Chỉ đòi nhà thầu đúng phần còn thiếu, có danh sách cụ thể, kèm hạn trả lời. Đòi "toàn bộ mô tả" thì họ sẽ gửi một tệp 400 trang không dùng được.`,
        helpful: 19,
        accepted: { by: 'do-trung-kien', when: { daysAgo: 43, at: '09:07' } },
      },
      {
        author: 'nguyen-thi-minh-chau',
        when: { daysAgo: 59, at: '11:28' },
        text: `Về điều khoản, bản chúng tôi đang dùng trong các hợp đồng mới (đã qua thẩm định hai lần, sửa theo mỗi gói):

> Trước ngày kết thúc 60 ngày, bên cho thuê bàn giao thử: (a) dữ liệu ở định dạng mở, có mô tả từng bảng, từng trường, quan hệ; (b) tệp đính kèm giữ nguyên tên và liên kết với hồ sơ; (c) số lượng bản ghi theo từng năm để đối soát. Bên thuê nạp lại được vào môi trường trống thì mới ký biên bản. Giá trị 7 % hợp đồng chỉ thanh toán sau biên bản này.

Chữ "nạp lại được" đáng giá nhất. Bỏ chữ đó thì mọi câu khác đều cãi được.`,
        helpful: 28,
        accepted: { by: 'do-trung-kien', when: { daysAgo: 43, at: '09:11' } },
        comments: [
          {
            author: 'vuong-dinh-nghia',
            when: { daysAgo: 58, at: '14:33' },
            text: 'Tỷ lệ giữ lại 7 % thì bên tôi đồng ý. Trước đó có gói đề nghị giữ 15 %, chúng tôi không nhận vì không giải thích được con số.',
          },
          {
            author: 'vu-thi-hanh',
            when: { daysAgo: 57, at: '08:26' },
            text: 'Xin phép đưa nguyên đoạn này vào hồ sơ mời thầu của Đông Lĩnh.',
          },
        ],
      },
    ],
    comments: [
      {
        author: 'do-trung-kien',
        when: { daysAgo: 40, at: '09:18' },
        text: 'Báo lại: đã nhận diện 206 trên 219 bảng, còn 4 ngày thì xong hợp đồng. 13 bảng chưa rõ đều là bảng ghi vết, chấp nhận để đó.',
      },
    ],
  },
  {
    key: 'nghiem-thu-quy',
    kind: 'question',
    audience: 'public',
    topic: 'thue-dich-vu-cntt',
    title: 'Nghiệm thu dịch vụ thuê hằng quý: lấy số gián đoạn của nhà thầu hay phải tự đo?',
    text: 'Quý vừa rồi nhà thầu báo gián đoạn 1,4 giờ, bộ phận một cửa ghi sổ tay cộng lại 9,2 giờ. Hợp đồng chỉ viết "theo số liệu giám sát", không viết của ai. Kế toán giục ký để thanh toán trước ngày 25. Các đơn vị đang lấy số nào để nghiệm thu, và khi hai số lệch nhau thì biên bản viết thế nào cho khỏi vướng lúc kiểm toán?',
    author: 'trieu-thi-may',
    when: { daysAgo: 169, at: '09:52' },
    context: { system: 'Hệ thống thông tin giải quyết thủ tục hành chính (thuê)' },
    helpful: 5,
    meToo: ['ttcds-tan-giang', 'hcc-thanh-van', 'skhcn-nam-phong', 'ttcds-dong-linh'],
    state: 'resolved',
    answers: [
      {
        author: 'phan-nhat-quang',
        when: { daysAgo: 169, at: '13:44' },
        text: 'Xin nói từ phía bên cho thuê, và nói rõ là công ty tôi đang có hợp đồng loại này (không phải với Phú Giang). Chênh lệch thường nằm ở định nghĩa: chúng tôi đo máy chủ còn trả lời hay không, còn cán bộ ghi lúc không nộp được hồ sơ. Đường truyền, chữ ký số, trục liên thông hỏng thì máy chủ của chúng tôi vẫn "xanh". Cách bớt cãi nhau là chọn 3 thao tác mẫu và đo chính 3 thao tác đó.',
        helpful: 8,
        comments: [
          {
            author: 'ho-thi-dieu-hien',
            when: { daysAgo: 169, at: '16:20' },
            text: 'Đồng ý chỗ định nghĩa. Nhưng người dân đứng ở quầy thì không phân biệt hỏng ở khúc nào.',
          },
        ],
      },
      {
        author: 'nguyen-thi-minh-chau',
        when: { daysAgo: 166, at: '08:31' },
        text: `Nam Phong dùng cả hai nguồn, ghi sẵn trong hợp đồng nguồn nào quyết định cho việc gì:

| Nội dung | Nguồn lấy số | Dùng để |
|---|---|---|
| Đăng nhập, nộp hồ sơ, trả kết quả | Thành phố tự đo, 5 phút một lần | Tính phạt |
| Máy chủ, lưu trữ | Nhà thầu | Tham khảo |
| Phản ánh của một cửa | Sổ trực, hai bên ký hằng tuần | Giải thích khi hai số trên lệch quá 0,7 giờ |

Biên bản quý nào lệch thì ghi cả hai số và một câu: "phần chênh … giờ tính vào quý sau khi có kết luận". Đã qua một lần kiểm toán, họ hỏi sổ trực đầu tiên.`,
        helpful: 23,
        accepted: { by: 'trieu-thi-may', when: { daysAgo: 163, at: '10:09' } },
      },
      {
        title: 'Thời gian bảo trì báo trước có trừ khỏi giờ gián đoạn khi nghiệm thu không?',
        author: 'phan-thi-bich-ngan',
        when: { daysAgo: 152, at: '10:37' },
        text: 'Quý II nhà thầu của chúng tôi báo trước 4 lần bảo trì, tổng 5,3 giờ, rồi trừ hết khỏi số gián đoạn. Một lần rơi đúng 10 giờ sáng thứ Hai, quầy phải ghi tay 47 hồ sơ. Hợp đồng không nói giờ nào được bảo trì. Nơi khác trừ hết, trừ một phần hay không trừ?',
        helpful: 4,
      },
      {
        author: 'kieu-lan-phuong',
        when: { daysAgo: 151, at: '15:12' },
        text: 'Chỉ trừ phần nằm trong khung từ 21 giờ đến 5 giờ và báo trước ít nhất 3 ngày làm việc. Ngoài khung thì tính như gián đoạn, kể cả khi đã có công văn xin. Phụ lục sửa có đúng một câu đó, ký lại mất 9 ngày.',
        helpful: 7,
      },
    ],
  },
  {
    key: 'thue-khong-co-mau-so-sanh',
    kind: 'question',
    audience: 'members',
    topic: 'thue-dich-vu-cntt',
    title: 'Tính chi phí thuê theo phương pháp tính chi phí khi không có phần mềm tương tự để so',
    text: `Tỉnh muốn thuê phần mềm quản lý tàu cá nhỏ dưới 6 mét. Cả nước tôi hỏi được đúng hai nơi đang có, và cả hai đều tự viết từ lâu, không còn hồ sơ chi phí. Xin báo giá thì 3 doanh nghiệp chào từ 1,13 đến 4,86 tỷ cho cùng một bản yêu cầu 31 trang, hỏi lại thì mỗi bên giải thích một kiểu.

Tôi đang dựng theo Thông tư 12/2020/TT-BTTTT. Những chỗ chưa biết lấy số ở đâu:

1. Giờ công xây dựng ban đầu: lấy theo ước của mình, của tư vấn hay bình quân ba báo giá?
2. Tàu có 4.316 chiếc nhưng người dùng thật chỉ chừng 63 cán bộ ở cảng và xã. Chia chi phí theo tàu thì đẹp, theo người dùng thì đắt khủng khiếp. Trình theo cách nào cho khỏi bị hiểu sai?
3. Nhập dữ liệu ban đầu 4.316 hồ sơ giấy: để trong giá thuê hay tách gói riêng?

Sở Tài chính nói miệng là "cứ làm đủ căn cứ". Câu đó tôi nghe từ năm 2011 đến giờ và chưa lần nào đoán đúng. Có ai từng trình một gói không có mẫu so sánh, tổ thẩm định đã hỏi những câu gì, xin kể để tôi chuẩn bị trước.`,
    author: 'doan-van-ky',
    when: { daysAgo: 393, at: '14:17' },
    context: { legalBasis: 'Thông tư 12/2020/TT-BTTTT; Nghị định 73/2019/NĐ-CP' },
    helpful: 4,
    meToo: ['skhcn-phu-giang', 'skhcn-thanh-van'],
    state: 'resolved',
    answers: [
      {
        author: 'hua-thi-my-le',
        when: { daysAgo: 390, at: '09:03' },
        text: 'Ba báo giá lệch hơn 4 lần thường là do yêu cầu chưa nói rõ ai nhập dữ liệu ban đầu. Bên em (có tham gia chào giá ở tỉnh khác) mỗi lần gặp bản yêu cầu bỏ ngỏ chỗ đó là phải cộng dự phòng rất dày. Anh thử tách phần số hóa ra thành mục riêng rồi xin lại báo giá',
        helpful: 3,
      },
      {
        author: 'duong-the-hoan',
        when: { daysAgo: 387, at: '15:26' },
        text: 'Năm ngoái tôi trình một gói không có mẫu so sánh, tổ thẩm định hỏi đúng bốn câu: giờ công ai ước, ước bằng cách nào, vì sao không dùng phần mềm sẵn có, hết hợp đồng thì dữ liệu đi đâu. Giờ công chúng tôi đếm theo chức năng, rồi nhờ hai đơn vị không tham gia thầu ước độc lập, lấy số giữa. Số cuối cùng là 5.317 giờ, bị cắt còn 4.892. Nói thêm: cách này dựa trên nghị định và thông tư đang áp dụng lúc đó.',
        helpful: 7,
        accepted: { by: 'doan-van-ky', when: { daysAgo: 379, at: '17:02' } },
      },
    ],
  },
] satisfies DemoThread[];
