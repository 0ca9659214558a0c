import type { ReactNode } from 'react';

const line = (d: string, width = 1.6) => (
  <path d={d} fill="none" stroke="currentColor" strokeWidth={width} strokeLinecap="round" strokeLinejoin="round" />
);
const ring = <circle cx="10" cy="10" r="8" fill="none" stroke="currentColor" strokeWidth="1.8" />;

const drawings = {
  search: (
    <>
      <circle cx="8.5" cy="8.5" r="5.5" fill="none" stroke="currentColor" strokeWidth="1.6" />
      {line('M13 13l4.5 4.5')}
    </>
  ),
  right: line('M3 10h13M11 5l5 5-5 5'),
  up: line('M4 12.5L10 6.5l6 6'),
  down: line('M4 7.5L10 13.5l6-6'),
  check: line('M3.5 10.5l4.5 4.5 8.5-10', 2),
  checkRing: (
    <>
      {ring}
      {line('M6 10.5l3 3 5-6.5', 1.8)}
    </>
  ),
  open: ring,
  half: (
    <>
      {ring}
      <path d="M10 2a8 8 0 0 1 0 16z" fill="currentColor" />
    </>
  ),
  cross: line('M4.5 4.5l11 11M15.5 4.5l-11 11', 2),
  stop: line('M2.5 2.5h15v15h-15zM6.5 6.5l7 7M13.5 6.5l-7 7', 1.8),
  warn: line('M10 2.5L18.5 17h-17zM10 8v4.2M10 14.6v.1', 1.8),
  two: line('M1.5 10.5l3.5 4 7-9M9 13l1.5 1.5 8-9', 1.8),
  lock: line('M4 9h12v8.5H4zM6.5 9V6a3.5 3.5 0 0 1 7 0v3'),
  list: line('M3 5.5h.1M3 10h.1M3 14.5h.1M7 5.5h10M7 10h10M7 14.5h10'),
  menu: line('M3 5.5h14M3 10h14M3 14.5h14'),
  pen: line('M3 17l1-4L14 3l3 3L7 16z'),
  dash: line('M4 10h12', 2),
  plus: line('M10 4v12M4 10h12', 2),
  net: line('M2.5 4h15v10h-15zM7 17.5h6'),
  inbox: line('M2.5 11.5L5 4h10l2.5 7.5v5h-15zM2.5 11.5h4.5l1 2h4l1-2h4.5'),
  home: line('M3 9.5L10 3l7 6.5M5 8v9h10V8'),
  ask: line('M3 4h14v10H9l-4 3.5V14H3z'),
  book: line('M4.5 3h11v14h-11zM4.5 13.5h11M8 6.5h4.5'),
  people: (
    <>
      <circle cx="10" cy="6.5" r="3.2" fill="none" stroke="currentColor" strokeWidth="1.6" />
      {line('M3.5 17c.6-3.6 3-5.5 6.5-5.5s5.9 1.9 6.5 5.5')}
    </>
  ),
  eye: (
    <>
      {line('M1.5 10C4 5.8 7 4 10 4s6 1.8 8.5 6c-2.5 4.2-5.5 6-8.5 6s-6-1.8-8.5-6z')}
      <circle cx="10" cy="10" r="2.4" fill="none" stroke="currentColor" strokeWidth="1.6" />
    </>
  ),
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof drawings;

/** A sign beside its word, in the colour and size of the text. It says nothing by itself. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg className="ic" viewBox="0 0 20 20" aria-hidden="true">
    {drawings[name]}
  </svg>
);

/** The mark of the product: three people around a seed. */
export const Logo = () => (
  <svg viewBox="0 0 32 32" aria-hidden="true">
    <g fill="none" stroke="currentColor" strokeWidth="2.7" strokeLinecap="round">
      <path d="M16 3.4C23 3.4 27.9 8.6 27.9 14.6" />
      <path d="M16 3.4C23 3.4 27.9 8.6 27.9 14.6" transform="rotate(120 16 16)" />
      <path d="M16 3.4C23 3.4 27.9 8.6 27.9 14.6" transform="rotate(240 16 16)" />
    </g>
    <g fill="currentColor">
      <ellipse cx="16" cy="16" rx="4.1" ry="6" transform="rotate(30 16 16)" />
      <circle cx="14.9" cy="3.6" r="3.3" />
      <circle cx="14.9" cy="3.6" r="3.3" transform="rotate(120 16 16)" />
      <circle cx="14.9" cy="3.6" r="3.3" transform="rotate(240 16 16)" />
    </g>
  </svg>
);
