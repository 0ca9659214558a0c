import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { later } from '../../components/later.js';
import { Listing } from '../../components/listing.js';
import { Page } from '../../components/page.js';
import { WordsField } from '../../components/words-field.js';
import { useFilters } from '../../lib/address.js';
import { pages, query } from '../../lib/query.js';
import { groups } from '../../lib/routes.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Section } from '../../ui/section.js';
import { GroupRow } from './group-row.js';
import { JoiningRows } from './joining-rows.js';
import './spaces.css';

const OpenGroup = later(async () => (await import('./open-group.js')).OpenGroup);

/** Working groups (/nhom): what waits, one's own, and others that one may know of. */
export function GroupsPage() {
  const { t } = useLingui();
  const [{ q = '' }] = useFilters();
  const [opening, setOpening] = useState(false);
  const filter = q === '' ? {} : { q };
  const waiting = useQuery(query(groups.joinings, {}));
  const mine = useInfiniteQuery(pages(groups.list, { mine: true, ...filter }));
  const others = useInfiniteQuery(pages(groups.list, { mine: false, ...filter }));
  const first = mine.data?.pages[0];
  const items = waiting.data?.items ?? [];
  const nothing = q !== '' && (
    <EmptyState title={<Trans>Không có nhóm nào tên như vậy</Trans>}>
      <Trans>Xóa bớt chữ trong ô tìm, hoặc mở một nhóm mới.</Trans>
    </EmptyState>
  );
  const open = first?.can.open && (
    <Button variant="filled" onClick={() => setOpening(true)}>
      <Trans>Mở nhóm</Trans>
    </Button>
  );
  return (
    <Page
      title={t`Nhóm làm việc`}
      beside={open}
      lede={<Trans>Nơi một số người cùng làm một việc; bài trong nhóm chỉ thành viên của nhóm đọc được.</Trans>}
    >
      {items.length > 0 && (
        <Section title={<Trans>Chờ trả lời</Trans>} hint={<Plural value={items.length} other="# mục" />}>
          <JoiningRows items={items} withGroup />
        </Section>
      )}
      <div className="groups-sift">
        <WordsField label={t`Tìm nhóm`} placeholder={t`Vài chữ của tên, có dấu hay không dấu`} />
      </div>
      <Section
        title={<Trans>Nhóm của tôi</Trans>}
        hint={first && first.total > 0 && <Plural value={first.total} other="# nhóm" />}
      >
        <Listing
          list={mine}
          label={t`Nhóm của tôi`}
          row={(group) => <GroupRow key={group.id} group={group} />}
          empty={
            nothing || (
              <EmptyState title={<Trans>Chưa ở trong nhóm nào</Trans>}>
                <Trans>Đề nghị vào một nhóm bên dưới, hoặc mở một nhóm cho việc đang làm chung.</Trans>
              </EmptyState>
            )
          }
        />
      </Section>
      <Section
        title={<Trans>Nhóm khác</Trans>}
        hint={(others.data?.pages[0]?.total ?? 0) > 0 && <Plural value={others.data!.pages[0]!.total} other="# nhóm" />}
      >
        <Listing
          list={others}
          label={t`Nhóm khác`}
          row={(group) => <GroupRow key={group.id} group={group} />}
          empty={
            nothing || (
              <EmptyState title={<Trans>Chưa có nhóm nào khác</Trans>}>
                <Trans>Nhóm mà ai cũng biết hiện ở đây; nhóm chỉ thành viên biết thì không.</Trans>
              </EmptyState>
            )
          }
        />
      </Section>
      {opening && first && <OpenGroup other={first.can.openOther} close={() => setOpening(false)} />}
    </Page>
  );
}
