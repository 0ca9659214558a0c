import type { Space } from '@hat-nhan/contracts';
import { useLingui } from '@lingui/react/macro';
import { Radio } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { query } from '../../lib/query.js';
import { spaces } from '../../lib/routes.js';
import { useAudienceName } from './audience-name.js';

interface AudienceChoiceProps {
  value: string;
  onChange: (spaceId: string) => void;
  error?: ReactNode;
}

/** "Ai xem được": the places where the viewer may write, by the names of their readers; every member unless chosen. */
export function AudienceChoice({ value, onChange, error }: AudienceChoiceProps) {
  const { t } = useLingui();
  const name = useAudienceName();
  const hint = ({ kind, description }: Space) => {
    if (kind === 'public') return t`Ai cũng đọc được, kể cả người chưa đăng nhập.`;
    if (kind === 'members') return t`Mọi thành viên của mạng lưới đọc và trả lời.`;
    if (kind === 'state') return t`Thành viên của cơ quan nhà nước; không có thành viên doanh nghiệp.`;
    return description || undefined;
  };
  const { data } = useQuery({ ...query(spaces.list, {}), staleTime: 60_000 });
  const places = data?.items.filter(({ kind, can }) => can.write && kind !== 'draft' && kind !== 'conversation') ?? [];
  const usual = places.find(({ kind }) => kind === 'members') ?? places[0];
  const known = places.some(({ id }) => String(id) === value);
  useEffect(() => {
    if (usual && !known) onChange(String(usual.id));
  }, [usual?.id, known]); // oxlint-disable-line react-hooks/exhaustive-deps
  return (
    <Radio.Group label={t`Ai xem được`} value={value} onChange={onChange} error={error}>
      <div className="choices">
        {places.map((place) => (
          <Radio key={place.id} value={String(place.id)} label={name(place)} description={hint(place)} />
        ))}
      </div>
    </Radio.Group>
  );
}
