/** Whom a sign-in link of the demo means. `visitor` signs out. */
export interface DemoRole {
  /** Part of the address, and `account.demo_role`. */
  key: string;
  vi: string;
  en: string;
}

/** The roles that the demo lets one step into, in the order of the table that `npm start` prints. */
export const demoRoles: readonly DemoRole[] = [
  { key: 'member', vi: 'thành viên', en: 'member' },
  { key: 'expert', vi: 'chuyên gia chủ đề', en: 'topic expert' },
  { key: 'enterprise', vi: 'thành viên doanh nghiệp', en: 'enterprise member' },
  { key: 'representative', vi: 'đầu mối đơn vị', en: 'organisation representative' },
  { key: 'moderator', vi: 'điều hành viên', en: 'moderator' },
  { key: 'editor', vi: 'biên tập viên', en: 'editor' },
  { key: 'coordinator', vi: 'điều phối viên', en: 'coordinator' },
  { key: 'administrator', vi: 'quản trị viên', en: 'administrator' },
  { key: 'visitor', vi: 'khách', en: 'visitor' },
];
