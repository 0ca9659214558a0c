import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Page } from '../../components/page.js';
import { Waiting } from '../../components/problem-view.js';
import { WordsField } from '../../components/words-field.js';
import { useFilters } from '../../lib/address.js';
import { query } from '../../lib/query.js';
import { topics } from '../../lib/routes.js';
import { EmptyState } from '../../ui/empty-state.js';
import { StateWord } from '../../ui/state-word.js';
import './topics.css';

/** The glossary of abbreviations (/tu-viet-tat). */
export function AbbreviationsPage() {
  const { t, i18n } = useLingui();
  const [{ q }] = useFilters();
  const answer = useQuery({ ...query(topics.abbreviations, q ? { q } : {}), placeholderData: keepPreviousData });
  if (!answer.data) return <Waiting on={answer} lines={12} />;
  const { items } = answer.data;
  const english = i18n.locale === 'en';
  return (
    <Page
      title={t`Từ viết tắt`}
      lede={<Trans>Chữ viết tắt thường gặp trong công việc. Một chữ có nhiều nghĩa đứng ở nhiều dòng.</Trans>}
    >
      <div className="sift">
        <WordsField label={t`Tìm chữ viết tắt hoặc nghĩa`} description={t`Có dấu hay không dấu đều được.`} />
      </div>
      {items.length === 0 ? (
        <EmptyState title={<Trans>Không có chữ viết tắt nào như vậy</Trans>}>
          <Trans>Thử ít chữ hơn, hoặc gõ nghĩa đầy đủ.</Trans>
        </EmptyState>
      ) : (
        <>
          <p className="note" role="status">
            <Plural value={items.length} other="# dòng" />
          </p>
          <table className="short-forms">
            <caption className="vh">
              <Trans>Từ viết tắt và nghĩa</Trans>
            </caption>
            <thead>
              <tr>
                <th scope="col">
                  <Trans>Viết tắt</Trans>
                </th>
                <th scope="col">
                  <Trans>Nghĩa</Trans>
                </th>
                <th scope="col">{english ? <Trans>Tiếng Việt</Trans> : <Trans>Tiếng Anh</Trans>}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((row) => (
                <tr key={row.id}>
                  <th scope="row">{row.abbreviation}</th>
                  <td>
                    {english && row.meaningEn ? row.meaningEn : row.meaning}{' '}
                    {row.ambiguous && (
                      <StateWord tone="due" icon="menu">
                        <Trans>nhiều nghĩa</Trans>
                      </StateWord>
                    )}
                  </td>
                  <td className="soft" lang={english ? 'vi' : 'en'}>
                    {english ? row.meaning : row.meaningEn}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </Page>
  );
}
