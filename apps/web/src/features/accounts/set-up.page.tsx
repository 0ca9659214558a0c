import { Trans, useLingui } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { FormProblem, NotFound } from '../../components/problem-view.js';
import { Page } from '../../components/page.js';
import { paths } from '../../lib/address.js';
import { useContractForm } from '../../lib/contract-form.js';
import { instance } from '../../lib/routes.js';
import { useMe, useSignedIn } from '../../lib/session.js';
import { Banner } from '../../ui/banner.js';
import { ButtonLink } from '../../ui/button-link.js';
import { Section } from '../../ui/section.js';
import { MailTest } from './mail-test.js';

function SetUpForm({ name }: { name: string }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const takeOver = useSignedIn();
  const { mail } = useMe().instance;
  const { form, submit, send } = useContractForm(instance.setUp, {
    initialValues: { name, contact: '', space: '', coordinatorName: '', coordinatorEmail: '' },
    input: (values) => ({ ...values, coordinatorEmail: values.coordinatorEmail.trim() || null }),
    onDone: (me) => void takeOver(me).then(() => navigate({ to: paths.home })),
  });
  return (
    <form className="fields" onSubmit={submit} noValidate>
      <TextInput
        label={t`Tên mạng lưới`}
        description={t`Hiện trong thư và trên trang giới thiệu.`}
        {...form.getInputProps('name')}
      />
      <TextInput
        label={t`Liên hệ`}
        description={t`Tên, điện thoại hoặc địa chỉ của người trả lời thắc mắc; ghi trong mỗi lời mời.`}
        {...form.getInputProps('contact')}
      />
      <TextInput
        label={t`Nhóm đầu tiên`}
        description={t`Nơi trao đổi chung đầu tiên, thí dụ “Khóa 7 · năm 2026”.`}
        {...form.getInputProps('space')}
      />
      {mail ? (
        <>
          <TextInput label={t`Họ và tên điều phối viên`} {...form.getInputProps('coordinatorName')} />
          <TextInput
            label={t`Địa chỉ thư của điều phối viên`}
            description={t`Lời mời được gửi tới đó. Để trống nếu chính tài khoản này điều phối.`}
            type="email"
            {...form.getInputProps('coordinatorEmail')}
          />
        </>
      ) : (
        <Banner tone="due">
          <Trans>
            Chưa gửi được thư nên tài khoản này là điều phối viên. Lời mời cho điều phối viên khác in ra bằng lệnh:
          </Trans>{' '}
          <code>npm run admin -- invite --email … --role coordinator</code>
        </Banner>
      )}
      <FormProblem error={send.error} />
      <div className="btns">
        <Button type="submit" variant="filled" loading={send.isPending}>
          <Trans>Mở mạng lưới</Trans>
        </Button>
      </div>
    </form>
  );
}

/** The rights of an administrator begin with a second factor: what is to be done first, and what follows. */
function SecondFactorFirst({ set }: { set: boolean }) {
  return (
    <div className="stack measure">
      <p>
        <Trans>Vai trò quản trị viên chỉ dùng được sau khi xác nhận hai bước, nên việc thiết lập gồm ba bước:</Trans>
      </p>
      <ol>
        <li>
          <Trans>Thêm passkey hoặc bật mã trên ứng dụng, trong phần Cài đặt.</Trans>
        </li>
        <li>
          <Trans>Cất mã dự phòng ở nơi an toàn.</Trans>
        </li>
        <li>
          <Trans>Về lại trang này: thử gửi thư, đặt tên mạng lưới, mở nhóm đầu tiên.</Trans>
        </li>
      </ol>
      {set ? (
        <p>
          <Trans>Xác nhận hai bước đã bật. Bấm “Xác nhận” ở đầu trang để dùng vai trò trong phiên này.</Trans>
        </p>
      ) : (
        <div className="btns">
          <ButtonLink to={paths.settings} variant="filled">
            <Trans>Bật xác nhận hai bước</Trans>
          </ButtonLink>
        </div>
      )}
    </div>
  );
}

/** The first minutes of an empty network: its name, whom to ask, its first space, who coordinates, and whether mail works. */
export function SetUpPage() {
  const { t } = useLingui();
  const me = useMe();
  if (!me.can.administer && me.person?.waitingRoles.includes('administrator'))
    return (
      <Page title={t`Thiết lập mạng lưới`}>
        <SecondFactorFirst set={me.person.secondFactor} />
      </Page>
    );
  if (!me.can.administer) return <NotFound />;
  return (
    <Page
      title={t`Thiết lập mạng lưới`}
      lede={
        me.instance.setUp && (
          <Trans>Mười chủ đề, danh mục cơ quan và bảng từ viết tắt đã có sẵn. Còn các việc dưới đây.</Trans>
        )
      }
    >
      {!me.instance.setUp ? (
        <div className="stack measure">
          <Banner tone="ok">
            <Trans>Mạng lưới đã được thiết lập.</Trans>
          </Banner>
          <ButtonLink to={paths.invitations} variant="filled">
            <Trans>Mời thành viên</Trans>
          </ButtonLink>
        </div>
      ) : (
        <>
          <Section title={<Trans>Thử gửi thư</Trans>}>
            <MailTest />
          </Section>
          <Section title={<Trans>Mạng lưới</Trans>}>
            <SetUpForm name={me.instance.name} />
          </Section>
        </>
      )}
    </Page>
  );
}
