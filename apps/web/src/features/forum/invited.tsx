import type { Invited as Invitation, Thread } from '@hat-nhan/contracts';
import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { InvitationReplies } from '../../components/invitation-replies.js';
import { later } from '../../components/later.js';
import { paths } from '../../lib/address.js';
import { useFormat } from '../../lib/format.js';
import { query } from '../../lib/query.js';
import { answerInvitations } from '../../lib/routes.js';
import { useMe } from '../../lib/session.js';
import { Section } from '../../ui/section.js';
import './coming-back.css';

const InviteDialog = later(async () => (await import('./invite-dialog.js')).InviteDialog);

function State({ state, answerBy, handedTo }: Invitation) {
  const format = useFormat();
  const day = answerBy ? format.date(answerBy) : '';
  const name = handedTo?.name ?? '';
  switch (state) {
    case 'open':
      return <Trans>Chưa trả lời lời mời</Trans>;
    case 'will_answer':
      return <Trans>Hẹn trả lời trước hết ngày {day}</Trans>;
    case 'answered':
      return <Trans>Đã trả lời</Trans>;
    case 'handed_on':
      return name ? <Trans>Đã chuyển cho {name}</Trans> : <Trans>Đã chuyển cho người khác</Trans>;
    case 'not_my_field':
      return <Trans>Không phải lĩnh vực</Trans>;
    default:
      return <Trans>Hết hạn</Trans>;
  }
}

/** The rail: who was invited to answer, and how far each has come. */
export function Invited({ thread }: { thread: Thread }) {
  const member = useMe().person !== null;
  const [inviting, setInviting] = useState(false);
  const question = member && thread.kind === 'question';
  const list = useQuery({ ...query(answerInvitations.list, { id: thread.id }), enabled: question });
  if (!list.data) return null;
  const { items, left, can } = list.data;
  if (items.length === 0 && !can.invite) return null;
  return (
    <Section title={<Trans>Mời trả lời</Trans>}>
      {items.length > 0 && (
        <ul className="list">
          {items.map((one) => (
            <li key={one.person.id}>
              <Link to={paths.person(one.person.id, one.person.name)}>{one.person.name}</Link>
              <div className="small soft">
                <State {...one} />
              </div>
            </li>
          ))}
        </ul>
      )}
      <InvitationReplies threadId={thread.id} />
      {can.invite && (
        <Button size="xs" onClick={() => setInviting(true)}>
          <Trans>Mời trả lời</Trans>
        </Button>
      )}
      {inviting && <InviteDialog threadId={thread.id} left={left} close={() => setInviting(false)} />}
    </Section>
  );
}
