import type { people as contract, Result } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { FormProblem } from '../../components/problem-view.js';
import { paths } from '../../lib/address.js';
import { isProblem, type ProblemError } from '../../lib/api.js';
import { useContractForm } from '../../lib/contract-form.js';
import { query } from '../../lib/query.js';
import { people, topics } from '../../lib/routes.js';
import { Banner } from '../../ui/banner.js';
import { notify } from '../../ui/notify.js';

type Profile = Result<typeof contract.profile>;

/** The text that somebody else, or another tab, saved meanwhile; the member chooses which one stays. */
function Stale({ problem, reload }: { problem: ProblemError; reload: () => void }) {
  const current = problem.body.current as { bio?: string } | undefined;
  return (
    <Banner tone="due" live>
      <b>{problem.body.title}.</b>{' '}
      <Trans>Bản đang lưu trên máy chủ ở dưới đây; bản đang viết vẫn còn trong ô nhập.</Trans>
      {current?.bio && <p className="small soft">{current.bio}</p>}
      <Button variant="subtle" size="xs" onClick={reload}>
        <Trans>Bỏ bản đang viết, lấy bản trên máy chủ</Trans>
      </Button>
    </Banner>
  );
}

/** The member's own page: what he says of himself, how he may be reached, on what he can answer. */
export function ProfileForm({ profile, personId }: { profile: Profile; personId: number }) {
  const { t, i18n } = useLingui();
  const all = useQuery(query(topics.list, {}));
  const again = useQuery(query(people.profile, {}));
  const { form, submit, send } = useContractForm(people.saveProfile, {
    ifMatch: profile.version,
    initialValues: {
      bio: profile.bio,
      telephone: profile.telephone,
      contactVisible: profile.contactVisible,
      canAnswer: profile.canAnswer.map(String),
    },
    input: (values) => ({ ...values, canAnswer: values.canAnswer.map(Number) }),
    invalidates: [people.profile, people.read, people.list],
    onDone: () => void notify({ message: t`Đã lưu trang cá nhân.` }),
  });
  const stale = isProblem(send.error, 'stale');
  return (
    <form className="fields" onSubmit={submit} noValidate>
      <p className="small soft">
        <Trans>
          Chức vụ và đơn vị đổi ở mục “Chuyển công tác” trên{' '}
          <Link to={paths.person(personId, profile.name)}>trang cá nhân</Link>.
        </Trans>
      </p>
      <Textarea
        label={t`Giới thiệu`}
        description={t`Việc đang làm, việc đã làm.`}
        autosize
        minRows={3}
        {...form.getInputProps('bio')}
      />
      <TextInput label={t`Điện thoại`} autoComplete="tel" inputMode="tel" {...form.getInputProps('telephone')} />
      <Checkbox
        label={t`Cho thành viên khác xem địa chỉ thư và điện thoại`}
        {...form.getInputProps('contactVisible', { type: 'checkbox' })}
      />
      <Checkbox.Group
        label={t`Trả lời được về`}
        description={t`Câu hỏi về các chủ đề này hiện ở “Việc cần xử lý”.`}
        {...form.getInputProps('canAnswer')}
      >
        <div className="picks">
          {all.data?.items.map((topic) => (
            <Checkbox
              key={topic.id}
              value={String(topic.id)}
              label={i18n.locale === 'en' ? topic.nameEn : topic.name}
            />
          ))}
        </div>
      </Checkbox.Group>
      {stale && send.error && <Stale problem={send.error} reload={() => void again.refetch()} />}
      {!stale && <FormProblem error={send.error} />}
      <div className="btns">
        <Button type="submit" variant="filled" loading={send.isPending}>
          <Trans>Lưu</Trans>
        </Button>
      </div>
    </form>
  );
}
