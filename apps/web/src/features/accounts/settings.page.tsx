import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Page } from '../../components/page.js';
import { SignInFirst, Waiting } from '../../components/problem-view.js';
import { query } from '../../lib/query.js';
import { accounts, people, sessions } from '../../lib/routes.js';
import { useMe } from '../../lib/session.js';
import { Section } from '../../ui/section.js';
import { Addresses } from './addresses.js';
import { Consents } from './consents.js';
import { Devices } from './devices.js';
import { DisplayChoices } from './display-choices.js';
import { Interests } from './interests.js';
import { OwnClaims } from './own-claims.js';
import { Password } from './password.js';
import { ProfileForm } from './profile-form.js';
import { SecondFactors } from './second-factors.js';

/** Everything that a member sets for himself: profile, appearance, addresses, ways to sign in, devices. */
export function SettingsPage() {
  const { t } = useLingui();
  const { person } = useMe();
  const profile = useQuery({ ...query(people.profile, {}), enabled: person !== null });
  const emails = useQuery({ ...query(accounts.emails, {}), enabled: person !== null });
  const devices = useQuery({ ...query(sessions.sessions, {}), enabled: person !== null });
  const member = person?.rulesAccepted || person?.rulesChanged;
  if (!person) return <SignInFirst />;
  if (!profile.data) return <Waiting on={profile} />;
  return (
    <Page title={t`Cài đặt`}>
      <Section title={<Trans>Trang cá nhân</Trans>}>
        <ProfileForm key={profile.data.version} profile={profile.data} personId={person.id} />
      </Section>
      <Section title={<Trans>Giao diện</Trans>} hint={<Trans>lưu ngay khi chọn</Trans>}>
        <DisplayChoices person={person} />
      </Section>
      {member && (
        <Section title={<Trans>Đồng ý theo từng mục đích</Trans>} hint={<Trans>lưu ngay khi chọn</Trans>}>
          <Consents />
        </Section>
      )}
      {member && (
        <Section title={<Trans>Quan hệ lợi ích</Trans>}>
          <Interests />
        </Section>
      )}
      <Section title={<Trans>Địa chỉ thư</Trans>}>
        <OwnClaims />
        {emails.data ? <Addresses items={emails.data.items} /> : <Waiting on={emails} lines={2} />}
      </Section>
      <Section title={<Trans>Mật khẩu</Trans>} hint={<Trans>không bắt buộc</Trans>}>
        {emails.data ? <Password set={emails.data.hasPassword} /> : <Waiting on={emails} lines={2} />}
      </Section>
      <SecondFactors />
      <Section title={<Trans>Máy đang đăng nhập</Trans>}>
        {devices.data ? <Devices items={devices.data.items} /> : <Waiting on={devices} lines={3} />}
      </Section>
    </Page>
  );
}
