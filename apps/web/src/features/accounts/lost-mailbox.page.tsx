import { Trans, useLingui } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Page } from '../../components/page.js';
import { FormProblem } from '../../components/problem-view.js';
import { useContractForm } from '../../lib/contract-form.js';
import { claims } from '../../lib/routes.js';
import { Banner } from '../../ui/banner.js';

/** The old mailbox is gone, and no other way is left (/hop-thu-cu). */
export function LostMailboxPage() {
  const { t } = useLingui();
  const [sent, setSent] = useState(false);
  const { form, submit, send } = useContractForm(claims.claimMailbox, {
    initialValues: { name: '', oldEmail: '', newEmail: '', telephone: '' },
    input: (values) => values,
    onDone: () => setSent(true),
  });
  return (
    <Page
      title={t`Hộp thư cũ không còn`}
      lede={
        <p>
          <Trans>
            Còn địa chỉ thư thứ hai, passkey hoặc mã dự phòng thì đăng nhập bằng cách đó. Nếu không, điều phối viên liên
            hệ để xác nhận; sau 72 giờ, đường dẫn đăng nhập được gửi tới địa chỉ mới.
          </Trans>
        </p>
      }
    >
      {sent ? (
        <Banner tone="ok" live>
          <Trans>Đã nhận đề nghị. Điều phối viên sẽ liên hệ theo số điện thoại vừa điền.</Trans>
        </Banner>
      ) : (
        <form className="fields" onSubmit={submit} noValidate>
          <TextInput label={t`Họ và tên`} autoComplete="name" {...form.getInputProps('name')} />
          <TextInput label={t`Địa chỉ thư cũ`} type="email" autoComplete="off" {...form.getInputProps('oldEmail')} />
          <TextInput label={t`Địa chỉ thư mới`} type="email" autoComplete="email" {...form.getInputProps('newEmail')} />
          <TextInput label={t`Số điện thoại`} type="tel" autoComplete="tel" {...form.getInputProps('telephone')} />
          <FormProblem error={send.error} />
          <div className="btns">
            <Button type="submit" variant="filled" loading={send.isPending}>
              <Trans>Gửi đề nghị</Trans>
            </Button>
          </div>
        </form>
      )}
    </Page>
  );
}
