import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox, TextInput } from '@mantine/core';
import { PlaceFields } from '../../components/place-fields.js';
import { FormProblem } from '../../components/problem-view.js';
import { useContractForm } from '../../lib/contract-form.js';
import { invitations } from '../../lib/routes.js';
import { useMe } from '../../lib/session.js';
import { notify } from '../../ui/notify.js';

type Role = 'moderator' | 'editor' | 'coordinator' | 'administrator';

/** Who is invited, as the letter will say it; roles never more than the inviter holds. */
export function InviteForm() {
  const { t } = useLingui();
  const { person } = useMe();
  const { form, submit, send } = useContractForm(invitations.invite, {
    initialValues: {
      email: '',
      name: '',
      title: '',
      organisationId: '',
      unit: '',
      roles: [] as string[],
    },
    input: (values) => ({ ...values, organisationId: Number(values.organisationId), roles: values.roles as Role[] }),
    invalidates: [invitations.invitations],
    onDone: (_, { name }) => {
      form.reset();
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
      <PlaceFields form={form} current />
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
