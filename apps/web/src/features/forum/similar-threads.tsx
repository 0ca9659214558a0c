import { Trans } from '@lingui/react/macro';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { paths } from '../../lib/address.js';
import { query } from '../../lib/query.js';
import { search } from '../../lib/routes.js';
import { AnswerCount } from '../../components/answer-count.js';

const ENOUGH = 10;
const PAUSE_MS = 300;

/** At most five threads like the title being typed, and their topics. Nothing moves the focus. */
export function useSimilar(title: string) {
  const [typed] = useDebouncedValue(title.trim(), PAUSE_MS);
  const enough = typed.length >= ENOUGH;
  const { data } = useQuery({
    ...query(search.similar, { title: typed.slice(0, 200) }),
    enabled: enough,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  return enough && data ? data : { items: [], topics: [] };
}

type Similar = ReturnType<typeof useSimilar>['items'];

/** What was asked already, so that it need not be asked again; opens beside, so that the form stays. */
export function SimilarThreads({ items }: { items: Similar }) {
  return (
    <div role="status" className="similar" data-some={items.length > 0}>
      {items.length > 0 && (
        <>
          <p className="small">
            <b>
              <Trans>Câu hỏi gần giống</Trans>
            </b>{' '}
            <span className="muted">
              <Trans>mở ở cửa sổ mới, nội dung đang viết không mất</Trans>
            </span>
          </p>
          <ul className="list">
            {items.map(({ id, title, answers, accepted }) => (
              <li key={id}>
                <a href={paths.thread(id, title)} target="_blank" rel="noopener">
                  {title}
                </a>{' '}
                <span className="soft nw">
                  <AnswerCount thread={{ kind: 'question', answers, accepted }} />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
