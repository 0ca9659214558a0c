import { Trans, useLingui } from '@lingui/react/macro';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Page } from '../../components/page.js';
import { ProblemLine } from '../../components/problem-view.js';
import { WordsField } from '../../components/words-field.js';
import { choiceFilter, inAddress, paths, useFilters } from '../../lib/address.js';
import { query } from '../../lib/query.js';
import { search } from '../../lib/routes.js';
import { Rows } from '../../ui/rows.js';
import { Skeleton } from '../../ui/skeleton.js';
import { FOUND_KINDS } from './found-kinds.js';
import { FoundRow } from './found-row.js';
import { Kinds } from './kinds.js';
import { NothingFound } from './nothing-found.js';
import { SearchFacts } from './search-facts.js';
import './search.css';

/** A search that can be tried with one touch. */
const Example = ({ q }: { q: string }) => (
  <Link to={paths.search} search={inAddress({ q })}>
    {q}
  </Link>
);

/** Search over everything that the reader may see (/tim?q=…). */
export function SearchPage() {
  const { t } = useLingui();
  const [filters] = useFilters();
  const q = (filters['q'] ?? '').trim();
  const kind = choiceFilter(filters['kind'], FOUND_KINDS);
  const answer = useQuery({
    ...query(search.search, { q, kind }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });
  const found = q === '' ? undefined : answer.data;
  return (
    <Page
      title={q ? t`Kết quả cho “${q}”` : t`Tìm kiếm`}
      tab={q ? t`Tìm “${q}”` : t`Tìm kiếm`}
      facts={found && found.items.length > 0 && <SearchFacts q={q} topics={found.topics} />}
    >
      <div className="sift">
        <WordsField
          label={t`Tìm câu hỏi, người, đơn vị, chủ đề`}
          description={t`Có dấu hay không dấu; số hiệu văn bản cũng được.`}
          eager
        />
      </div>
      {q === '' && (
        <p className="soft measure">
          <Trans>
            Ví dụ: <Example q="thue dich vu" /> · <Example q="73/2019" /> · họ tên theo thứ tự nào cũng được.
          </Trans>
        </p>
      )}
      {q !== '' && answer.isPending && !answer.error && <Skeleton lines={9} label={t`Đang tìm`} />}
      {answer.error && <ProblemLine error={answer.error} />}
      {found && (
        <div aria-busy={answer.isPlaceholderData} className={answer.isPlaceholderData ? 'old' : undefined}>
          <Kinds found={found} chosen={kind} />
          {found.items.length === 0 ? (
            <NothingFound q={q} kind={kind} />
          ) : (
            <Rows label={t`Kết quả`}>
              {found.items.map((item) => (
                <FoundRow key={`${item.kind}-${item.id}`} item={item} />
              ))}
            </Rows>
          )}
          {found.total > found.items.length && found.items.length > 0 && (
            <p className="more">
              <Trans>{found.items.length} kết quả gần nhất đứng trước. Thêm chữ hoặc chọn một loại để thu hẹp.</Trans>
            </p>
          )}
        </div>
      )}
    </Page>
  );
}
