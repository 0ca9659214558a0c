import type { Call, FieldError, ProblemBody, ProblemCode, Result, Route } from '@hat-nhan/contracts';
import { t } from '@lingui/core/macro';
import { reached, unreachable } from './connection.js';
import { locale } from './i18n.js';
import type { PageRoute } from './routes.js';

/** A request that failed, in words that can be shown. `status` 0: the server was not reached. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  constructor(readonly body: ProblemBody) {
    super(body.title);
  }
  get code(): ProblemCode {
    return this.body.code;
  }
  get status(): number {
    return this.body.status;
  }
  get fields(): readonly FieldError[] {
    return this.body.errors ?? [];
  }
  /** The server cannot be reached or is overloaded: worth waiting for, and nothing was recorded. */
  get passing(): boolean {
    return this.code === 'unavailable';
  }
}

export const isProblem = (error: unknown, code?: ProblemCode): error is ProblemError =>
  error instanceof ProblemError && (code === undefined || error.code === code);

export interface CallOptions {
  signal?: AbortSignal;
  /** The version that was read, for routes guarded by If-Match. */
  ifMatch?: number | string;
  /** The same key makes the same request count once, however often it is sent. */
  idempotencyKey?: string;
  /** Goes out even when the page is left at once; for small bodies. */
  keepalive?: boolean;
}

/** The server was not reached. */
export const unavailable = (): ProblemError =>
  new ProblemError({
    type: 'about:blank',
    status: 0,
    code: 'unavailable',
    requestId: '',
    title: t`Chưa kết nối được với máy chủ`,
    detail: t`Nội dung đang viết vẫn được giữ. Trang sẽ tự thử lại.`,
  });

const text = (value: unknown): string => (typeof value === 'boolean' ? (value ? '1' : '0') : String(value));

/** The address of a route with its parameters and query, and what is left for the body. */
export function address<R extends Route>(
  route: PageRoute<R>,
  input: Call<R>,
): { url: string; rest: Record<string, unknown> } {
  const rest: Record<string, unknown> = { ...input };
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = encodeURIComponent(text(rest[name]));
    delete rest[name];
    return value;
  });
  const query = new URLSearchParams();
  for (const name of route.query) {
    if (rest[name] !== undefined) query.set(name, text(rest[name]));
    delete rest[name];
  }
  return { url: query.size > 0 ? `${path}?${query}` : path, rest };
}

async function problemOf(response: Response): Promise<ProblemError> {
  const isProblemJson = response.headers.get('content-type')?.startsWith('application/problem+json');
  const body = isProblemJson ? ((await response.json().catch(() => undefined)) as ProblemBody | undefined) : undefined;
  return body ? new ProblemError(body) : unavailable();
}

/** Calls a route as its contract says. Throws ProblemError; a server that cannot be reached is the problem `unavailable`. */
export async function call<R extends Route>(
  route: PageRoute<R>,
  input: Call<R>,
  options: CallOptions = {},
): Promise<Result<R>> {
  const { url, rest } = address(route, input);
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': locale() };
  if (route.body) headers['content-type'] = 'application/json';
  if (options.ifMatch !== undefined) headers['if-match'] = `"${options.ifMatch}"`;
  if (route.creates) headers['idempotency-key'] = options.idempotencyKey ?? crypto.randomUUID();
  const request: RequestInit = { method: route.method, headers, credentials: 'same-origin' };
  if (route.body) request.body = JSON.stringify(rest);
  if (options.signal) request.signal = options.signal;
  if (options.keepalive) request.keepalive = true;
  const response = await fetch(url, request).catch((reason: unknown) => {
    if (options.signal?.aborted) throw reason;
    unreachable();
    throw unavailable();
  });
  if (!response.ok) {
    const problem = await problemOf(response);
    if (problem.passing) unreachable();
    else reached();
    throw problem;
  }
  reached();
  return (await response.json()) as Result<R>;
}
