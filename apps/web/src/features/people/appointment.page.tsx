import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { OrganisationLink } from '../../components/organisation-link.js';
import { Page } from '../../components/page.js';
import { Waiting } from '../../components/problem-view.js';
import { useTitleIn } from '../../components/title-in.js';
import { paths, useId } from '../../lib/address.js';
import { useFormat } from '../../lib/format.js';
import { query } from '../../lib/query.js';
import { appointments } from '../../lib/routes.js';
import { Facts } from '../../ui/rows.js';
import { Section } from '../../ui/section.js';
import { AccountStateWord, useAccountStates } from './account-words.js';
import { AccountSwitch } from './account-switch.js';
import { EndSessions } from './end-sessions.js';
import { ExpertTopics } from './expert-topics.js';
import { Represented } from './represented.js';
import { Roles } from './roles.js';

/** What one person is named for, and his account (/quan-tri/nguoi/$id). */
export function AppointmentPage() {
  const titleIn = useTitleIn();
  const { t } = useLingui();
  const format = useFormat();
  const states = useAccountStates();
  const answer = useQuery({ ...query(appointments.read, { id: useId() }), staleTime: 0 });
  if (!answer.data) return <Waiting on={answer} lines={10} />;
  const named = answer.data;
  const { id, name, title, unit, organisation, state, joinedAt, secondFactor, sessions, can } = named;
  return (
    <Page
      title={name}
      tab={t`Vai trò và tài khoản: ${name}`}
      crumb={
        <span className="dot">
          <span>
            <Link to={paths.administration}>
              <Trans>Quản trị</Trans>
            </Link>
          </span>
          <span>
            <Link to={paths.appointments}>
              <Trans>Người và vai trò</Trans>
            </Link>
          </span>
        </span>
      }
      beside={
        <Link to={paths.person(id, name)}>
          <Trans>Trang cá nhân</Trans>
        </Link>
      }
      lede={
        <p>
          {[titleIn(title), unit].filter(Boolean).join(', ')}
          {organisation && (
            <>
              {(title || unit) && ', '}
              <OrganisationLink organisation={organisation} />
            </>
          )}{' '}
          <AccountStateWord state={state} />
        </p>
      }
      facts={
        <Section title={<Trans>Tài khoản</Trans>}>
          <Facts
            items={[
              [<Trans key="n">Tình trạng</Trans>, states[state]],
              [<Trans key="n">Tham gia từ</Trans>, format.date(joinedAt)],
              [
                <Trans key="n">Xác thực hai lớp</Trans>,
                secondFactor === null ? null : secondFactor ? t`Đã bật` : t`Chưa bật`,
              ],
              [
                <Trans key="n">Đang đăng nhập</Trans>,
                sessions === null ? null : <Plural key="v" value={sessions} other="# thiết bị" />,
              ],
            ]}
          />
        </Section>
      }
    >
      <Roles named={named} />
      <ExpertTopics key={named.expertOf.map((topic) => topic.id).join()} named={named} />
      <Represented key={`r${named.represents.map((one) => one.id).join()}`} named={named} />
      {can.endSessions && <EndSessions named={named} />}
      {can.disable && <AccountSwitch person={{ id, name, disabled: state === 'disabled' }} />}
    </Page>
  );
}
