import { Trans, useLingui } from '@lingui/react/macro';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { FilterSelect } from '../../components/filter-select.js';
import { Listing } from '../../components/listing.js';
import { useNameOf } from '../../components/organisation-link.js';
import { OrganisationPicker } from '../../components/organisation-picker.js';
import { Page } from '../../components/page.js';
import { Waiting } from '../../components/problem-view.js';
import { useRegionName } from '../../components/region-name.js';
import { WordsField } from '../../components/words-field.js';
import { choiceFilter, idFilter, paths, useFilters } from '../../lib/address.js';
import { pages, query } from '../../lib/query.js';
import { organisations, people, topics } from '../../lib/routes.js';
import { ButtonLink } from '../../ui/button-link.js';
import { EmptyState } from '../../ui/empty-state.js';
import { PersonRow } from './person-row.js';

const STEADY = { staleTime: 300_000 };

function Filters() {
  const { t } = useLingui();
  const nameOf = useNameOf();
  const [filters, set] = useFilters();
  const everyTopic = useQuery({ ...query(topics.list, {}), ...STEADY }).data?.items ?? [];
  const regionName = useRegionName();
  const regions = useQuery({ ...query(organisations.list, { limit: 1 }), ...STEADY }).data?.regions ?? [];
  const organisation = idFilter(filters['organisation']);
  return (
    <div className="sift" role="group" aria-label={t`Lọc danh sách`}>
      <WordsField label={t`Tìm theo họ tên`} description={t`Có dấu hay không dấu, theo thứ tự nào cũng được.`} />
      <OrganisationPicker
        label={t`Đơn vị`}
        placeholder={t`Tất cả`}
        clearable
        value={organisation ? String(organisation) : null}
        onChange={(id) => set({ organisation: id ?? undefined })}
      />
      <FilterSelect
        name="region"
        label={t`Địa bàn`}
        all={t`Tất cả`}
        choices={regions.map((region) => ({ value: region, label: regionName(region) }))}
      />
      <FilterSelect
        name="topic"
        label={t`Chủ đề`}
        all={t`Tất cả`}
        choices={everyTopic.map((topic) => ({ value: String(topic.id), label: nameOf(topic) }))}
      />
      <FilterSelect
        name="canAnswer"
        label={t`Khả năng trả lời`}
        all={t`Tất cả`}
        choices={[{ value: '1', label: t`Có thể trả lời` }]}
      />
    </div>
  );
}

/** The directory of people (/danh-ba). */
export function PeoplePage() {
  const { t } = useLingui();
  const [filters] = useFilters();
  const list = useInfiniteQuery({
    ...pages(people.list, {
      ...(filters['q'] && { q: filters['q'] }),
      organisation: idFilter(filters['organisation']),
      ...(filters['region'] && { region: filters['region'] }),
      topic: idFilter(filters['topic']),
      ...(choiceFilter(filters['canAnswer'], ['1']) && { canAnswer: true }),
    }),
    placeholderData: keepPreviousData,
  });
  if (list.error && !list.data) return <Waiting on={list} />;
  return (
    <Page
      title={t`Danh bạ`}
      beside={
        <Link to={paths.join}>
          <Trans>Mời đồng nghiệp</Trans>
        </Link>
      }
    >
      <Filters />
      <Listing
        list={list}
        label={t`Danh bạ`}
        row={(person) => <PersonRow key={person.id} person={person} />}
        empty={
          <EmptyState
            title={<Trans>Không có ai như vậy trong danh bạ</Trans>}
            action={
              <ButtonLink to={paths.people}>
                <Trans>Bỏ lọc</Trans>
              </ButtonLink>
            }
          >
            <Trans>Thử chỉ gõ tên, hoặc bớt điều kiện lọc. Người mới vào danh bạ khi nhận lời mời.</Trans>
          </EmptyState>
        }
      />
    </Page>
  );
}
