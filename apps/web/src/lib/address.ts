import { slug } from '@hat-nhan/vietnamese';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

const named = (path: string, id: number, name = '') => {
  const words = slug(name);
  return words ? `${path}/${id}-${words}` : `${path}/${id}`;
};

const returning = (path: string, here: string) => (here === '/' ? path : `${path}?tro-lai=${encodeURIComponent(here)}`);

/** Every address of the product that a page links to. Texts after the number only help people; the number decides. */
export const paths = {
  home: '/',
  threads: '/hoi-dap',
  unanswered: '/hoi-dap/chua-tra-loi',
  ask: '/dat-cau-hoi',
  topics: '/chu-de',
  people: '/danh-ba',
  organisations: '/don-vi',
  groups: '/nhom',
  abbreviations: '/tu-viet-tat',
  search: '/tim',
  inbox: '/hop-thu',
  drafts: '/ban-nhap',
  saved: '/da-luu',
  settings: '/cai-dat',
  signIn: '/dang-nhap',
  invitation: '/loi-moi',
  join: '/tham-gia',
  lostMailbox: '/hop-thu-cu',
  joinRequests: '/de-nghi-tham-gia',
  ownPeople: '/nguoi-cua-don-vi',
  rules: '/quy-tac',
  setUp: '/bat-dau',
  about: '/gioi-thieu',
  administration: '/quan-tri',
  appointments: '/quan-tri/nguoi',
  moving: '/chuyen-cong-tac',
  keptTopics: '/quan-tri/chu-de',
  glossary: '/quan-tri/tu-viet-tat',
  calendar: '/quan-tri/ngay-nghi',
  texts: '/quan-tri/quy-tac',
  mailTest: '/quan-tri/thu-gui-thu',
  invitations: '/quan-tri/loi-moi',
  status: '/quan-tri/tinh-trang',
  reviews: '/quan-tri/can-xem-lai',
  audit: '/quan-tri/nhat-ky',
  demoMailbox: '/hop-thu-minh-hoa',
  thread: (id: number, title?: string) => named('/hoi-dap', id, title),
  /** One answer or comment of a thread. */
  post: (threadId: number, postId: number, title?: string) => `${named('/hoi-dap', threadId, title)}#bai-${postId}`,
  topic: (topicSlug: string) => `/chu-de/${topicSlug}`,
  person: (id: number, name?: string) => named('/danh-ba', id, name),
  organisation: (id: number, name?: string) => named('/don-vi', id, name),
  /** What somebody is named for, to those who name people. */
  appointment: (id: number, name?: string) => named('/quan-tri/nguoi', id, name),
  space: (id: number, name?: string) => named('/khong-gian', id, name),
  /** Sign-in that comes back to where one is. */
  signInFrom: (here: string) => returning('/dang-nhap', here),
  rulesFrom: (here: string) => returning('/quy-tac', here),
} as const;

/** The number at the start of `$id` in the address (`123-thue-dich-vu` → 123); 0, which nothing has, where there is none. */
export function useId(): number {
  const params: Record<string, string | undefined> = useParams({ strict: false });
  const digits = /^([1-9]\d{0,9})(?:-|$)/.exec(params['id'] ?? '')?.[1];
  return digits ? Number(digits) : 0;
}

/** A text in the path, such as `$slug`. */
export function useParam(name: string): string {
  const params: Record<string, string | undefined> = useParams({ strict: false });
  return params[name] ?? '';
}

export type Filters = Record<string, string | undefined>;

/** Filters as a link takes them: `search={inAddress({ topic })}`. The router, built from a list, knows no page's own filters. */
export const inAddress = (filters: Filters | ((before: Filters) => Filters)) => filters as never;

/**
 * Filters, order and words of a list, as they stand in the address: all are texts. `set({ topic: '3' })` changes some and
 * keeps the rest, `set({ topic: undefined })` takes one away; back returns to what was before.
 */
export function useFilters(): readonly [Filters, (some: Filters, options?: { replace?: boolean }) => void] {
  const filters: Filters = useSearch({ strict: false });
  const navigate = useNavigate();
  const set = useCallback(
    (some: Filters, { replace = false } = {}) => {
      const search = (before: Filters) =>
        Object.fromEntries(
          Object.entries({ ...before, ...some }).filter(([, value]) => value !== undefined && value !== ''),
        );
      void navigate({ to: '.', search: inAddress(search), replace, resetScroll: false });
    },
    [navigate],
  );
  return [filters, set];
}

/** Where `tro-lai` in the address leads: a page of ours, never another host. */
export function useReturn(): string {
  const [{ 'tro-lai': wanted = '/' }] = useFilters();
  return /^\/(?![/\\])[^\\@\u0000-\u001f]*$/.test(wanted) ? wanted : '/';
}

/** A filter that holds an id; undefined where it is not a number. */
export const idFilter = (value: string | undefined): number | undefined =>
  value !== undefined && /^[1-9]\d{0,9}$/.test(value) ? Number(value) : undefined;

/** A filter that holds one of a few words; undefined for anything else. */
export const choiceFilter = <const T extends string>(value: string | undefined, choices: readonly T[]): T | undefined =>
  choices.find((choice) => choice === value);
