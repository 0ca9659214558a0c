import type { SpaceKind } from '@hat-nhan/contracts';
import { useLingui } from '@lingui/react/macro';
import { useCallback } from 'react';

interface Place {
  kind: SpaceKind;
  name: string;
  nameEn?: string;
}

/** The name of an audience as plain words, for choices; `audienceWord` is the same on the page. */
export function useAudienceName(): (place: Place) => string {
  const { t, i18n } = useLingui();
  return useCallback(
    ({ kind, name, nameEn }) => {
      if (kind === 'public') return t`Công khai`;
      if (kind === 'members') return t`Mọi thành viên`;
      if (kind === 'state') return t`Chỉ cơ quan nhà nước`;
      return (i18n.locale === 'en' && nameEn) || name;
    },
    [t, i18n.locale],
  );
}
