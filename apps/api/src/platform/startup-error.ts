/** Why the product cannot start: one line for the person at the keyboard, Vietnamese first, English in brackets. */
export class StartupError extends Error {
  constructor(vi: string, en: string, options?: ErrorOptions) {
    super(`${vi} (${en})`.replaceAll(/\s+/g, ' '), options);
    this.name = 'StartupError';
  }
}

/** What Node and PostgreSQL tell in an error besides its message. */
export interface Fault {
  /** Of the system (ENOSPC) or of PostgreSQL (28P01). */
  code?: string;
  path?: string;
  port?: number;
  address?: string;
  message?: string;
  stderr?: string;
  errors?: unknown[];
}

/** Looks at whatever was thrown; by its fields, since an error may come from another realm. */
export const faultOf = (error: unknown): Fault => (typeof error === 'object' && error !== null ? error : {});

/** The disk is full; `where` is the folder that was written to. */
export const diskFull = (where: string) =>
  new StartupError(
    `Ổ đĩa đã đầy: không ghi thêm được vào ${where}. Hãy giải phóng chỗ rồi chạy lại`,
    `the disk is full; free some space and start again`,
  );

// Codes of Node's system calls and SQLSTATEs of PostgreSQL that a person can act on.
const EXPLAINED: Record<string, (fault: Fault) => StartupError> = {
  EADDRINUSE: ({ port, address }) =>
    new StartupError(
      `Cổng ${port} trên ${address ?? 'máy này'} đang có chương trình khác dùng. Hãy tắt chương trình đó hoặc chọn cổng khác: PORT=${(port ?? 3000) + 100}`,
      `port ${port} is taken: stop that program or set another PORT`,
    ),
  EADDRNOTAVAIL: ({ address }) =>
    new StartupError(`HOST: máy này không có địa chỉ ${address ?? ''}`, `HOST is not an address of this machine`),
  ENOSPC: ({ path }) => diskFull(path ?? 'thư mục dữ liệu'),
  EDQUOT: ({ path }) => diskFull(path ?? 'thư mục dữ liệu'),
  EACCES: (fault) => (fault.port === undefined ? closed(fault) : privileged(fault)),
  EPERM: (fault) => closed(fault),
  EROFS: (fault) => closed(fault),
  ENOTDIR: ({ path }) => new StartupError(`${path} không phải là thư mục`, `not a folder`),
  EEXIST: ({ path }) => new StartupError(`${path} đã có và không phải là thư mục`, `exists and is not a folder`),
  ECONNREFUSED: ({ address, port }) =>
    new StartupError(
      `Không kết nối được PostgreSQL ở ${address ?? ''}:${port ?? ''}. Hãy xem lại DATABASE_URL, MIGRATE_URL`,
      `PostgreSQL does not answer there`,
    ),
  ENOTFOUND: () =>
    new StartupError(
      `Không tìm thấy máy chủ PostgreSQL ghi trong DATABASE_URL hoặc MIGRATE_URL`,
      `the host of DATABASE_URL or MIGRATE_URL is unknown`,
    ),
  '28P01': ({ message }) =>
    new StartupError(
      `PostgreSQL không nhận mật khẩu trong DATABASE_URL hoặc MIGRATE_URL`,
      message ?? 'authentication failed',
    ),
  '28000': ({ message }) =>
    new StartupError(
      `PostgreSQL không cho vai trò trong DATABASE_URL hoặc MIGRATE_URL đăng nhập`,
      message ?? 'invalid authorisation',
    ),
  '3D000': ({ message }) =>
    new StartupError(
      `Chưa có cơ sở dữ liệu ghi trong DATABASE_URL hoặc MIGRATE_URL`,
      message ?? 'the database does not exist',
    ),
  '42704': ({ message }) =>
    new StartupError(
      `PostgreSQL chưa có vai trò của máy chủ; xem docs/runbooks/install.md`,
      message ?? "the server's role does not exist",
    ),
  '42501': ({ message }) =>
    new StartupError(
      `Vai trò của MIGRATE_URL không đủ quyền; xem docs/runbooks/install.md`,
      message ?? 'insufficient privilege',
    ),
  '53100': () => diskFull('thư mục dữ liệu của PostgreSQL'),
};

const closed = ({ path }: Fault) =>
  new StartupError(
    `Không có quyền đọc hoặc ghi ${path ?? 'thư mục dữ liệu'}. Hãy chạy bằng người dùng đã tạo thư mục này, hoặc đặt DATA_DIR`,
    `no permission to read or write it: use the user who made it, or set DATA_DIR`,
  );

const privileged = ({ port }: Fault) =>
  new StartupError(`Người dùng này không được mở cổng ${port}. Hãy chọn PORT từ 1024 trở lên`, `choose a PORT ≥ 1024`);

/** One line saying why starting failed, whatever was thrown. Never a stack. */
export function explain(error: unknown): string {
  if (error instanceof StartupError) return error.message;
  // Node tries IPv6 and IPv4 of one name and throws both failures together.
  const fault = faultOf(faultOf(error).errors?.[0] ?? error);
  const known = fault.code === undefined ? undefined : EXPLAINED[fault.code];
  if (known) return known(fault).message;
  return `Không khởi động được: ${(fault.message ?? String(error)).split('\n', 1)[0]}`;
}
