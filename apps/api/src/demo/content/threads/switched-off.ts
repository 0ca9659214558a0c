import type { DemoThread } from '../types.js';

export const switchedOffThreads = [
  {
    key: 'he-thong-da-tat',
    kind: 'discussion',
    audience: 'members',
    topic: 'chinh-phu-so',
    title: 'Hệ thống nào đã tắt mà không ai gọi hỏi?',
    text: `Tháng trước tôi cho tắt thử 3 hệ thống nghi là không ai dùng, định bụng ba ngày thì bật lại. Đến hôm nay là 26 ngày, nhận đúng 1 cuộc gọi, mà là của nhà thầu hỏi tiền duy trì.

Mỗi người kể một hệ thống đã tắt: tắt bao lâu thì có người hỏi, ai hỏi. Đề nghị không nêu tên sản phẩm. Tôi sẽ cộng lại số tiền duy trì mỗi năm để xem cả mạng lưới đang trả bao nhiêu cho sự im lặng`,
    author: 'dang-hoang-phuc',
    when: { daysAgo: 68, at: '21:52' },
    helpful: 25,
    meToo: [],
    state: 'open',
    answers: [
      {
        author: 'tran-dinh-khoi',
        when: { daysAgo: 68, at: '22:20' },
        text: 'Ứng dụng công dân riêng của tỉnh. Tắt sang ngày thứ 9 có một cụ già gọi, hỏi sao không xem được lịch cắt nước. Duy trì 1,1 tỷ một năm.',
        helpful: 21,
      },
      {
        author: 'vo-thi-kim-loan',
        when: { daysAgo: 67, at: '07:41' },
        text: 'Hệ thống họp trực tuyến mua hồi dịch, 187 điểm cầu. Tắt 5 tháng rồi. Người hỏi duy nhất là kiểm toán.',
        helpful: 23,
      },
      {
        author: 'nong-van-tiep',
        when: { daysAgo: 67, at: '08:49' },
        text: 'Trang thông tin của 7 ban chỉ đạo, mỗi ban một trang. Tắt được 4 trang vì 4 ban ấy đã giải thể từ bao giờ',
        helpful: 14,
      },
      {
        author: 'vu-hong-quang',
        when: { daysAgo: 67, at: '09:38' },
        text: 'Cẩn thận nhé. Tôi từng tắt một phần mềm "không ai dùng" vào tháng 4, đến 25 tháng 12 cả ngành gọi: nó chỉ dùng mỗi năm một lần để chốt số. Từ đó tôi bắt đầu bằng cách xem lịch nghiệp vụ đủ 12 tháng.',
        helpful: 26,
      },
      {
        author: 'dang-hoang-phuc',
        when: { daysAgo: 67, at: '12:17' },
        text: 'Bài học của anh Quang tôi xin đưa lên đầu. Một trong 3 cái tôi tắt có thể đúng loại đó, tối nay bật lại cho lành.',
        helpful: 8,
      },
      {
        author: 'bui-duc-anh',
        when: { daysAgo: 66, at: '10:24' },
        text: 'Máy chủ tệp dùng chung cũ. Tắt hai tuần không ai kêu, sang tuần thứ ba hóa ra máy in của lãnh đạo lưu bản quét vào đó',
        helpful: 17,
      },
      {
        author: 'ho-thi-dieu-hien',
        when: { daysAgo: 66, at: '14:51' },
        text: 'Ki-ốt tra cứu ở sảnh, 12 cái. Rút điện cả 12, chỉ có cô lao công hỏi vì hết chỗ cắm quạt. 96 triệu tiền bảo trì mỗi năm.',
        helpful: 29,
      },
      {
        author: 'thach-minh-thien',
        when: { daysAgo: 66, at: '19:33' },
        text: 'Nhóm nhắn tin "hỗ trợ khẩn" 233 người. Em xóa luôn, mọi người gọi điện thẳng như cũ.',
        helpful: 6,
      },
      {
        author: 'kieu-lan-phuong',
        when: { daysAgo: 65, at: '08:07' },
        text: 'Xin phản đối nhẹ: tắt mà không thông báo thì coi như thử trên người dùng. Chúng tôi treo thông báo 15 ngày, ghi rõ ai phản đối thì gọi số nào. Có 2 cuộc gọi, cả hai đều có lý, giữ lại một.',
        helpful: 18,
      },
      {
        author: 'le-quy-hoi',
        when: { daysAgo: 64, at: '05:38' },
        text: 'Năm 2014 tôi ký tắt cổng thông tin của một huyện. Mười năm sau về hưu, đọc báo thấy huyện ấy vẫn báo cáo cổng hoạt động tốt',
        helpful: 31,
      },
      {
        author: 'hua-thi-my-le',
        when: { daysAgo: 64, at: '16:58' },
        text: 'Từ phía nhà thầu: chúng em cũng duy trì những thứ không ai đăng nhập, có hợp đồng 3 năm liền chỉ 2 tài khoản vào, mà 1 là của em. Đã báo bên thuê hai lần. Đề nghị các anh chị đọc báo cáo tháng, trang cuối thường ghi đấy ạ.',
        helpful: 22,
      },
      {
        author: 'duong-the-hoan',
        when: { daysAgo: 64, at: '17:49' },
        text: 'Tắt rồi nhưng hợp đồng còn 14 tháng thì tiền vẫn trả. Ai đã chấm dứt sớm được, bằng cách nào?',
        helpful: 5,
      },
      {
        author: 'nguyen-thi-minh-chau',
        when: { daysAgo: 64, at: '18:26' },
        text: 'Trả lời anh Hoan: phụ lục giảm khối lượng, hai bên thỏa thuận. Gói gần nhất bên tôi giảm 43 % phần còn lại. Không phải nhà thầu nào cũng chịu, nhưng hỏi thì không mất gì.',
        helpful: 12,
      },
      {
        author: 'ngo-thi-que',
        when: { daysAgo: 64, at: '19:03' },
        text: 'Màn hình chấm điểm hài lòng ở quầy. Mặt buồn bị dán băng keo từ năm nào, tháo ra mới thấy.',
        helpful: 28,
      },
      {
        author: 'lo-thi-suong',
        when: { daysAgo: 62, at: '20:12' },
        text: 'Phần mềm xếp hàng. Mất điện, chuyển sang phát số giấy, rồi không ai bật lại nữa. Hôm nào đông thì bà con tự bảo nhau',
        helpful: 10,
      },
      {
        author: 'ta-minh-duc',
        when: { daysAgo: 61, at: '07:27' },
        text: 'Có hệ thống tôi muốn tắt mà chưa dám vì nó nằm trong bộ chỉ số. Không ai dùng nhưng được 4 điểm. Kể ra để biết có một loại như vậy.',
        helpful: 24,
      },
      {
        author: 'luong-duc-toan',
        when: { daysAgo: 60, at: '13:53' },
        text: 'Phú Giang kê được 31 hệ thống dưới 3 người đăng nhập trong một quý. Tắt 12, hoãn 8, còn 11 đang chờ chủ quản nhận là của mình.',
        helpful: 9,
      },
      {
        author: 'truong-thi-hong-van',
        when: { daysAgo: 58, at: '10:06' },
        text: 'Nhận xét chung sau khi đọc: khó nhất không phải nút tắt mà là chữ ký. Ở sở tôi, tờ trình mua đi qua 5 người trong 9 ngày, tờ trình dừng đi qua 11 người và chưa về.',
        helpful: 27,
      },
      {
        author: 'do-trung-kien',
        when: { daysAgo: 57, at: '21:31' },
        text: 'Thử ghi sẵn ngưỡng ngừng vào quyết định phê duyệt, kiểu "sau 6 tháng mà dưới 5 % số người thuộc đối tượng dùng thì dừng, không cần trình lại". Chúng tôi ghi cho 3 hệ thống, một cái vừa chạm ngưỡng.',
        helpful: 19,
      },
      {
        author: 'vu-thi-hanh',
        when: { daysAgo: 57, at: '22:09' },
        text: 'Anh Kiên ơi cái chạm ngưỡng đó có dừng thật không?',
        helpful: 7,
      },
      {
        author: 'do-trung-kien',
        when: { daysAgo: 54, at: '07:18' },
        text: 'Chưa. Đang họp xem "đối tượng" gồm những ai.',
        helpful: 30,
      },
      {
        author: 'phung-thi-thu-tra',
        when: { daysAgo: 33, at: '16:14' },
        text: 'Sau khi đọc thảo luận này tôi về tắt 2 bảng điều khiển trên tường phòng họp. Đến nay 24 ngày, có khách hỏi, cán bộ thì không.',
        helpful: 11,
      },
      {
        author: 'dang-hoang-phuc',
        when: { daysAgo: 4, at: '20:47' },
        text: 'Cộng sổ lần đầu: 47 hệ thống được kể, 21 cái có số tiền, tổng 6,38 tỷ một năm. Chưa tính 4 cái đã phải bật lại. Ai chưa kể xin kể tiếp.',
        helpful: 16,
        comments: [
          {
            author: 'tran-thuy-vy',
            when: { daysAgo: 3, at: '08:34' },
            text: 'Nhờ anh Phúc cân nhắc viết thành bài kinh nghiệm ngắn, tôi xin giúp phần biên tập.',
          },
        ],
      },
    ],
  },
] satisfies DemoThread[];
