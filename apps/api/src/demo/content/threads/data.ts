import type { DemoThread } from '../types.js';

export const dataThreads = [
  {
    key: 'ba-nen-tang-lgsp',
    kind: 'question',
    audience: 'members',
    topic: 'du-lieu',
    title: 'Ba tỉnh nhập một, ba nền tảng LGSP của ba nhà thầu: giữ một, chạy song song hay làm mới?',
    text: 'Sau 01/7/2025 chúng tôi có ba nền tảng, tổng 214 dịch vụ dữ liệu đang chạy, trong đó 61 dịch vụ trùng nhau nhưng khác cấu trúc mã đơn vị. Hợp đồng của hai nơi còn 9 và 17 tháng. Lãnh đạo muốn một nền tảng trước quý II/2027. Xin kinh nghiệm: (1) tiêu chí chọn nền tảng giữ lại; (2) ai gánh chi phí nối lại của các phần mềm chuyên ngành; (3) có ai chạy song song và hối hận không?',
    author: 'hoang-ngoc-bao',
    when: { daysAgo: 85, at: '07:48' },
    helpful: 16,
    meToo: ['ttcds-dong-linh', 'skhcn-tan-giang', 'ttcds-phu-giang', 'ttcds-hai-lam', 'bhts-cuc-cntt'],
    state: 'resolved',
    answers: [
      {
        author: 'tran-dinh-khoi',
        when: { daysAgo: 85, at: '11:25' },
        text: 'Câu (3): có, là tôi. Đông Lĩnh chạy song song hai nền tảng 8 tháng, định bụng để an toàn. Kết quả là mỗi phần mềm mới phải nối hai lần, và khi dữ liệu lệch thì không ai biết bên nào đúng: 1.306 bản ghi lệch chỉ riêng tháng thứ năm. Nếu làm lại tôi sẽ đặt ngày tắt ngay từ cuộc họp đầu, dù ngày đó có thể lùi.',
        helpful: 21,
        accepted: { by: 'hoang-ngoc-bao', when: { daysAgo: 71, at: '08:14' } },
      },
      {
        author: 'phan-nhat-quang',
        when: { daysAgo: 82, at: '08:56' },
        text: 'Đơn vị tôi có phần mềm chuyên ngành phải nối lại ở hai tỉnh mới nhập, nên tôi là bên có liên quan. Về câu (2): chi phí nối lại một dịch vụ thường từ 4 đến 11 ngày công nếu cấu trúc dữ liệu không đổi, và gấp ba nếu đổi mã đơn vị. Đề nghị các tỉnh thống nhất mã trước, nối sau. Nối trước rồi đổi mã là trả tiền hai lần, mà hợp đồng bảo trì thường không bao phần này.',
        helpful: 9,
        comments: [
          {
            author: 'truong-thi-hong-van',
            when: { daysAgo: 82, at: '10:41' },
            text: 'Hợp đồng bảo trì của bên tôi ghi "thích ứng khi thay đổi hạ tầng kỹ thuật". Nhà thầu cãi đổi nền tảng không phải là thay đổi hạ tầng, cãi đến tháng thứ ba.',
          },
        ],
      },
      {
        author: 'luu-thi-ngoc-anh',
        when: { daysAgo: 81, at: '20:09' },
        text: `Tiêu chí tôi sẽ chấm, theo thứ tự nặng dần:

1. Số dịch vụ thật sự có lượt gọi trong 90 ngày (thường chỉ bằng nửa số khai báo).
2. Tỉnh có giữ được cấu hình và tài liệu không, hay chỉ nhà thầu biết.
3. Thời gian còn lại của hợp đồng.
4. Người của mình có ai vận hành được vào ban đêm không.

Tôi không cho điểm cao mục "nhiều tính năng". Trong 214 dịch vụ, nên tắt trước những dịch vụ không ai gọi rồi hãy chọn: bài toán nhỏ đi nhiều.`,
        helpful: 24,
        accepted: { by: 'hoang-ngoc-bao', when: { daysAgo: 71, at: '08:16' } },
      },
      {
        author: 'do-trung-kien',
        when: { daysAgo: 79, at: '13:37' },
        text: 'Xin nói ngược một chút với chị @[Lưu Thị Ngọc Anh](person:luu-thi-ngoc-anh): thời hạn hợp đồng tôi để lên đầu. Chọn cái tốt mà 9 tháng nữa phải đấu lại thì cũng như chưa chọn. Nam Phong từng phải gia hạn 5 tháng trong thế không mặc cả được.',
        helpful: 7,
        comments: [
          {
            author: 'luu-thi-ngoc-anh',
            when: { daysAgo: 79, at: '19:46' },
            text: 'Anh nói phải, tỉnh nào hợp đồng sắp hết thì nên đảo thứ tự. Tôi quen nhìn từ phía kỹ thuật.',
          },
        ],
      },
      {
        author: 'trieu-thi-may',
        when: { daysAgo: 75, at: '16:54' },
        text: 'Phú Giang đang đúng đoạn này nên chỉ góp được số: kê 97 dịch vụ, hỏi từng sở thì 34 cái trả lời "không nhớ ai xin mở". Tắt thử 34 cái đó, sau 21 ngày có 2 nơi gọi xin bật lại',
        helpful: 12,
      },
    ],
  },
  {
    key: 'du-lieu-mo-khong-cap-nhat',
    kind: 'question',
    audience: 'public',
    topic: 'du-lieu',
    title: 'Đã mở 47 bộ dữ liệu, 29 bộ hơn một năm không cập nhật: gỡ xuống hay để đó?',
    text: 'Cổng dữ liệu mở của thành phố có 47 bộ, tôi vừa rà thì 29 bộ dừng ở năm trước nữa. Các sở nói đã hết người làm. Gỡ thì mất điểm chỉ số, để thì có sinh viên viết thư hỏi vì sao số trạm y tế còn theo phường cũ. Có nơi nào đã dám gỡ và giải thích với lãnh đạo ra sao không ạ?',
    author: 'pham-gia-lam',
    when: { daysAgo: 113, at: '10:38' },
    helpful: 6,
    meToo: ['ttcds-thanh-van', 'ttcds-tan-giang', 'skhcn-hai-lam', 'bhts-tt-du-lieu'],
    state: 'resolved',
    answers: [
      {
        author: 'cao-xuan-sang',
        when: { daysAgo: 113, at: '15:11' },
        text: 'Bên em không gỡ mà đổi nhãn: "số liệu đến ngày …, không cập nhật tiếp", kèm người giữ cũ. Gỡ thì mấy bài luận văn đã trích dẫn bị gãy đường dẫn. 18 bộ đổi nhãn, 7 bộ có sở thấy ngượng quá nên tự cập nhật lại',
        helpful: 15,
        accepted: { by: 'pham-gia-lam', when: { daysAgo: 109, at: '08:23' } },
      },
      {
        author: 'ta-minh-duc',
        when: { daysAgo: 110, at: '09:29' },
        text: 'Chỗ tôi gỡ 13 bộ. Với lãnh đạo tôi chỉ nói một câu: bộ số liệu sai đang mang tên tỉnh mình. Điểm chỉ số năm đó giảm 0,3, không ai hỏi lại.',
        helpful: 5,
      },
    ],
  },
  {
    key: 'lech-ngay-sinh',
    kind: 'question',
    audience: 'state',
    topic: 'du-lieu',
    title: 'Đối soát đối tượng trợ giúp xã hội: 2.317 hồ sơ lệch ngày sinh, sửa ở đâu trước?',
    text: 'Đối soát 61.428 hồ sơ trợ giúp xã hội với dữ liệu dân cư, còn 2.317 hồ sơ lệch, phần lớn là người trên 75 tuổi chỉ nhớ năm sinh nên cán bộ ngày trước ghi 01/01. Xã bảo sửa bên hộ tịch, hộ tịch bảo sửa bên hồ sơ chế độ. Trong lúc chờ thì chưa chuyển được chế độ qua tài khoản cho các cụ, kỳ chi trả tới là ngày 5 tháng sau. Địa phương nào đã có văn bản phân việc rõ giữa hai bên, cho tôi xin cách làm.',
    author: 'nguyen-hai-yen',
    when: { daysAgo: 8, at: '15:40' },
    context: { legalBasis: 'Nghị định 278/2025/NĐ-CP', needByInDays: 12 },
    helpful: 3,
    meToo: ['hcc-phu-giang', 'ttcds-thanh-van', 'hcc-dong-linh'],
    state: 'open',
    answers: [
      {
        author: 'ngo-thi-que',
        when: { daysAgo: 8, at: '16:17' },
        text: 'Hải Lâm tạm chi tiền mặt cho nhóm lệch, lập danh sách riêng có chữ ký trưởng thôn, rồi sửa dần mỗi tuần chừng 140 hồ sơ. Không phải cách hay, nhưng các cụ không phải chờ. Việc sửa ở đâu trước thì chúng tôi cũng đang đợi câu trả lời.',
        helpful: 4,
      },
    ],
  },
] satisfies DemoThread[];
