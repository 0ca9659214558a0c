import type { DemoThread } from '../types.js';

export const investmentThreads = [
  {
    key: 'nang-cap-380-trieu',
    kind: 'question',
    audience: 'members',
    topic: 'tai-chinh-dau-tu-cntt',
    title: 'Nâng cấp phần mềm nội bộ 380 triệu từ chi thường xuyên: đề cương và dự toán chi tiết hay chỉ cần báo giá?',
    text: 'Việc gồm sửa 12 biểu báo cáo và thêm đăng nhập một lần. Phòng Kế hoạch nói làm theo Thông tư 03/2020 như các năm trước, kế toán hỏi lại là thông tư đó còn dùng không. Tôi tra thì thấy nghị định gốc đã bị thay thế. Các anh chị năm nay làm theo căn cứ nào?',
    author: 'nguyen-hai-yen',
    when: { daysAgo: 0, at: '07:34' },
    context: { legalBasis: 'Thông tư 03/2020/TT-BTTTT; Nghị định 45/2026/NĐ-CP' },
    helpful: 0,
    meToo: [],
    state: 'open',
    answers: [],
  },
  {
    key: 'don-gia-nhan-cong',
    kind: 'question',
    audience: 'state',
    topic: 'tai-chinh-dau-tu-cntt',
    title: 'Đơn giá nhân công phần mềm: Tài chính lấy một kiểu, tư vấn lấy một kiểu, chênh 31 %',
    text: `Cùng 2.874 giờ công, hai bảng tính ra hai số:

- tư vấn lập theo báo giá thị trường, 1,93 tỷ;
- tổ thẩm định tính lại theo công văn 6184/BTTTT-CĐSQG, 1,33 tỷ.

Tư vấn bảo với số đó sẽ không ai dự thầu, mà đúng là lần trước gói tương tự phải mời thầu hai lần, lần hai chỉ có một nhà nộp. Tổ thẩm định thì bảo không có chỗ nào cho phép họ tin một báo giá không kèm cách tính. Bên nào cũng có lý, chỉ có tôi ở giữa và phải trình lại trước thứ Sáu tuần sau, trễ nữa là hết năm ngân sách. Năm nay các tỉnh đang được chấp nhận theo cách nào, và công văn hướng dẫn đó có bị hỏi là còn áp dụng không?`,
    author: 'luong-duc-toan',
    when: { daysAgo: 5, at: '14:49' },
    context: { legalBasis: 'Công văn 6184/BTTTT-CĐSQG; Nghị định 45/2026/NĐ-CP', needByInDays: 6 },
    helpful: 4,
    meToo: ['skhcn-thanh-van', 'ttcds-hai-lam', 'skhcn-dong-linh', 'bhts-khtc', 'ttcds-nam-phong'],
    state: 'open',
    answers: [
      {
        author: 'bui-thi-cam-tu',
        when: { daysAgo: 4, at: '09:55' },
        text: 'Tôi thẩm định 23 gói từ đầu năm, đơn vị nào đưa báo giá thị trường mà không có cách tính giờ công đi kèm thì tôi trả về hết. Không phải vì con số cao, mà vì không có gì để bảo vệ khi thanh tra hỏi. Lập theo công văn hướng dẫn trước, chỗ nào thấp bất hợp lý thì thuyết minh riêng chỗ đó.',
        helpful: 7,
      },
      {
        author: 'do-trung-kien',
        when: { daysAgo: 4, at: '11:32' },
        text: 'Thành phố chúng tôi thì khác chị Tú: Sở Tài chính nhận báo giá nếu có từ ba nơi không liên quan nhau và kèm hợp đồng tương tự đã quyết toán. Gói gần nhất duyệt bằng 87 % báo giá trung bình. Anh Toản nên hỏi thẳng tổ thẩm định muốn thấy loại chứng cứ nào, mỗi nơi một nết',
        helpful: 5,
      },
    ],
  },
  {
    key: 'tai-san-phan-mem-sau-sap-nhap',
    kind: 'question',
    audience: 'members',
    topic: 'tai-chinh-dau-tu-cntt',
    title: 'Gộp danh mục phần mềm của hai tỉnh cũ: nguyên giá lấy theo sổ nào khi cùng một phần mềm mua hai lần?',
    text: 'Đông Xuyên mua năm 2019 giá 1,27 tỷ, Lĩnh Hòa mua đúng phần mềm đó năm 2022 giá 2,08 tỷ, nay còn dùng một bản. Kế toán muốn giữ cả hai dòng cho khớp sổ, tôi muốn ghi giảm một dòng để khỏi phải trả bảo trì hai nơi. Tổng cộng có 23 cặp như vậy. Ai đã xử lý xong xin cho biết biên bản đứng tên đơn vị nào.',
    author: 'mai-xuan-tho',
    when: { daysAgo: 131, at: '08:05' },
    helpful: 3,
    meToo: ['stc-dong-linh'],
    state: 'resolved',
    answers: [
      {
        author: 'dinh-van-luc',
        when: { daysAgo: 127, at: '16:16' },
        text: 'Hai việc khác nhau anh Thọ ạ. Sổ tài sản cứ để hai dòng đến kỳ kiểm kê, còn hợp đồng bảo trì thì dừng được ngay bằng phụ lục, không phải chờ sổ. Biên bản do Sở nhận bàn giao đứng tên, kèm quyết định sắp xếp. Phòng tôi đã nhận 9 trên 23 cặp làm theo lối này.',
        helpful: 6,
        accepted: { by: 'mai-xuan-tho', when: { daysAgo: 124, at: '07:59' } },
      },
    ],
  },
] satisfies DemoThread[];
