import type { OrganisationKind } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FilterSelect } from '../../components/filter-select.js';
import { later } from '../../components/later.js';
import { Listing } from '../../components/listing.js';
import { Page } from '../../components/page.js';
import { useRegionName } from '../../components/region-name.js';
import { WordsField } from '../../components/words-field.js';
import { choiceFilter, paths, useFilters } from '../../lib/address.js';
import { pages } from '../../lib/query.js';
import { organisations } from '../../lib/routes.js';
import { useCan } from '../../lib/session.js';
import { ButtonLink } from '../../ui/button-link.js';
import { EmptyState } from '../../ui/empty-state.js';
import { useOrganisationKinds } from './organisation-kinds.js';
import { OrganisationRow } from './organisation-row.js';

const CreateOrganisation = later(async () => (await import('./create-organisation.js')).CreateOrganisation);

/** The registry of organisations (/don-vi): today's and those that are no more. */
export function OrganisationsPage() {
  const { t } = useLingui();
  const kinds = useOrganisationKinds();
  const keeps = useCan('keepRegistry');
  const [adding, setAdding] = useState(false);
  const [filters] = useFilters();
  // Today's organisations unless somebody looks for a name, which may be an old one.
  const usual = filters['q'] ? 'all' : '0';
  const former = choiceFilter(filters['former'], ['1', '0', 'all']) ?? usual;
  const list = useInfiniteQuery({
    ...pages(organisations.list, {
      ...(filters['q'] && { q: filters['q'] }),
      kind: choiceFilter(filters['kind'], Object.keys(kinds) as OrganisationKind[]),
      ...(filters['region'] && { region: filters['region'] }),
      ...(former !== 'all' && { former: former === '1' }),
    }),
    placeholderData: keepPreviousData,
  });
  const regionName = useRegionName();
  const regions = list.data?.pages[0]?.regions ?? [];
  return (
    <Page
      title={t({ message: 'Đơn vị', context: 'danh mục' })}
      beside={
        keeps && (
          <Button onClick={() => setAdding(true)}>
            <Trans>Thêm đơn vị</Trans>
          </Button>
        )
      }
      lede={
        <Trans>
          Danh mục bộ, ngành, địa phương và đơn vị trực thuộc; tên cũ vẫn tìm được và dẫn tới đơn vị kế thừa.
        </Trans>
      }
    >
      <div className="sift" role="group" aria-label={t`Lọc danh sách`}>
        <WordsField
          label={t`Tìm theo tên hoặc tên viết tắt`}
          description={t`Có dấu hay không dấu, theo thứ tự nào cũng được.`}
        />
        <FilterSelect
          name="kind"
          label={t`Loại`}
          all={t`Tất cả`}
          choices={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
        />
        <FilterSelect
          name="region"
          label={t`Địa bàn`}
          all={t`Tất cả`}
          choices={regions.map((region) => ({ value: region, label: regionName(region) }))}
        />
        <FilterSelect
          name="former"
          label={t`Tình trạng`}
          all={usual === 'all' ? t`Tất cả` : t`Đang hoạt động`}
          choices={[
            usual === 'all' ? { value: '0', label: t`Đang hoạt động` } : { value: 'all', label: t`Tất cả` },
            { value: '1', label: t`Đã giải thể, không còn` },
          ]}
        />
      </div>
      <Listing
        list={list}
        label={t`Đơn vị`}
        row={(organisation) => <OrganisationRow key={organisation.id} organisation={organisation} />}
        empty={
          <EmptyState
            title={<Trans>Không có đơn vị nào như vậy</Trans>}
            action={
              <ButtonLink to={paths.organisations}>
                <Trans>Bỏ lọc</Trans>
              </ButtonLink>
            }
          >
            <Trans>Thử ít chữ hơn hoặc bớt điều kiện lọc. Phòng, ban do đầu mối đơn vị và điều phối viên thêm.</Trans>
          </EmptyState>
        }
      />
      {adding && <CreateOrganisation close={() => setAdding(false)} />}
    </Page>
  );
}
