import type { Result, topics as contract } from '@hat-nhan/contracts';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useHere } from '../../components/problem-view.js';
import { useTitleIn } from '../../components/title-in.js';
import { paths } from '../../lib/address.js';
import { useMe } from '../../lib/session.js';
import { Section } from '../../ui/section.js';

type Expert = Result<typeof contract.read>['experts'][number];

/** The experts of a topic, whom only members see. */
export function TopicExperts({ experts }: { experts: Expert[] }) {
  const titleIn = useTitleIn();
  const member = useMe().person !== null;
  const here = useHere();
  return (
    <Section title={<Trans>Chuyên gia chủ đề</Trans>}>
      {!member && (
        <p className="small soft">
          <Trans>
            <Link to={paths.signInFrom(here)}>Đăng nhập</Link> để xem ai là chuyên gia của chủ đề này.
          </Trans>
        </p>
      )}
      {member && experts.length === 0 && (
        <p className="small soft">
          <Trans>Chưa có chuyên gia chủ đề. Điều phối viên cử từ những người trả lời tốt.</Trans>
        </p>
      )}
      <ul className="list">
        {experts.map(({ personId, name, title, organisation }) => (
          <li key={personId}>
            <Link className="nm" to={paths.person(personId, name)}>
              {name}
            </Link>
            <div className="soft">{[titleIn(title), organisation].filter(Boolean).join(', ')}</div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
