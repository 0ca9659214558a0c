import type { Space } from '@hat-nhan/contracts';
import { useLingui } from '@lingui/react/macro';
import { Radio } from '@mantine/core';
import type { ReactNode } from 'react';
import { useAudienceName } from './audience-name.js';

interface AudienceChoiceProps {
  places: readonly Space[];
  value: string;
  onChange: (spaceId: string) => void;
  error?: ReactNode;
}

/** "Ai xem được": the places where the viewer may write, by the names of their readers. */
export function AudienceChoice({ places, value, onChange, error }: AudienceChoiceProps) {
  const { t } = useLingui();
  const name = useAudienceName();
  const hint = ({ kind, description }: Space) => {
    if (kind === 'public') return t`Ai cũng đọc được, kể cả người chưa đăng nhập.`;
    if (kind === 'members') return t`Mọi thành viên của mạng lưới đọc và trả lời.`;
    if (kind === 'state') return t`Thành viên của cơ quan nhà nước; không có thành viên doanh nghiệp.`;
    return description || undefined;
  };
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
