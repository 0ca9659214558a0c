import type { Space, SpacePage } from '@hat-nhan/contracts';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { later } from '../../components/later.js';
import { LoadMore } from '../../components/load-more.js';
import { ProblemLine } from '../../components/problem-view.js';
import { paths } from '../../lib/address.js';
import { pages } from '../../lib/query.js';
import { spaces } from '../../lib/routes.js';
import { useMe } from '../../lib/session.js';
import { Section } from '../../ui/section.js';
import { Skeleton } from '../../ui/skeleton.js';
import { useLevels } from './levels.js';

const MembersDialog = later(async () => (await import('./members-dialog.js')).MembersDialog);
const InviteDialog = later(async () => (await import('./invite-dialog.js')).InviteDialog);

/** These three have no members by name: who they are follows from the account. */
const WIDE = new Set<Space['kind']>(['public', 'members', 'state']);

/** The members by name, and changing them for who may. */
export function Members({ space }: { space: SpacePage }) {
  const { t } = useLingui();
  const levels = useLevels();
  const signedIn = useMe().person !== null;
  const [managing, setManaging] = useState(false);
  const [inviting, setInviting] = useState(false);
  const wide = WIDE.has(space.kind);
  const list = useInfiniteQuery({ ...pages(spaces.members, { id: space.id }), enabled: signedIn && !wide });
  if (wide || !signedIn) return null;
  const { data, error, isPending } = list;
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  const total = data?.pages[0]?.total ?? 0;
  return (
    <Section
      title={<Trans context="danh sách">Thành viên</Trans>}
      hint={total > 0 && <Plural value={total} other="# người" />}
      aside={
        (space.can.manage || space.can.invite) && (
          <span className="btns">
            {space.can.invite && (
              <Button size="xs" onClick={() => setInviting(true)}>
                <Trans context="nút">Mời</Trans>
              </Button>
            )}
            {space.can.manage && (
              <Button size="xs" onClick={() => setManaging(true)}>
                <Trans>Quản lý</Trans>
              </Button>
            )}
          </span>
        )
      }
    >
      {error && !data && <ProblemLine error={error} />}
      {isPending && !error && <Skeleton lines={4} label={t`Đang tải`} />}
      {data && items.length === 0 && (
        <p className="small soft">
          <Trans>Chưa có thành viên nào được ghi tên.</Trans>
        </p>
      )}
      <ul className="list">
        {items.map(({ personId, name, level }) => (
          <li key={personId}>
            <Link to={paths.person(personId, name)}>{name}</Link> <span className="soft">{levels[level]}</span>
          </li>
        ))}
      </ul>
      <LoadMore list={list} />
      {inviting && <InviteDialog space={space} close={() => setInviting(false)} />}
      {managing && <MembersDialog space={space} members={items} list={list} close={() => setManaging(false)} />}
    </Section>
  );
}
