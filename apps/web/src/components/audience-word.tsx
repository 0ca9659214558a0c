import type { SpaceKind } from '@hat-nhan/contracts';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Icon } from '../ui/icons.js';

interface Audience {
  kind: SpaceKind;
  name: string;
}

/** Who may see something, in the words of readers: the three wide audiences by their word, all others by their name. */
export function audienceWord({ kind, name }: Audience): ReactNode {
  if (kind === 'public') return <Trans>Công khai</Trans>;
  if (kind === 'members') return <Trans>Mọi thành viên</Trans>;
  if (kind === 'state') return <Trans>Chỉ cơ quan nhà nước</Trans>;
  if (kind === 'draft') return <Trans>Riêng tư</Trans>;
  if (kind === 'conversation') return <Trans>Trao đổi riêng</Trans>;
  return name;
}

/** The audience beside a title: a lock where not every member reads it. */
export const AudienceWord = ({ audience }: { audience: Audience }) => (
  <span>
    {audience.kind !== 'public' && audience.kind !== 'members' && <Icon name="lock" />}{' '}
    <span className="vh">
      <Trans>Ai xem được:</Trans>{' '}
    </span>
    {audienceWord(audience)}
  </span>
);
