import type { appointments as contract, Appointment, Result } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { FilterSelect } from '../../components/filter-select.js';
import { Listing } from '../../components/listing.js';
import { OrganisationLink } from '../../components/organisation-link.js';
import { Page } from '../../components/page.js';
import { Waiting } from '../../components/problem-view.js';
import { RoleWord } from '../../components/role-word.js';
import { WordsField } from '../../components/words-field.js';
import { useTitleIn } from '../../components/title-in.js';
import { choiceFilter, paths, useFilters } from '../../lib/address.js';
import { pages } from '../../lib/query.js';
import { appointments } from '../../lib/routes.js';
import { ButtonLink } from '../../ui/button-link.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Row } from '../../ui/rows.js';
import { AccountStateWord, useAccountStates, useAppointments } from './account-words.js';

type Named = Result<typeof contract.list>['items'][number];
type State = Named['state'];

function NamedRow({ named }: { named: Named }) {
  const titleIn = useTitleIn();
  const { id, name, title, unit, organisation, roles, expertOf, represents, state } = named;
  return (
    <Row act={<AccountStateWord state={state} />}>
      <Link className="ttl" data-open to={paths.appointment(id, name)}>
        {name}
      </Link>
      <div className="meta">
        <span>
          {[titleIn(title), unit].filter(Boolean).join(', ')}
          {organisation && (
            <>
              {(title || unit) && ', '}
              <OrganisationLink organisation={organisation} />
            </>
          )}
        </span>
        {roles.map((role) => (
          <b key={role}>
            <RoleWord role={role} />
          </b>
        ))}
        {expertOf.length > 0 && (
          <span>
            <Trans>Chuyên gia chủ đề</Trans>
          </span>
        )}
        {represents.length > 0 && (
          <span>
            <Trans>Đầu mối đơn vị</Trans>
          </span>
        )}
      </div>
    </Row>
  );
}

/** Everybody with an account (/quan-tri/nguoi), by what each is named for and in what state. */
export function AppointmentsPage() {
  const { t } = useLingui();
  const [filters] = useFilters();
  const kinds = useAppointments();
  const states = useAccountStates();
  const list = useInfiniteQuery({
    ...pages(appointments.list, {
      ...(filters['q'] && { q: filters['q'] }),
      role: choiceFilter(filters['role'], Object.keys(kinds) as Appointment[]),
      state: choiceFilter(filters['state'], Object.keys(states) as State[]),
    }),
    placeholderData: keepPreviousData,
  });
  if (list.error && !list.data) return <Waiting on={list} />;
  return (
    <Page
      title={t`Người và vai trò`}
      crumb={
        <Link to={paths.administration}>
          <Trans>Quản trị</Trans>
        </Link>
      }
      lede={
        <Trans>
          Người chưa nhận lời mời đứng ở <Link to={paths.invitations}>danh sách lời mời</Link>.
        </Trans>
      }
    >
      <div className="sift" role="group" aria-label={t`Lọc danh sách`}>
        <WordsField label={t`Tìm theo họ tên`} description={t`Có dấu hay không dấu, theo thứ tự nào cũng được.`} />
        <FilterSelect
          name="role"
          label={t`Vai trò`}
          all={t`Tất cả`}
          choices={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
        />
        <FilterSelect
          name="state"
          label={t`Tình trạng`}
          all={t`Tất cả`}
          choices={Object.entries(states).map(([value, label]) => ({ value, label }))}
        />
      </div>
      <Listing
        list={list}
        label={t`Người và vai trò`}
        row={(named) => <NamedRow key={named.id} named={named} />}
        empty={
          <EmptyState
            title={<Trans>Không có ai như vậy</Trans>}
            action={
              <ButtonLink to={paths.appointments}>
                <Trans>Bỏ lọc</Trans>
              </ButtonLink>
            }
          >
            <Trans>Thử chỉ gõ tên, hoặc bớt điều kiện lọc.</Trans>
          </EmptyState>
        }
      />
    </Page>
  );
}
