import type { FieldCode } from './field-words.js';

/** The catalogue of everything that can go wrong: RFC 9457 problems with their status and their words in both languages. */
export type Locale = 'vi' | 'en';
type Words = { title: string; detail: string };
interface Problem {
  status: number;
  vi: Words;
  en: Words;
}

const problem = (status: number, vi: [string, string], en: [string, string]): Problem => ({
  status,
  vi: { title: vi[0], detail: vi[1] },
  en: { title: en[0], detail: en[1] },
});

export const problems = {
  'invalid-input': problem(
    400,
    ['Nội dung gửi lên chưa hợp lệ', 'Kiểm tra lại nội dung rồi gửi lại.'],
    ['The request is not valid', 'Check what was entered and send it again.'],
  ),
  'invalid-cursor': problem(
    400,
    ['Không mở được trang tiếp theo', 'Mở lại danh sách từ đầu.'],
    ['The next page cannot be opened', 'Open the list again from its start.'],
  ),
  unauthenticated: problem(
    401,
    ['Cần đăng nhập', 'Sau khi đăng nhập sẽ trở lại đúng trang này.'],
    ['Sign-in needed', 'Signing in leads back to this page.'],
  ),
  'wrong-code': problem(
    401,
    ['Mã không đúng hoặc đã hết hạn', 'Kiểm tra lại mã trong thư mới nhất hoặc gửi mã khác.'],
    ['The code is wrong or has expired', 'Check the code in the newest mail, or send another.'],
  ),
  'wrong-password': problem(
    401,
    ['Địa chỉ thư hoặc mật khẩu không đúng', 'Thử lại, hoặc đăng nhập bằng mã gửi qua thư.'],
    ['The address or the password is wrong', 'Try again, or sign in with a code sent by mail.'],
  ),
  'wrong-passkey': problem(
    401,
    ['Passkey chưa dùng được', 'Thử lại, hoặc chọn cách khác.'],
    ['The passkey was not accepted', 'Try again, or choose another way.'],
  ),
  'rules-not-accepted': problem(
    403,
    ['Cần đồng ý quy tắc ứng xử', 'Đọc quy tắc và thông báo về dữ liệu cá nhân, rồi đồng ý để tiếp tục.'],
    ['The rules are not accepted yet', 'Read the rules and the privacy notice, and accept them to go on.'],
  ),
  'rules-changed': problem(
    403,
    ['Quy tắc đã thay đổi', 'Đọc lại và đồng ý thì làm tiếp được. Nội dung đã viết vẫn còn trên trang.'],
    ['The rules have changed', 'Read them and agree to go on. What was written stays on the page.'],
  ),
  forbidden: problem(
    403,
    [
      'Không có quyền làm việc này',
      'Vai trò hiện tại không cho phép. Nếu công việc cần quyền này, liên hệ điều phối viên.',
    ],
    ['This is not permitted', 'The present role does not allow it. Ask a coordinator if it is needed.'],
  ),
  'sign-in-again': problem(
    403,
    [
      'Cần đăng nhập lại',
      'Việc này cần một lần đăng nhập gần đây. Nội dung đã điền vẫn còn trên trang; đăng nhập xong thì gửi lại.',
    ],
    [
      'A recent sign-in is needed',
      'This takes a sign-in not long ago. What was entered stays on the page; send it again after signing in.',
    ],
  ),
  'cross-site': problem(
    403,
    ['Yêu cầu đến từ trang khác', 'Mở lại trang này trong cùng cửa sổ và thử lại.'],
    ['The request came from another site', 'Open this page again in the same window and try again.'],
  ),
  'not-found': problem(
    404,
    [
      'Không tìm thấy, hoặc chỉ dành cho thành viên',
      'Địa chỉ có thể đã đổi, hoặc nội dung chỉ dành cho một số thành viên.',
    ],
    ['Not found, or for members only', 'The address may have changed, or the content is for some members only.'],
  ),
  'method-not-allowed': problem(
    405,
    ['Cách gọi không được hỗ trợ', 'Xem tài liệu giao diện lập trình.'],
    ['This method is not supported', 'See the API reference.'],
  ),
  'illegal-transition': problem(
    409,
    ['Trạng thái đã thay đổi', 'Việc này không thực hiện được ở trạng thái hiện tại. Tải lại để xem trạng thái mới.'],
    ['The state has changed', 'This cannot be done in the present state. Reload to see the new one.'],
  ),
  'thread-closed': problem(
    409,
    ['Câu hỏi vừa được đóng', 'Không nhận thêm câu trả lời. Nội dung đã viết được giữ trong bản nháp.'],
    ['The question has just been closed', 'It takes no more answers. The text is kept as a draft.'],
  ),
  'last-administrator': problem(
    409,
    ['Mạng lưới luôn cần một quản trị viên', 'Giao vai trò quản trị viên cho người khác trước.'],
    ['The network always needs an administrator', 'Give the role of administrator to somebody else first.'],
  ),
  'already-exists': problem(
    409,
    ['Đã có rồi', 'Mục này đã có trong hệ thống.'],
    ['It exists already', 'This entry is in the system already.'],
  ),
  'organisation-in-use': problem(
    409,
    [
      'Đơn vị còn người, còn lời mời hoặc còn đơn vị trực thuộc',
      'Sáp nhập để chuyển theo, hoặc ghi việc chuyển công tác và hủy lời mời trước.',
    ],
    [
      'The organisation still has people, invitations or units',
      'Merge it so that they move along, or record where they went first.',
    ],
  ),
  'last-moderator': problem(
    409,
    ['Cần ít nhất một điều hành viên', 'Giao quyền điều hành cho người khác trước, rồi thực hiện lại.'],
    ['At least one moderator is needed', 'Make somebody else a moderator first, then try again.'],
  ),
  'already-flagged': problem(
    409,
    ['Đã báo điều hành viên', 'Bài này đã được báo và đang chờ xem lại.'],
    ['Reported already', 'This post has been reported and waits for review.'],
  ),
  'already-claimed': problem(
    409,
    ['Điều hành viên khác đang xem lại', 'Bài này đã có người nhận hoặc đã quyết định xong. Tải lại danh sách.'],
    ['Another moderator has it', 'It has been taken up or decided meanwhile. Reload the list.'],
  ),
  'already-asked': problem(
    409,
    ['Đang chờ trả lời', 'Đã có một đề nghị hoặc lời mời đang chờ giữa người này và nhóm.'],
    ['This waits already', 'A request or an invitation between this person and the group is waiting.'],
  ),
  'already-member': problem(
    409,
    ['Đã là thành viên của nhóm', 'Tải lại trang để xem nhóm.'],
    ['A member of the group already', 'Reload the page to see the group.'],
  ),
  'takes-no-requests': problem(
    409,
    ['Nhóm chỉ nhận người được mời', 'Liên hệ điều hành viên của nhóm để được mời.'],
    ['The group takes invited people only', 'Ask a moderator of the group for an invitation.'],
  ),
  'group-closed': problem(
    409,
    ['Nhóm đã đóng', 'Nhóm đã đóng chỉ còn đọc được. Điều hành viên của nhóm có thể mở lại.'],
    ['The group is closed', 'A closed group can only be read. Its moderators may open it again.'],
  ),
  'group-name-taken': problem(
    409,
    ['Tên này đã có nhóm dùng', 'Chọn tên khác, hoặc xem nhóm cùng tên trong danh sách nhóm.'],
    ['Another group has this name', 'Choose another, or look at that group in the list of groups.'],
  ),
  'too-many-groups': problem(
    409,
    ['Đã mở đủ số nhóm của một người', 'Đóng một nhóm không còn dùng, hoặc nhờ điều phối viên mở giúp.'],
    ['One person may open no more groups', 'Close one that is not used any more, or ask a coordinator.'],
  ),
  busy: problem(
    409,
    ['Yêu cầu trước đang được xử lý', 'Chờ vài giây rồi thử lại.'],
    ['An earlier request is still under way', 'Wait a few seconds and try again.'],
  ),
  'invitation-used': problem(
    410,
    ['Lời mời không còn dùng được', 'Lời mời đã được dùng hoặc đã thu lại. Đăng nhập, hoặc liên hệ người mời.'],
    ['The invitation cannot be used', 'It has been used or withdrawn. Sign in, or ask the person who invited.'],
  ),
  'invitation-expired': problem(
    410,
    ['Lời mời đã hết hạn', 'Chọn “Gửi lại lời mời”: thư mới được gửi tới địa chỉ đã lưu.'],
    ['The invitation has expired', 'Choose “Send the invitation again”: a new mail goes to the stored address.'],
  ),
  stale: problem(
    412,
    ['Nội dung đã được sửa ở nơi khác', 'Xem hai bản cạnh nhau và chọn nội dung giữ lại.'],
    ['The text was changed elsewhere', 'Compare both texts and choose what to keep.'],
  ),
  'body-too-large': problem(
    413,
    ['Nội dung quá lớn', 'Rút gọn nội dung rồi gửi lại.'],
    ['The request is too large', 'Shorten it and send it again.'],
  ),
  'unsupported-media-type': problem(
    415,
    ['Kiểu nội dung không được hỗ trợ', 'Chỉ nhận application/json.'],
    ['The content type is not supported', 'Only application/json is accepted.'],
  ),
  'file-quota': problem(
    409,
    [
      'Đã hết phần dành cho tệp',
      'Số tệp hoặc dung lượng của một người đã dùng hết. Gỡ tệp không dùng, hoặc thử lại ngày mai.',
    ],
    [
      'No room for more files',
      'The number or size of files of one person is used up. Remove some, or try again tomorrow.',
    ],
  ),
  'file-refused': problem(
    422,
    ['Tệp không được nhận', 'Xem lý do bên dưới rồi chọn tệp khác.'],
    ['The file was refused', 'See the reason below and choose another file.'],
  ),
  'disk-full': problem(
    507,
    ['Máy chủ tạm hết chỗ chứa tệp', 'Nội dung đang viết vẫn được giữ. Thử lại sau, hoặc báo quản trị viên.'],
    [
      'The server has no room for files now',
      'What was being written is kept. Try again later, or tell an administrator.',
    ],
  ),
  misdirected: problem(
    421,
    ['Địa chỉ máy chủ không đúng', 'Mở trang bằng địa chỉ chính thức.'],
    ['Wrong host', 'Open the page by its official address.'],
  ),
  'key-reused': problem(
    422,
    ['Lần gửi này đã dùng cho nội dung khác', 'Tải lại trang rồi gửi lại.'],
    ['The idempotency key was used for another request', 'Reload the page and send again.'],
  ),
  'precondition-required': problem(
    428,
    ['Thiếu phiên bản của nội dung', 'Gửi kèm If-Match với phiên bản đang xem.'],
    ['The version of the text is missing', 'Send If-Match with the version that was read.'],
  ),
  'too-many-requests': problem(
    429,
    ['Thao tác quá nhanh', 'Chờ một lát rồi thử lại.'],
    ['Too many requests', 'Wait a moment and try again.'],
  ),
  'slow-mode': problem(
    429,
    [
      'Không gian đang ở chế độ chậm',
      'Mỗi người gửi một bài trong khoảng thời gian đã đặt. Nội dung vẫn còn trên trang.',
    ],
    ['This space is in slow mode', 'Each person posts once in the time that was set. The text stays on the page.'],
  ),
  internal: problem(
    500,
    ['Có lỗi ở máy chủ', 'Việc vừa làm chưa được ghi nhận. Thử lại, hoặc báo lỗi kèm mã bên dưới.'],
    ['Something failed on the server', 'Nothing was recorded. Try again, or report it with the id below.'],
  ),
  unavailable: problem(
    503,
    ['Hệ thống đang bận', 'Nội dung đang viết vẫn được giữ. Trang sẽ tự thử lại.'],
    ['The system is busy', 'What was being written is kept. The page tries again by itself.'],
  ),
} as const satisfies Record<string, Problem>;

export type ProblemCode = keyof typeof problems;

/** One field of the request that is wrong: a JSON pointer, a code of `fieldWords`, and the sentence. */
export interface FieldError {
  pointer: string;
  code: FieldCode;
  message: string;
}

/** A problem as it is sent: application/problem+json. */
export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: ProblemCode;
  requestId: string;
  errors?: FieldError[];
  /** 412: the text as it stands now, with its version. */
  current?: unknown;
  /** 409 illegal-transition: what can be done now. */
  allowed?: string[];
}
