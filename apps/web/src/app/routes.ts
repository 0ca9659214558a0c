import type { ReactNode } from 'react';

/** Who opens a page: what the tests sign in as. `visitor` pages work signed out too. */
type Opener = 'visitor' | 'member' | 'moderator' | 'administrator' | 'newcomer';
/** Example values of the parameters: a text, or where the API names one: [address, path to the value in its answer]. */
type Fixture = Record<string, string | readonly [address: string, value: string]>;

interface PageEntry {
  path: string;
  title: { vi: string; en: string };
  as: Opener;
  fixture?: Fixture;
  /** Only in a demonstration. */
  demo?: true;
  /** Takes the whole window: no navigation beside it. */
  alone?: true;
  load: () => Promise<() => ReactNode>;
}

/**
 * Every page of the product, once. The router is built from this list, and so are the scans and screenshots: a page with a
 * parameter but without a fixture does not compile there. Titles stand in both languages here, because the tests read
 * this file without the translation macros.
 */
export const pages = [
  {
    path: '/',
    title: { vi: 'Trang chủ', en: 'Home' },
    as: 'visitor',
    load: async () => (await import('../features/home/home.page.js')).HomePage,
  },
  {
    path: '/hoi-dap',
    title: { vi: 'Hỏi đáp', en: 'Questions and answers' },
    as: 'visitor',
    load: async () => (await import('../features/forum/list.page.js')).ListPage,
  },
  {
    path: '/hoi-dap/chua-tra-loi',
    title: { vi: 'Chưa trả lời', en: 'Unanswered' },
    as: 'visitor',
    load: async () => (await import('../features/forum/list.page.js')).ListPage,
  },
  {
    path: '/hoi-dap/$id',
    title: { vi: 'Câu hỏi', en: 'Question' },
    as: 'visitor',
    fixture: { id: ['/api/threads?state=resolved&limit=1', 'items.0.id'] },
    load: async () => (await import('../features/forum/thread.page.js')).ThreadPage,
  },
  {
    path: '/dat-cau-hoi',
    title: { vi: 'Đặt câu hỏi', en: 'Ask a question' },
    as: 'member',
    load: async () => (await import('../features/forum/ask.page.js')).AskPage,
  },
  {
    path: '/chu-de',
    title: { vi: 'Chủ đề', en: 'Topics' },
    as: 'visitor',
    load: async () => (await import('../features/topics/topics.page.js')).TopicsPage,
  },
  {
    path: '/chu-de/$slug',
    title: { vi: 'Chủ đề', en: 'Topic' },
    as: 'visitor',
    fixture: { slug: ['/api/topics', 'items.0.slug'] },
    load: async () => (await import('../features/topics/topic.page.js')).TopicPage,
  },
  {
    path: '/danh-ba',
    title: { vi: 'Danh bạ', en: 'Directory' },
    as: 'member',
    load: async () => (await import('../features/people/people.page.js')).PeoplePage,
  },
  {
    path: '/danh-ba/$id',
    title: { vi: 'Trang cá nhân', en: 'Profile' },
    as: 'member',
    fixture: { id: ['/api/people?q=dang+hoang+phuc&limit=1', 'items.0.id'] },
    load: async () => (await import('../features/people/person.page.js')).PersonPage,
  },
  {
    path: '/don-vi',
    title: { vi: 'Đơn vị', en: 'Organisations' },
    as: 'visitor',
    load: async () => (await import('../features/organisations/organisations.page.js')).OrganisationsPage,
  },
  {
    path: '/don-vi/$id',
    title: { vi: 'Đơn vị', en: 'Organisation' },
    as: 'visitor',
    fixture: { id: ['/api/organisations?q=so+khoa+hoc+dong+linh&limit=1', 'items.0.id'] },
    load: async () => (await import('../features/organisations/organisation.page.js')).OrganisationPage,
  },
  {
    path: '/tu-viet-tat',
    title: { vi: 'Từ viết tắt', en: 'Abbreviations' },
    as: 'visitor',
    load: async () => (await import('../features/topics/abbreviations.page.js')).AbbreviationsPage,
  },
  {
    path: '/tim',
    title: { vi: 'Tìm kiếm', en: 'Search' },
    as: 'visitor',
    load: async () => (await import('../features/search/search.page.js')).SearchPage,
  },
  {
    path: '/hop-thu',
    title: { vi: 'Hộp thư', en: 'Inbox' },
    as: 'member',
    load: async () => (await import('../features/notifications/inbox.page.js')).InboxPage,
  },
  {
    path: '/ban-nhap',
    title: { vi: 'Bản nháp', en: 'Drafts' },
    as: 'member',
    load: async () => (await import('../features/forum/drafts/drafts.page.js')).DraftsPage,
  },
  {
    path: '/da-luu',
    title: { vi: 'Đã lưu', en: 'Saved' },
    as: 'member',
    load: async () => (await import('../features/saved/saved.page.js')).SavedPage,
  },
  {
    path: '/tra-loi/$id',
    title: { vi: 'Trả lời nhanh', en: 'Quick reply' },
    as: 'member',
    alone: true,
    fixture: { id: ['/api/threads?state=open&kind=question&limit=1', 'items.0.id'] },
    load: async () => (await import('../features/forum/quick-reply.page.js')).QuickReplyPage,
  },
  {
    path: '/cai-dat',
    title: { vi: 'Cài đặt', en: 'Settings' },
    as: 'member',
    load: async () => (await import('../features/accounts/settings.page.js')).SettingsPage,
  },
  {
    path: '/dang-nhap',
    title: { vi: 'Đăng nhập', en: 'Sign in' },
    as: 'visitor',
    load: async () => (await import('../features/accounts/sign-in.page.js')).SignInPage,
  },
  {
    path: '/loi-moi',
    title: { vi: 'Lời mời', en: 'Invitation' },
    as: 'visitor',
    alone: true,
    load: async () => (await import('../features/accounts/invitation.page.js')).InvitationPage,
  },
  {
    path: '/tham-gia',
    title: { vi: 'Đề nghị tham gia', en: 'Ask to join' },
    as: 'visitor',
    load: async () => (await import('../features/accounts/join-request.page.js')).JoinRequestPage,
  },
  {
    path: '/hop-thu-cu',
    title: { vi: 'Hộp thư cũ không còn', en: 'The old mailbox is gone' },
    as: 'visitor',
    load: async () => (await import('../features/accounts/lost-mailbox.page.js')).LostMailboxPage,
  },
  {
    path: '/vao',
    title: { vi: 'Đăng nhập bằng đường dẫn', en: 'Sign in by link' },
    as: 'visitor',
    alone: true,
    load: async () => (await import('../features/accounts/link.page.js')).LinkPage,
  },
  {
    path: '/de-nghi-tham-gia',
    title: { vi: 'Đề nghị tham gia', en: 'Requests to join' },
    as: 'administrator',
    load: async () => (await import('../features/accounts/join-requests.page.js')).JoinRequestsPage,
  },
  {
    path: '/nguoi-cua-don-vi',
    title: { vi: 'Người của đơn vị', en: 'People of the organisation' },
    as: 'member',
    load: async () => (await import('../features/people/own-people.page.js')).OwnPeoplePage,
  },
  {
    path: '/chuyen-cong-tac',
    title: { vi: 'Chuyển công tác', en: 'Change of position' },
    as: 'member',
    load: async () => (await import('../features/people/moving.page.js')).MovingPage,
  },
  {
    path: '/quy-tac',
    title: { vi: 'Quy tắc ứng xử', en: 'Rules of conduct' },
    as: 'newcomer',
    load: async () => (await import('../features/accounts/rules.page.js')).RulesPage,
  },
  {
    path: '/bat-dau',
    title: { vi: 'Thiết lập mạng lưới', en: 'Set up the network' },
    as: 'administrator',
    load: async () => (await import('../features/accounts/set-up.page.js')).SetUpPage,
  },
  {
    path: '/nhom',
    title: { vi: 'Nhóm làm việc', en: 'Working groups' },
    as: 'member',
    load: async () => (await import('../features/spaces/groups.page.js')).GroupsPage,
  },
  {
    path: '/khong-gian/$id',
    title: { vi: 'Ai xem được', en: 'Audience' },
    as: 'member',
    fixture: { id: ['/api/spaces', 'items.0.id'] },
    load: async () => (await import('../features/spaces/space.page.js')).SpacePage,
  },
  {
    path: '/gioi-thieu',
    title: { vi: 'Giới thiệu', en: 'About' },
    as: 'visitor',
    load: async () => (await import('../features/accounts/about.page.js')).AboutPage,
  },
  {
    path: '/quan-tri',
    title: { vi: 'Quản trị', en: 'Administration' },
    as: 'administrator',
    load: async () => (await import('../features/administration/administration.page.js')).AdministrationPage,
  },
  {
    path: '/quan-tri/nguoi',
    title: { vi: 'Người và vai trò', en: 'People and roles' },
    as: 'administrator',
    load: async () => (await import('../features/people/appointments.page.js')).AppointmentsPage,
  },
  {
    path: '/quan-tri/nguoi/$id',
    title: { vi: 'Vai trò và tài khoản', en: 'Roles and account' },
    as: 'administrator',
    fixture: { id: ['/api/accounts?q=dang+hoang+phuc&limit=1', 'items.0.id'] },
    load: async () => (await import('../features/people/appointment.page.js')).AppointmentPage,
  },
  {
    path: '/quan-tri/chu-de',
    title: { vi: 'Danh mục chủ đề', en: 'List of topics' },
    as: 'administrator',
    load: async () => (await import('../features/registers/topics.page.js')).KeptTopicsPage,
  },
  {
    path: '/quan-tri/tu-viet-tat',
    title: { vi: 'Bảng từ viết tắt', en: 'Glossary' },
    as: 'administrator',
    load: async () => (await import('../features/registers/glossary.page.js')).GlossaryPage,
  },
  {
    path: '/quan-tri/ngay-nghi',
    title: { vi: 'Ngày nghỉ và ngày làm bù', en: 'Days off and days worked' },
    as: 'administrator',
    load: async () => (await import('../features/registers/calendar.page.js')).CalendarPage,
  },
  {
    path: '/quan-tri/quy-tac',
    title: { vi: 'Quy tắc và dữ liệu cá nhân', en: 'Rules and personal data' },
    as: 'administrator',
    load: async () => (await import('../features/registers/texts.page.js')).TextsPage,
  },
  {
    path: '/quan-tri/thu-gui-thu',
    title: { vi: 'Thử gửi thư', en: 'Mail test' },
    as: 'administrator',
    load: async () => (await import('../features/accounts/mail-test.page.js')).MailTestPage,
  },
  {
    path: '/quan-tri/loi-moi',
    title: { vi: 'Lời mời', en: 'Invitations' },
    as: 'administrator',
    load: async () => (await import('../features/accounts/invitations.page.js')).InvitationsPage,
  },
  {
    path: '/quan-tri/tinh-trang',
    title: { vi: 'Tình trạng hệ thống', en: 'System status' },
    as: 'administrator',
    load: async () => (await import('../features/accounts/status.page.js')).StatusPage,
  },
  {
    path: '/quan-tri/can-xem-lai',
    title: { vi: 'Cần xem lại', en: 'To review' },
    as: 'moderator',
    load: async () => (await import('../features/moderation/reviews.page.js')).ReviewsPage,
  },
  {
    path: '/quan-tri/nhat-ky',
    title: { vi: 'Nhật ký quản trị', en: 'Audit log' },
    as: 'administrator',
    load: async () => (await import('../features/moderation/audit.page.js')).AuditPage,
  },
  {
    path: '/hop-thu-minh-hoa',
    title: { vi: 'Hộp thư minh họa', en: 'Demo mailbox' },
    as: 'visitor',
    demo: true,
    load: async () => (await import('../features/accounts/demo-mailbox.page.js')).DemoMailboxPage,
  },
] as const satisfies readonly PageEntry[];
