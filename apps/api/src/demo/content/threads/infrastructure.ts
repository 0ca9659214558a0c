import type { DemoThread } from '../types.js';

export const infrastructureThreads = [
  {
    key: 'so-sanh-chi-phi-5-nam',
    kind: 'question',
    audience: 'members',
    topic: 'ha-tang-dien-toan-dam-may',
    title: 'Chuyển 40 máy chủ lên đám mây thuê: so sánh chi phí 5 năm thế nào để Sở Tài chính tin?',
    text: 'Bảng của nhà cung cấp luôn rẻ hơn 30 %. Tôi thiếu: điện, nhân công trực, thay ổ đĩa, bản quyền, và chi phí quay về. Ai có bảng tính đã được thẩm định thì chia sẻ, tôi gửi lại bảng của tỉnh sau khi điền.',
    author: 'luong-duc-toan',
    when: { daysAgo: 157, at: '16:44' },
    helpful: 13,
    meToo: ['ttcds-dong-linh', 'ttcds-thanh-van', 'ttcds-hai-lam', 'bdvxh-ttcntt', 'stc-tan-giang'],
    state: 'resolved',
    answers: [
      {
        author: 'luu-thi-ngoc-anh',
        when: { daysAgo: 156, at: '20:52' },
        text: `Các dòng hay bị quên, với số của một phòng máy 36 máy chủ chúng tôi đã đo trọn một năm:

| Khoản | Một năm (triệu đồng) |
|---|---|
| Điện và làm mát | 417 |
| Trực ngày đêm, phần quy đổi | 683 |
| Thay ổ đĩa, nguồn, pin | 129 |
| Bản quyền theo lõi | 541 |
| Kéo dữ liệu về khi dừng thuê (chia 5 năm) | 76 |

Hai dòng cuối làm phép so sánh đổi chiều nhiều nhất. Đừng so tổng, hãy so từng dòng và ghi nguồn số: hóa đơn, hợp đồng hay ước. Sở Tài chính hỏi đúng cột nguồn.`,
        helpful: 27,
        accepted: { by: 'luong-duc-toan', when: { daysAgo: 149, at: '15:05' } },
      },
      {
        author: 'chu-viet-bac',
        when: { daysAgo: 155, at: '09:41' },
        text: 'Bên tôi bán dịch vụ đám mây nên xin chỉ nói điều bất lợi cho mình: bảng rẻ hơn 30 % thường tính máy chạy đều cả ngày, còn tải thật của cơ quan có 4 giờ cao điểm. Nếu không tắt bớt máy ban đêm được thì con số đó không còn. Anh đề nghị nhà cung cấp tính lại theo biểu đồ tải thật ba tháng.',
        helpful: 15,
        comments: [
          {
            author: 'luong-duc-toan',
            when: { daysAgo: 152, at: '07:46' },
            text: 'Cảm ơn anh nói thẳng. Tính lại theo tải thật thì còn rẻ hơn 8,6 %.',
          },
        ],
      },
      {
        author: 'bui-thi-cam-tu',
        when: { daysAgo: 150, at: '11:56' },
        text: 'Người đọc bảng là chúng tôi, xin nói một câu: đừng cộng lương của cán bộ biên chế vào phần "tiết kiệm", vì người đó vẫn còn ngồi đấy và ngân sách vẫn trả. Có nơi đưa 1,2 tỷ kiểu ấy, cả bảng mất tin',
        helpful: 14,
      },
    ],
  },
  {
    key: 'duong-truyen-xa-dao',
    kind: 'question',
    audience: 'members',
    topic: 'ha-tang-dien-toan-dam-may',
    title: 'Xã đảo mất kết nối mỗi khi biển động, một cửa ngồi chơi: có ai làm chế độ nhận hồ sơ ngoại tuyến chưa?',
    text: 'Hai xã đảo của tỉnh tháng vừa rồi mất kết nối 13 buổi, có đợt liền 2 ngày rưỡi, đúng hôm trả lương hưu. Bà con đi thuyền ra ủy ban mà không nộp được thì lại đi thuyền về. Đường dự phòng qua vệ tinh đã hỏi giá, chưa có tiền. Tôi đang nghĩ đến việc nhận hồ sơ trên máy tại xã rồi đồng bộ sau, nhưng ngại chuyện giờ tiếp nhận và số hồ sơ bị trùng. Nơi nào có đảo hoặc vùng núi hay đứt cáp đã làm, xin kể giúp, kể cả làm hỏng.',
    author: 'cao-xuan-sang',
    when: { daysAgo: 11, at: '17:38' },
    context: { tried: 'Đã thử sổ giấy rồi nhập lại: sai 7 hồ sơ trong 112.' },
    helpful: 2,
    meToo: ['hcc-hai-lam'],
    state: 'open',
    answers: [],
  },
  {
    key: 'thanh-ly-phong-may-huyen',
    kind: 'question',
    audience: 'state',
    topic: 'ha-tang-dien-toan-dam-may',
    title: 'Phòng máy của các huyện cũ: 27 máy chủ nằm trong kho, ổ cứng xử lý thế nào trước khi thanh lý?',
    text: `Gom về được 27 máy chủ và 154 ổ cứng từ 9 huyện cũ, không máy nào còn nhãn. Người giữ máy trước đây thì 3 đã nghỉ, 4 về xã, 2 tôi chưa liên lạc được. Có ổ chứa hồ sơ của dân, có ổ trống, có ổ kêu lạch cạch cắm vào không nhận.

Bên quản lý tài sản muốn bán sớm vì mỗi tháng trả 11,3 triệu tiền kho. Tôi thì chưa dám để ổ nào ra khỏi cửa. Hai bên đã họp, biên bản ghi "Trung tâm chịu trách nhiệm về dữ liệu", thế là việc về tôi mà quyền thanh lý lại ở nơi khác.

Các đơn vị đã làm xin cho biết: xóa bằng phần mềm có được hội đồng chấp nhận không hay phải hủy hẳn; ai ngồi hội đồng, ai ký từng trang; hủy một ổ hết chừng bao nhiêu; và ổ hỏng không đọc được thì ghi vào biên bản thế nào.`,
    author: 'tran-dinh-khoi',
    when: { daysAgo: 43, at: '13:06' },
    helpful: 6,
    meToo: ['ttcds-tan-giang', 'ttcds-phu-giang', 'skhcn-hai-lam'],
    state: 'open',
    answers: [
      {
        author: 'trinh-quang-vinh',
        when: { daysAgo: 40, at: '09:13' },
        text: 'Bộ tôi hủy cơ học hết, không xóa phần mềm, vì thời gian xóa một ổ lâu hơn tiền ổ. 318 ổ, một ngày rưỡi, hội đồng 5 người ngồi xem và ký từng trang có số sê-ri. Đề nghị anh chụp ảnh số sê-ri ngay từ bây giờ, lúc gom về.',
        helpful: 8,
      },
      {
        author: 'kieu-lan-phuong',
        when: { daysAgo: 39, at: '20:26' },
        text: 'Có điều tra số liệu thì trước khi hủy nên đọc thử đã anh Khôi. Bên em hủy xong 41 ổ mới biết một ổ là bản duy nhất của hồ sơ đất đai giai đoạn 2009–2013. Giờ đang đi quét lại giấy',
        helpful: 11,
      },
    ],
    comments: [
      {
        author: 'tran-dinh-khoi',
        when: { daysAgo: 38, at: '08:15' },
        text: 'Hai ý ngược nhau mà tôi thấy đều đúng. Tạm dừng thanh lý, thuê kho thêm một quý để đọc từng ổ. Câu hỏi vẫn để mở.',
      },
    ],
  },
] satisfies DemoThread[];
