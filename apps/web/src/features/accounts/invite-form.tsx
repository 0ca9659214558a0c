import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormProblem } from '../../components/problem-view.js';
import { useContractForm } from '../../lib/contract-form.js';
import { query } from '../../lib/query.js';
import { invitations, organisations } from '../../lib/routes.js';
import { useMe } from '../../lib/session.js';
import { notify } from '../../ui/notify.js';

type Role = 'moderator' | 'editor' | 'coordinator' | 'administrator';

/** Who is invited, as the letter will say it; roles never more than the inviter holds. */
export function InviteForm() {
  const { t, i18n } = useLingui();
  const { person } = useMe();
  const [words, setWords] = useState('');
  const [q] = useDebouncedValue(words, 200);
  const found = useQuery({
    ...query(organisations.list, { q, former: false, limit: 20 }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });
  const { form, submit, send } = useContractForm(invitations.invite, {
    initialValues: {
      email: '',
      name: '',
      title: '',
      organisationId: null as string | null,
      unit: '',
      roles: [] as string[],
    },
    input: (values) => ({ ...values, organisationId: Number(values.organisationId), roles: values.roles as Role[] }),
    invalidates: [invitations.invitations],
    onDone: (_, { name }) => {
      form.reset();
      setWords('');
      void notify({ message: t`Đã gửi lời mời tới ${name}.` });
    },
  });
  const names: Record<Role, string> = {
    moderator: t`Điều hành viên`,
    editor: t`Biên tập viên`,
    coordinator: t`Điều phối viên`,
    administrator: t`Quản trị viên`,
  };
  const held = person?.roles ?? [];
  const mayGive = (Object.keys(names) as Role[]).filter(
    (role) => held.includes('administrator') || held.includes(role),
  );
  return (
    <form className="fields" onSubmit={submit} noValidate>
      <TextInput label={t`Họ và tên`} autoComplete="off" {...form.getInputProps('name')} />
      <TextInput label={t`Địa chỉ thư`} type="email" autoComplete="off" {...form.getInputProps('email')} />
      <TextInput label={t`Chức vụ`} autoComplete="off" {...form.getInputProps('title')} />
      <Select
        label={t`Đơn vị`}
        description={t`Gõ vài chữ của tên, có dấu hay không dấu.`}
        searchable
        searchValue={words}
        onSearchChange={setWords}
        filter={({ options }) => options}
        nothingFoundMessage={q && !found.isFetching ? t`Không có đơn vị nào tên như vậy` : undefined}
        data={
          found.data?.items.map(({ id, name, nameEn }) => ({
            value: String(id),
            label: i18n.locale === 'en' && nameEn ? nameEn : name,
          })) ?? []
        }
        {...form.getInputProps('organisationId')}
      />
      <TextInput
        label={t`Phòng, ban`}
        description={t`Có thể để trống.`}
        autoComplete="off"
        {...form.getInputProps('unit')}
      />
      {mayGive.length > 0 && (
        <Checkbox.Group label={t`Vai trò`} {...form.getInputProps('roles')}>
          <div className="picks">
            {mayGive.map((role) => (
              <Checkbox key={role} value={role} label={names[role]} />
            ))}
          </div>
        </Checkbox.Group>
      )}
      <FormProblem error={send.error} />
      <div className="btns">
        <Button type="submit" variant="filled" loading={send.isPending}>
          <Trans>Gửi lời mời</Trans>
        </Button>
      </div>
    </form>
  );
}
