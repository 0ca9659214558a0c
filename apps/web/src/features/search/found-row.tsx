import type { Found, Thread } from '@hat-nhan/contracts';
import { Plural, Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ThreadState } from '../../components/thread-state.js';
import { Time } from '../../components/time.js';
import { paths } from '../../lib/address.js';
import { query } from '../../lib/query.js';
import { topics } from '../../lib/routes.js';
import { Row } from '../../ui/rows.js';
import { StateWord } from '../../ui/state-word.js';
import { useFoundKinds } from './found-kinds.js';

type Part = Found['snippet'][number];

const Parts = ({ parts }: { parts: readonly Part[] }) => (
  <>{parts.map(({ text, hit }, at) => (hit ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>))}</>
);

/** Where a result stands. A topic is addressed by its slug, which the list of topics knows. */
function usePlace({ kind, id, threadId, title }: Found): string {
  const { data } = useQuery({ ...query(topics.list, {}), enabled: kind === 'topic', staleTime: 300_000 });
  if (kind === 'person') return paths.person(id, title);
  if (kind === 'organisation') return paths.organisation(id, title);
  if (kind !== 'topic') return paths.thread(threadId, title);
  const found = data?.items.find((topic) => topic.id === id);
  return found ? paths.topic(found.slug) : paths.topics;
}

/** One result: what it is, its title and the place in its text where the words stand. */
export function FoundRow({ item }: { item: Found }) {
  const words = useFoundKinds();
  const place = usePlace(item);
  const { kind, titleParts, snippet, meta, state, accepted, canonical, answers, at } = item;
  return (
    <Row kind={words[kind]}>
      <Link className="ttl found-title" data-open to={place} {...(kind === 'answer' && { hash: `bai-${item.id}` })}>
        <Parts parts={titleParts} />
      </Link>
      {snippet.length > 0 && (
        <p className="small soft found-text">
          <Parts parts={snippet} />
        </p>
      )}
      <div className="meta">
        {state && <ThreadState state={state as Thread['state']} />}
        {kind === 'answer' && accepted && (
          <StateWord tone="ok" icon="checkRing">
            <Trans>Được chọn</Trans>
          </StateWord>
        )}
        {canonical && (
          <StateWord tone="ok" icon="check">
            <Trans>Trả lời chuẩn</Trans>
          </StateWord>
        )}
        {answers !== null && answers > 0 && (
          <span>
            <Plural value={answers} other="# câu trả lời" />
          </span>
        )}
        {meta && meta !== words[kind] && <span>{meta}</span>}
        {at && <Time at={at} />}
      </div>
    </Row>
  );
}
