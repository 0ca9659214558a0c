import { useLingui } from '@lingui/react/macro';
import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFilters } from '../../lib/address.js';
import { query } from '../../lib/query.js';
import { spaces, topics } from '../../lib/routes.js';
import { useAudienceName } from './audience-name.js';

interface Choice {
  value: string;
  label: string;
}

interface FilterProps {
  name: string;
  label: string;
  choices: Choice[];
}

function Filter({ name, label, choices }: FilterProps) {
  const [filters, set] = useFilters();
  const known = choices.some(({ value }) => value === filters[name]);
  return (
    <NativeSelect
      label={label}
      data={choices}
      value={known ? filters[name] : ''}
      onChange={(event) => set({ [name]: event.currentTarget.value || undefined })}
    />
  );
}

/** What the list shows and in which order; every choice stands in the address. */
export function ListFilters() {
  const { t, i18n } = useLingui();
  const [filters] = useFilters();
  const [open, setOpen] = useState(false);
  const audienceName = useAudienceName();
  const everyTopic = useQuery({ ...query(topics.list, {}), staleTime: 300_000 }).data?.items ?? [];
  const places = useQuery({ ...query(spaces.list, {}), staleTime: 300_000 }).data?.items ?? [];
  const all = { value: '', label: t`Tất cả` };
  const topicName = (topic: { name: string; nameEn: string }) => (i18n.locale === 'en' ? topic.nameEn : topic.name);
  const chosen = ['kind', 'state', 'topic', 'space', 'sort'].filter((name) => filters[name]).length;
  return (
    <>
      {/* On phones the choices fold away, so that the list begins in the first view. */}
      <Button className="filters-open" aria-expanded={open} onClick={() => setOpen(!open)}>
        {chosen > 0 ? t`Lọc và sắp xếp (${chosen})` : t`Lọc và sắp xếp`}
      </Button>
      <div className="filters" data-open={open} role="group" aria-label={t`Lọc danh sách`}>
        <Filter
          name="kind"
          label={t`Loại`}
          choices={[all, { value: 'question', label: t`Câu hỏi` }, { value: 'discussion', label: t`Thảo luận` }]}
        />
        <Filter
          name="state"
          label={t`Trạng thái`}
          choices={[
            all,
            { value: 'open', label: t`Mở` },
            { value: 'resolved', label: t`Đã giải đáp` },
            { value: 'closed', label: t`Đã đóng` },
            { value: 'archived', label: t`Đã lưu trữ` },
            { value: 'duplicate', label: t`Trùng` },
          ]}
        />
        <Filter
          name="topic"
          label={t`Chủ đề`}
          choices={[all, ...everyTopic.map((topic) => ({ value: String(topic.id), label: topicName(topic) }))]}
        />
        <Filter
          name="space"
          label={t`Ai xem được`}
          choices={[all, ...places.map((place) => ({ value: String(place.id), label: audienceName(place) }))]}
        />
        <Filter
          name="sort"
          label={t`Thứ tự`}
          choices={[
            { value: '', label: t`Hoạt động gần đây` },
            { value: 'new', label: t`Mới nhất` },
          ]}
        />
      </div>
    </>
  );
}
