import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { query } from '../../lib/query.js';
import { topics } from '../../lib/routes.js';
import { Icon } from '../../ui/icons.js';

const MOST = 3;

interface TopicChoiceProps {
  value: string[];
  onChange: (ids: string[]) => void;
  error?: ReactNode;
  /** Ids of topics that similar questions have. */
  proposed?: readonly number[];
}

/** The ten topics; at most three, and those proposed after the title can be taken with one touch. */
export function TopicChoice({ value, onChange, error, proposed = [] }: TopicChoiceProps) {
  const { t, i18n } = useLingui();
  const all = useQuery({ ...query(topics.list, {}), staleTime: 300_000 }).data?.items ?? [];
  const name = (topic: { name: string; nameEn: string }) => (i18n.locale === 'en' ? topic.nameEn : topic.name);
  const full = value.length >= MOST;
  const offered = full ? [] : all.filter(({ id }) => proposed.includes(id) && !value.includes(String(id)));
  return (
    <Checkbox.Group
      label={t`Chủ đề`}
      description={t`Từ một đến ba chủ đề.`}
      value={value}
      onChange={onChange}
      error={error}
    >
      {offered.length > 0 && (
        <div className="btns offered">
          <span className="small soft">
            <Trans>Theo tiêu đề, nên chọn:</Trans>
          </span>
          {offered.map((topic) => (
            <Button
              key={topic.id}
              size="xs"
              leftSection={<Icon name="plus" />}
              onClick={() => onChange([...value, String(topic.id)])}
            >
              {name(topic)}
            </Button>
          ))}
        </div>
      )}
      <div className="topic-choices">
        {all.map((topic) => (
          <Checkbox
            key={topic.id}
            value={String(topic.id)}
            label={name(topic)}
            disabled={full && !value.includes(String(topic.id))}
          />
        ))}
      </div>
    </Checkbox.Group>
  );
}
