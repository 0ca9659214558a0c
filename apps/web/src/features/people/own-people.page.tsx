import type { people as contract, Result } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Page } from '../../components/page.js';
import { FormProblem, Waiting } from '../../components/problem-view.js';
import { DayField } from '../../components/day-field.js';
import { dayOf } from '../../components/typed-day.js';
import { useTitleIn } from '../../components/title-in.js';
import { paths } from '../../lib/address.js';
import { useContractForm } from '../../lib/contract-form.js';
import { useFormat } from '../../lib/format.js';
import { query } from '../../lib/query.js';
import { invitations, joins, people } from '../../lib/routes.js';
import { ButtonLink } from '../../ui/button-link.js';
import { EmptyState } from '../../ui/empty-state.js';
import { notify } from '../../ui/notify.js';
import { Row, Rows } from '../../ui/rows.js';
import { Section } from '../../ui/section.js';
import { OwnInvitations } from './own-invitations.js';

type Place = Result<typeof contract.represented>['items'][number];
type Colleague = Place['people'][number];

function EndForm({ person, close }: { person: Colleague; close: () => void }) {
  const { t } = useLingui();
  const { form, submit, send } = useContractForm(people.endPosition, {
    initialValues: { to: '' },
    input: ({ to }) => ({ id: person.id, to: dayOf(to) ?? '' }),
    invalidates: [people.represented, people.read],
    onDone: () => void notify({ message: t`Đã ghi ngày kết thúc.` }),
  });
  return (
    <form className="fields" onSubmit={submit} noValidate>
      <DayField label={t`Ngày cuối giữ chức vụ`} {...form.getInputProps('to')} />
      <FormProblem error={send.error} />
      <div className="btns">
        <Button type="submit" size="xs" loading={send.isPending}>
          <Trans>Ghi ngày kết thúc</Trans>
        </Button>
        <Button size="xs" variant="subtle" onClick={close}>
          <Trans>Bỏ qua</Trans>
        </Button>
      </div>
    </form>
  );
}

function ColleagueRow({ person }: { person: Colleague }) {
  const titleIn = useTitleIn();
  const { t } = useLingui();
  const format = useFormat();
  const [ending, setEnding] = useState(false);
  return (
    <Row
      act={
        !ending && (
          <Button size="xs" aria-label={t`Kết thúc chức vụ của ${person.name}`} onClick={() => setEnding(true)}>
            <Trans>Kết thúc chức vụ</Trans>
          </Button>
        )
      }
    >
      <Link className="ttl" data-open to={paths.person(person.id, person.name)}>
        {person.name}
      </Link>
      <div className="meta">
        <span>{[titleIn(person.title), person.unit, person.organisation].filter(Boolean).join(', ')}</span>
        {person.since && (
          <span>
            <Trans>từ {format.date(person.since)}</Trans>
          </span>
        )}
      </div>
      {ending && <EndForm person={person} close={() => setEnding(false)} />}
    </Row>
  );
}

function InviteOwn({ place }: { place: Place }) {
  const { t } = useLingui();
  const { form, submit, send } = useContractForm(joins.inviteOwn, {
    initialValues: { name: '', email: '', title: '', unit: '' },
    input: (values) => ({ ...values, organisationId: place.id }),
    invalidates: [invitations.ownInvitations],
    onDone: (_, { name }) => {
      form.reset();
      void notify({ message: t`Đã gửi lời mời tới ${name}.` });
    },
  });
  return (
    <form className="fields" onSubmit={submit} noValidate>
      <TextInput label={t`Họ và tên`} autoComplete="off" {...form.getInputProps('name')} />
      <TextInput label={t`Địa chỉ thư`} type="email" autoComplete="off" {...form.getInputProps('email')} />
      <TextInput label={t`Chức vụ`} autoComplete="off" {...form.getInputProps('title')} />
      <TextInput
        label={t`Phòng, ban`}
        description={t`Có thể để trống.`}
        autoComplete="off"
        {...form.getInputProps('unit')}
      />
      <FormProblem error={send.error} />
      <div className="btns">
        <Button type="submit" loading={send.isPending}>
          <Trans>Gửi lời mời</Trans>
        </Button>
      </div>
    </form>
  );
}

/** For representatives (/nguoi-cua-don-vi): who is in office, an invitation, the end of a post; nothing else. */
export function OwnPeoplePage() {
  const { t } = useLingui();
  const list = useQuery(query(people.represented, {}));
  if (!list.data) return <Waiting on={list} lines={8} />;
  const { items } = list.data;
  return (
    <Page
      title={t`Người của đơn vị`}
      beside={
        <ButtonLink to={paths.joinRequests} size="xs">
          <Trans>Đề nghị tham gia</Trans>
        </ButtonLink>
      }
    >
      {items.length === 0 && (
        <EmptyState title={<Trans>Chưa là đầu mối của đơn vị nào</Trans>}>
          <Trans>Điều phối viên ghi đầu mối theo văn bản cử của đơn vị.</Trans>
        </EmptyState>
      )}
      {items.length > 0 && <OwnInvitations />}
      {items.map((place) => (
        <Section key={place.id} title={place.name}>
          <Rows label={place.name}>
            {place.people.map((person) => (
              <ColleagueRow key={person.id} person={person} />
            ))}
          </Rows>
          <div className="own-invite">
            <h3>
              <Trans>Mời người của đơn vị</Trans>
            </h3>
            <InviteOwn place={place} />
          </div>
        </Section>
      ))}
    </Page>
  );
}
