import type { DemoThread } from '../types.js';

export const serviceDeskThreads = [
  {
    key: 'ma-dinh-danh-cu-tat-khi-nao',
    kind: 'question',
    audience: 'members',
    topic: 'dich-vu-cong-truc-tuyen',
    title: 'Mã định danh cũ trên trục liên thông: giữ song song bao lâu sau sắp xếp?',
    text: 'Tỉnh đổi mã cho 26 sở, ban và toàn bộ xã. Mã cũ vẫn nhận được văn bản nhưng không ai mở hộp nữa, tuần trước phát hiện 58 công văn nằm đó, có 3 công văn quá hạn trả lời. Tắt ngay thì nơi gửi báo lỗi và gọi điện ầm lên, để thì sót. Đã có tỉnh nào chốt ngày tắt chưa, báo trước bao lâu thì đủ?',
    author: 'nong-van-tiep',
    when: { daysAgo: 214, at: '09:08' },
    helpful: 7,
    meToo: ['skhcn-dong-linh', 'hcc-tan-giang', 'bdvxh-van-phong'],
    state: 'resolved',
    answers: [
      {
        author: 'mai-xuan-tho',
        when: { daysAgo: 213, at: '13:19' },
        text: 'Đông Lĩnh giữ 92 ngày. Trong thời gian đó văn thư của Sở chủ quản mở hộp cũ mỗi sáng, gặp văn bản nào thì chuyển và gửi trả lời ngay cho nơi gửi kèm mã mới. Sang tuần thứ bảy chỉ còn lác đác 2, 3 văn bản một ngày. Tắt theo đợt, sở trước xã sau, người ký tắt là Chánh Văn phòng chứ không phải bên kỹ thuật.',
        helpful: 15,
        accepted: { by: 'nong-van-tiep', when: { daysAgo: 208, at: '10:52' } },
      },
      {
        author: 'tran-thuy-vy',
        when: { daysAgo: 211, at: '16:47' },
        text: 'Nhìn từ nơi gửi: danh bạ mã của Bộ chúng tôi chỉ cập nhật mỗi quý một lần, nên công văn thông báo của tỉnh vào đầu quý thì phải gần ba tháng sau mới có tác dụng. 92 ngày là vừa khít đấy ạ',
        helpful: 6,
      },
    ],
  },
  {
    key: 'van-ban-bi-tra-ve',
    kind: 'question',
    audience: 'members',
    topic: 'dich-vu-cong-truc-tuyen',
    title: 'Đổi mã định danh sau sáp nhập, văn bản gửi qua trục liên thông bị trả về',
    text: 'Từ khi đổi mã, 3 sở gửi đi được nhưng 11 đơn vị bên ngoài vẫn gửi vào mã cũ. Đã có công văn thông báo. Mã cũ nên giữ song song bao lâu, ai là người tắt?',
    author: 'dang-thi-tuyet-mai',
    when: { daysAgo: 52, at: '10:16' },
    helpful: 2,
    meToo: ['hcc-phu-giang', 'ttcds-phu-giang'],
    state: 'closed',
    closed: {
      reason: 'answered_elsewhere',
      note: 'Đã có câu hỏi cùng nội dung của Thanh Vân, có câu trả lời được chọn.',
      by: 'pham-thi-hoai-thuong',
      when: { daysAgo: 51, at: '08:37' },
    },
    answers: [],
    comments: [
      {
        author: 'nong-van-tiep',
        when: { daysAgo: 52, at: '14:58' },
        text: 'Trùng với câu tôi hỏi mấy tháng trước: "Mã định danh cũ trên trục liên thông: giữ song song bao lâu sau sắp xếp?". Anh @[Mai Xuân Thọ](person:mai-xuan-tho) trả lời kỹ lắm, chị xem bên đó.',
      },
      {
        author: 'dang-thi-tuyet-mai',
        when: { daysAgo: 52, at: '15:31' },
        text: 'Đúng câu tôi cần rồi, cảm ơn anh. Nhờ điều hành viên đóng giúp',
      },
    ],
  },
  {
    key: 'tro-ly-ao-tra-loi-sai',
    kind: 'question',
    audience: 'members',
    topic: 'dich-vu-cong-truc-tuyen',
    title: 'Trợ lý ảo trả lời sai thủ tục, dân chụp màn hình đưa lên mạng. Xử lý trong ngày đầu thế nào?',
    text: 'Sai đúng một thủ tục, do nội dung nguồn chưa cập nhật sau khi bãi bỏ. Lãnh đạo yêu cầu tắt. Tôi muốn giữ nhưng thu hẹp. Xin kịch bản ngày 1 đến ngày 7 và mẫu thông cáo ngắn.',
    author: 'phung-thi-thu-tra',
    unnamed: true,
    when: { daysAgo: 27, at: '19:51' },
    helpful: 12,
    meToo: ['hcc-nam-phong', 'ttcds-hai-lam', 'bdvxh-van-phong'],
    state: 'resolved',
    answers: [
      {
        author: 'vu-hong-quang',
        when: { daysAgo: 27, at: '20:23' },
        text: 'Tắt. Tắt trước đã, mai bàn. Một thủ tục sai thì chưa biết còn mấy thủ tục nữa sai, chưa rà xong thì không ai dám nói là chỉ một',
        helpful: 10,
      },
      {
        author: 'ho-thi-dieu-hien',
        when: { daysAgo: 27, at: '21:40' },
        text: `Chúng tôi từng gặp, và không tắt hẳn. Kịch bản đã chạy:

- **Ngày 1:** ẩn đúng nhóm thủ tục có nội dung sai (19 thủ tục), phần còn lại thêm dòng "thông tin tham khảo, xem thủ tục đã công bố". Gọi điện cho người dân đã chụp màn hình, xin lỗi, làm hồ sơ giúp họ luôn.
- **Ngày 2–3:** đối chiếu ngày cập nhật nguồn với danh mục đã công bố. Ra 37 mục cũ.
- **Ngày 4:** cử một người có quyền gỡ mục sai trong vòng một giờ, không phải xin ý kiến.
- **Ngày 7:** mở lại, đăng danh sách đã sửa.

Thông cáo chỉ ba câu: sai gì, ai bị ảnh hưởng thì liên hệ đâu, khi nào xong. Đừng viết chữ "sự cố kỹ thuật", dân biết không phải.`,
        helpful: 25,
        accepted: { by: 'phung-thi-thu-tra', when: { daysAgo: 24, at: '07:44' } },
        comments: [
          {
            author: 'vu-hong-quang',
            when: { daysAgo: 26, at: '08:11' },
            text: 'Gọi xin lỗi người đăng là ý hay. Tôi vẫn giữ ý tắt nếu đêm đó chưa ẩn được theo nhóm.',
          },
        ],
      },
      {
        author: 'tran-dinh-khoi',
        when: { daysAgo: 26, at: '09:20' },
        text: 'Nên xem lại có cần giữ không. Tỉnh tôi từng dừng hẳn một ứng dụng sau 14 tháng, lúc quyết thì sợ, dừng rồi mới thấy chỉ 2,3 % người cài có mở mỗi tháng. Nếu trợ lý ảo mỗi ngày có chừng 40 lượt hỏi thì công rà nội dung có khi lớn hơn công trả lời điện thoại.',
        helpful: 8,
      },
      {
        author: 'chu-viet-bac',
        when: { daysAgo: 25, at: '15:35' },
        text: 'Về phía nhà cung cấp (công ty tôi cho thuê hạ tầng chạy loại này, có liên quan): trước khi mở lại, đề nghị bên vận hành xuất danh sách câu hỏi 30 ngày gần nhất có chạm vào thủ tục sai. Thường chỉ vài chục người, nhắn lại từng người được.',
        helpful: 4,
      },
    ],
  },
  {
    key: 'hoan-phi-truc-tuyen',
    kind: 'question',
    audience: 'public',
    topic: 'dich-vu-cong-truc-tuyen',
    title: 'Dân nộp phí trực tuyến, hồ sơ bị trả: hoàn tiền mất 19 ngày, rút ngắn ở khâu nào?',
    text: 'Quý trước có 173 hồ sơ đã trả phí trực tuyến rồi bị từ chối vì thiếu giấy tờ. Hoàn tiền trung bình 19 ngày, lâu nhất 64 ngày vì tài khoản người nộp không trùng tên người làm hồ sơ (con trả thay mẹ). Kho bạc, ngân hàng và chúng tôi mỗi bên giữ hồ sơ chừng một tuần. Đã ai làm được hoàn trong 5 ngày chưa? Hay đổi sang thu sau khi tiếp nhận thì gọn hơn?',
    author: 'ha-van-thu',
    when: { daysAgo: 23, at: '11:07' },
    helpful: 4,
    meToo: ['hcc-dong-linh', 'hcc-hai-lam', 'stc-nam-phong'],
    state: 'open',
    answers: [
      {
        author: 'le-hoang-ut',
        when: { daysAgo: 22, at: '07:35' },
        text: 'Chỗ em thu sau khi quầy bấm "đủ thành phần". Dân nhận tin nhắn mới trả. Hoàn gần như không còn, nhưng 1 phần 6 số hồ sơ nằm chờ vì dân quên trả, ngày nào cũng phải nhắn',
        helpful: 6,
      },
      {
        author: 'bui-thi-cam-tu',
        when: { daysAgo: 19, at: '10:45' },
        text: 'Khâu chậm nhất theo tôi là chứng từ giấy đi kèm. Bên tôi nhận bảng kê ký số mỗi thứ Ba và thứ Sáu thay vì từng hồ sơ, còn 8 ngày. Dưới 5 ngày thì chưa thấy nơi nào, trường hợp khác tên người nộp vẫn phải làm tay.',
        helpful: 5,
      },
    ],
  },
] satisfies DemoThread[];
