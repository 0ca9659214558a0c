import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ProblemLine } from '../../components/problem-view.js';
import { useTitleIn } from '../../components/title-in.js';
import { paths } from '../../lib/address.js';
import { query, useSend } from '../../lib/query.js';
import { people } from '../../lib/routes.js';
import { useMe } from '../../lib/session.js';
import { ButtonLink } from '../../ui/button-link.js';
import { Section } from '../../ui/section.js';

/** Once a year: one tap says that the directory is still right. */
export function OfficeQuestion() {
  const titleIn = useTitleIn();
  const { person } = useMe();
  const profile = useQuery({ ...query(people.profile, {}), staleTime: 600_000 });
  const confirm = useSend(people.confirmPosition, { invalidates: [people.profile, people.read] });
  if (!person || !profile.data?.askOffice) return null;
  return (
    <Section title={<Trans>Vẫn giữ chức vụ này?</Trans>} hint={<Trans>mỗi năm hỏi một lần</Trans>}>
      <p className="office">{[titleIn(person.title), person.organisation].filter(Boolean).join(', ')}</p>
      {confirm.error && <ProblemLine error={confirm.error} />}
      <div className="btns">
        <Button variant="filled" onClick={() => confirm.mutate({})} loading={confirm.isPending}>
          <Trans>Vẫn giữ chức vụ này</Trans>
        </Button>
        <ButtonLink to={paths.moving}>
          <Trans>Chuyển công tác</Trans>
        </ButtonLink>
      </div>
    </Section>
  );
}
