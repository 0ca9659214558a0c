// What the pages say until the operator writes his own: in Markdown, short, and true of the product as it is.

const rulesVi = `Mạng lưới là nơi những người làm chính phủ điện tử giúp nhau trong công việc. Khi tham gia, mỗi thành viên đồng ý:

1. **Dùng tên thật, chức vụ và đơn vị thật.** Khi chuyển công tác, cập nhật trang cá nhân. Không dùng chung tài khoản.
2. **Trao đổi nghiệp vụ, không thay ý kiến chính thức.** Câu hỏi, câu trả lời và góp ý là ý kiến của người viết, không phải ý kiến chính thức của đơn vị và không thay văn bản hướng dẫn của cơ quan có thẩm quyền.
3. **Không đăng bí mật nhà nước và thông tin chưa được phép công khai.** Không đăng sơ đồ mạng, địa chỉ, mật khẩu hay điểm yếu của hệ thống đang hoạt động. Nếu lỡ đăng, báo ngay cho điều hành viên.
4. **Chọn đúng người xem.** Trước khi đăng, xem mục “Ai xem được”. Không đưa nội dung dành cho một nhóm ra ngoài nhóm đó.
5. **Không quảng cáo.** Thành viên doanh nghiệp nêu rõ doanh nghiệp của mình và trả lời về nghiệp vụ, không chào bán. Ai có quan hệ lợi ích với đơn vị hay sản phẩm được nhắc đến thì nêu ra.
6. **Nói thẳng về việc, tôn trọng người.** Nêu căn cứ, nêu điều kiện áp dụng, chấp nhận ý kiến khác. Không xúc phạm, không phân biệt vùng miền hay cấp bậc.
7. **Tôn trọng người khác.** Không đăng dữ liệu cá nhân của người dân hoặc đồng nghiệp; nội dung lấy của người khác thì ghi nguồn.

Điều hành viên có thể ẩn nội dung trái quy tắc và nêu lý do. Vi phạm nhiều lần hoặc nghiêm trọng thì quản trị viên ngừng tài khoản. Ai thấy quyết định chưa đúng có thể gửi ý kiến tới Ban điều phối.`;

const rulesEn = `In the network, people who build e-government help each other at work. Every member agrees to the following:

1. **Real name, real position, real organisation.** Whoever changes post updates the profile. Accounts are not shared.
2. **Professional exchange, not an official position.** Questions, answers and comments are views of their writers. They are not the position of an organisation and do not replace guidance by the competent authority.
3. **No state secrets, nothing that may not be published.** No network diagrams, addresses, passwords or weaknesses of live systems. Whoever posts such a thing by mistake tells a moderator at once.
4. **The right audience.** Look at “Who can see this” before posting. What was written for a group stays in the group.
5. **No advertising.** Members from enterprises name their enterprise and answer on the matter, without selling. Whoever has an interest in an organisation or product under discussion says so.
6. **Frank on the matter, respectful to people.** Give the basis and the conditions, accept other views. No insults, no discrimination by region or rank.
7. **Other people's rights.** No personal data of citizens or colleagues; what comes from others carries its source.

Moderators may hide what breaks these rules and say why. After repeated or serious breaches an administrator closes the account. Whoever thinks a decision wrong may write to the coordinators.`;

const privacyVi = `Thông báo này theo Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15.

**Dữ liệu được xử lý.** Họ tên, chức vụ, đơn vị, địa chỉ thư; điện thoại và phần giới thiệu nếu tự điền; nội dung đã đăng; thiết bị đang đăng nhập (tên trình duyệt, vùng địa chỉ mạng, lần dùng gần nhất); nhật ký các việc quan trọng như đăng nhập, phân quyền, điều hành. Mạng lưới không hỏi ảnh giấy tờ tùy thân, không dùng công cụ theo dõi và không gửi dữ liệu cho bên quảng cáo.

**Mục đích.** Đăng nhập và giữ an toàn tài khoản; cho thành viên biết đang trao đổi với ai; gửi thông báo về nội dung liên quan. Vì thế tên, chức vụ, đơn vị của mỗi thành viên có trong danh bạ. Hai mục đích sau chỉ áp dụng khi đồng ý riêng cho từng mục, không đồng ý vẫn là thành viên: bản tin tuần qua thư, thống kê không nêu tên.

**Ai xem được.** Danh bạ và trang cá nhân: thành viên. Nội dung, cùng tên, chức vụ, đơn vị của người viết: những người ghi ở mục “Ai xem được”. Địa chỉ thư và điện thoại: chỉ khi tự chọn cho xem. Quản trị viên xem được dữ liệu cần cho vận hành; mọi lần thay đổi quyền đều ghi nhật ký.

**Thời gian lưu.** Tài khoản: đến khi đề nghị xóa. Mã đăng nhập: một ngày. Phiên đăng nhập: 30 ngày sau khi kết thúc. Sổ thư đã gửi, không có nội dung: 90 ngày. Lời mời không được nhận: một năm sau khi hết hạn. Nhật ký: ít nhất 12 tháng. Nội dung đã đăng được giữ để câu trả lời còn dùng được cho người sau; khi xóa tài khoản, có thể đề nghị bỏ tên.

**Quyền.** Được biết, đồng ý và rút lại đồng ý; xem, sửa, nhận bản sao, đề nghị xóa, hạn chế hoặc phản đối xử lý dữ liệu của mình; khiếu nại. Đề nghị được trả lời trong 2 ngày làm việc; việc rút lại đồng ý, hạn chế, phản đối được thực hiện trong 15 ngày.

**Liên hệ.** Gửi đề nghị tới Ban điều phối theo thông tin ở mục Liên hệ.`;

const privacyEn = `This notice follows the Law on Personal Data Protection, No. 91/2025/QH15.

**Data.** Name, position, organisation, mail address; telephone and introduction where given; what was posted; signed-in devices (browser, area of the network address, last use); a log of important events such as sign-ins, roles and moderation. The network never asks for pictures of identity papers, uses no trackers and gives no data to advertisers.

**Purposes.** Signing in and keeping accounts safe; letting members know with whom they speak; telling them what concerns them. Therefore every member's name, position and organisation stand in the directory. Two more purposes apply only with a consent of their own, and membership does not depend on them: a weekly digest by mail, statistics without names.

**Who can see it.** Directory and profile: members. Content, with name, position and organisation of its writer: those named under “Who can see this”. Mail address and telephone: only where the person chose to show them. Administrators see what operation needs; every change of roles is logged.

**How long.** The account: until its deletion is asked for. Sign-in codes: one day. Sessions: 30 days after their end. The list of mails sent, without their text: 90 days. Invitations that nobody accepted: one year after they expired. The log: at least 12 months. What was posted stays, so that answers keep serving others; with the account, the name can be taken off.

**Rights.** To know, to consent and to withdraw consent; to see, correct, receive a copy of, delete, restrict or object to the use of one's own data; to complain. Requests are answered within 2 working days; withdrawal, restriction and objection take effect within 15 days.

**Contact.** Write to the coordinators, as given under Contact.`;

/** The operator's texts until he has written his own. */
export const defaultTexts = {
  rulesVi,
  rulesEn,
  privacyVi,
  privacyEn,
  contact: 'Ban điều phối Mạng lưới chuyên gia Chính phủ điện tử',
} as const;
