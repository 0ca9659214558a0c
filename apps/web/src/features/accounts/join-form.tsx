import type { invitations as contract, Result } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Page } from '../../components/page.js';
import { FormProblem } from '../../components/problem-view.js';
import { paths } from '../../lib/address.js';
import { useContractForm } from '../../lib/contract-form.js';
import { useFormat } from '../../lib/format.js';
import { invitations } from '../../lib/routes.js';
import { useSignedIn } from '../../lib/session.js';
import { Facts } from '../../ui/rows.js';
import { TrustDevice } from './trust-device.js';

type Invitation = Result<typeof contract.readInvitation>;

/** One screen: what the organiser wrote, right or to be corrected, then "Tham gia". No password. */
export function JoinForm({ token, invitation }: { token: string; invitation: Invitation }) {
  const { t } = useLingui();
  const format = useFormat();
  const navigate = useNavigate();
  const takeOver = useSignedIn();
  const { name, title, unit, organisation, email, invitedBy, expiresAt } = invitation;
  const incomplete = name === '' || title === '';
  const [checked, setChecked] = useState<'right' | 'wrong' | undefined>(incomplete ? 'wrong' : undefined);
  const { form, submit, send } = useContractForm(invitations.acceptInvitation, {
    initialValues: { name, title, unit, trustDevice: false },
    input: (values) => ({ token, ...values }),
    onDone: (me) => void takeOver(me).then(() => navigate({ to: paths.rules })),
  });
  const until = format.date(expiresAt);
  return (
    <Page title={t`Mời tham gia Mạng lưới chuyên gia Chính phủ điện tử`} tab={t`Lời mời`}>
      <p className="lede">
        {invitedBy ? (
          <Trans>
            {invitedBy} mời, lời mời dùng được đến {until}.
          </Trans>
        ) : (
          <Trans>Lời mời dùng được đến {until}.</Trans>
        )}
      </p>
      <form className="stack measure" onSubmit={submit} noValidate>
        {checked === 'wrong' ? (
          <div className="fields wide">
            <TextInput label={t`Họ và tên`} autoComplete="name" {...form.getInputProps('name')} />
            <TextInput label={t`Chức vụ`} autoComplete="organization-title" {...form.getInputProps('title')} />
            <TextInput label={t`Phòng, ban`} {...form.getInputProps('unit')} />
            <div>
              <p className="in-label">
                <Trans>Đơn vị</Trans>
              </p>
              <p>{organisation}</p>
              <p className="note">
                <Trans>Đơn vị chưa đúng thì vẫn tham gia được; sau đó báo người mời để ghi lại.</Trans>
              </p>
            </div>
          </div>
        ) : (
          <div className="wide">
            <Facts
              wide
              items={[
                [t`Họ và tên`, name],
                [t`Chức vụ`, title],
                [t`Phòng, ban`, unit],
                [t`Đơn vị`, organisation],
                [t`Địa chỉ thư`, email],
              ]}
            />
          </div>
        )}
        {checked !== 'wrong' && (
          <div className="btns" role="group" aria-label={t`Thông tin trên có đúng không?`}>
            <Button aria-pressed={checked === 'right'} onClick={() => setChecked('right')}>
              <Trans>Đúng</Trans>
            </Button>
            <Button onClick={() => setChecked('wrong')}>
              <Trans>Cần sửa</Trans>
            </Button>
          </div>
        )}
        {checked && (
          <>
            <p className="small soft">
              <Trans>
                Không cần mật khẩu: lần sau, mã sáu chữ số được gửi tới {email}. Bước tiếp theo là quy tắc ứng xử và
                thông báo về dữ liệu cá nhân.
              </Trans>
            </p>
            <TrustDevice {...form.getInputProps('trustDevice', { type: 'checkbox' })} />
            <FormProblem error={send.error} />
            <Button type="submit" variant="filled" loading={send.isPending}>
              <Trans>Tham gia</Trans>
            </Button>
          </>
        )}
      </form>
    </Page>
  );
}
