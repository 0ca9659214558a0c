import type { moving as contract, Result } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Page } from '../../components/page.js';
import { Waiting } from '../../components/problem-view.js';
import { dayOf } from '../../components/typed-day.js';
import { paths } from '../../lib/address.js';
import { useContractForm } from '../../lib/contract-form.js';
import { query } from '../../lib/query.js';
import { moving, organisations, people, sessions } from '../../lib/routes.js';
import { useMe } from '../../lib/session.js';
import { ButtonLink } from '../../ui/button-link.js';
import { EmptyState } from '../../ui/empty-state.js';
import { notify } from '../../ui/notify.js';
import { MovingReview } from './moving-review.js';
import { MovingStep } from './moving-step.js';
import './people.css';

type Moving = Result<typeof contract.read>;
type Next = 'in_office' | 'retired' | 'none';

/** Who is asked to take over which role, by the role. */
type Takers = Record<string, { topicId?: number; organisationId?: number; personId: number }>;
const NOBODY: Takers = {};

/** The form of "Chuyển công tác" as both of its steps know it. */
function useMovingForm(onDone: () => void, onWrong: () => void) {
  return useContractForm(moving.move, {
    initialValues: { next: 'in_office', to: '', title: '', unit: '', organisationId: '', takers: NOBODY },
    input: ({ next, to, title, unit, organisationId, takers }) => {
      const begins = next === 'in_office';
      return {
        next: next as Next,
        to: dayOf(to) ?? '',
        title: begins ? title : '',
        unit: begins ? unit : '',
        organisationId: begins && organisationId ? Number(organisationId) : null,
        handOver: Object.values(takers),
      };
    },
    invalidates: [moving.read, people.read, people.list, people.profile, organisations.read, sessions.session],
    onDone,
    // What the server finds wrong stands on a field of the first step, so the way leads back to it.
    onProblem: ({ fields }) => fields.some(({ pointer }) => pointer !== '/handOver') && onWrong(),
  });
}
export type MovingForm = ReturnType<typeof useMovingForm>;

function Steps({ position, ...read }: Moving & { position: NonNullable<Moving['position']> }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { person } = useMe();
  const [review, setReview] = useState(false);
  const moves = useMovingForm(
    () => {
      void notify({ message: t`Đã ghi chuyển công tác.` });
      if (person) void navigate({ to: paths.person(person.id, person.name) });
    },
    () => setReview(false),
  );
  if (review) return <MovingReview {...read} position={position} moves={moves} back={() => setReview(false)} />;
  return <MovingStep position={position} moves={moves} goOn={() => setReview(true)} />;
}

/** "Chuyển công tác" (/chuyen-cong-tac): the last day, what comes next, what stays; recorded in one step. */
export function MovingPage() {
  const { t } = useLingui();
  const { person } = useMe();
  const answer = useQuery({ ...query(moving.read, {}), staleTime: 0 });
  if (!answer.data) return <Waiting on={answer} lines={8} />;
  const { position, stays, goes } = answer.data;
  return (
    <Page
      title={t`Chuyển công tác`}
      crumb={
        person && (
          <Link to={paths.person(person.id, person.name)}>
            <Trans>Trang cá nhân</Trans>
          </Link>
        )
      }
    >
      {position ? (
        <Steps position={position} stays={stays} goes={goes} />
      ) : (
        <EmptyState
          title={<Trans>Chưa ghi chức vụ đương nhiệm</Trans>}
          action={
            person && (
              <ButtonLink to={paths.person(person.id, person.name)}>
                <Trans>Thêm chức vụ</Trans>
              </ButtonLink>
            )
          }
        >
          <Trans>Chức vụ mới được ghi trên trang cá nhân.</Trans>
        </EmptyState>
      )}
    </Page>
  );
}
