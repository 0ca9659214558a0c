import type { Byline } from '@hat-nhan/contracts';
import { initials } from '@hat-nhan/vietnamese';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { paths } from '../lib/address.js';
import { useVisitor } from '../lib/session.js';
import { StateWord } from '../ui/state-word.js';
import { useTitleIn } from './title-in.js';

/** What a reader should weigh when this person speaks. */
export function PersonMark({ mark }: { mark: Byline['mark'] }) {
  if (mark === 'enterprise') {
    return (
      <StateWord tone="due" icon="warn">
        <Trans>Doanh nghiệp</Trans>
      </StateWord>
    );
  }
  if (mark === 'interested') {
    return (
      <StateWord tone="due" icon="warn">
        <Trans>Đơn vị có liên quan</Trans>
      </StateWord>
    );
  }
  if (mark === 'expert') {
    return (
      <StateWord tone="ok" icon="checkRing">
        <Trans>Chuyên gia chủ đề</Trans>
      </StateWord>
    );
  }
  return null;
}

// What the server puts into `title` of who asks without name, in the reader's language.
const UNNAMED: Record<string, ReactNode> = {
  'Một thành viên cấp tỉnh': <Trans>Một thành viên cấp tỉnh</Trans>,
  'Một thành viên cấp bộ': <Trans>Một thành viên cấp bộ</Trans>,
  'Một thành viên': <Trans>Một thành viên</Trans>,
};

/** The name, with its link for whom the directory is open; who asked without name is "Một thành viên cấp tỉnh", which the server puts into `title`. */
export function PersonName({ by }: { by: Byline }) {
  const visitor = useVisitor();
  if (by.name === null) return <span className="nm">{UNNAMED[by.title] ?? by.title}</span>;
  if (by.personId === null || visitor) return <span className="nm">{by.name}</span>;
  return (
    <Link className="nm" to={paths.person(by.personId, by.name)}>
      {by.name}
    </Link>
  );
}

function usePosition({ name, title, organisation }: Byline): string {
  const titleIn = useTitleIn();
  return name === null ? organisation : [titleIn(title), organisation].filter(Boolean).join(', ');
}

interface PersonChipProps {
  by: Byline;
  /** `line`: one line of a list · `margin`: the column beside a post · `block`: with the initials. */
  as?: 'line' | 'margin' | 'block';
  children?: ReactNode;
}

/** Who wrote: name, position and organisation as they were then. */
export function PersonChip({ by, as = 'line', children }: PersonChipProps) {
  const position = usePosition(by);
  if (as === 'line') {
    return (
      <span>
        <PersonName by={by} />
        {position && `, ${position}`} <PersonMark mark={by.mark} />
        {children}
      </span>
    );
  }
  const words = (
    <div>
      <PersonName by={by} />
      <span className="po soft" style={{ display: 'block' }}>
        {position}
      </span>
      <PersonMark mark={by.mark} />
      {children}
    </div>
  );
  if (as === 'margin') return <div className="small">{words}</div>;
  return (
    <div className="who">
      <span className="in2" aria-hidden="true">
        {by.name === null ? '–' : initials(by.name)}
      </span>
      {words}
    </div>
  );
}
