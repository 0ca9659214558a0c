import type { OrganisationKind } from '@hat-nhan/contracts';
import { useLingui } from '@lingui/react/macro';

/** The kinds of organisations in the words of the page. */
export function useOrganisationKinds(): Record<OrganisationKind, string> {
  const { t } = useLingui();
  return {
    ministry: t`Bộ`,
    ministerial_agency: t`Cơ quan ngang bộ`,
    government_agency: t`Cơ quan thuộc Chính phủ`,
    province: t`Tỉnh, thành phố`,
    provincial_department: t`Sở, ngành`,
    training_body: t`Cơ sở đào tạo, bồi dưỡng`,
    enterprise: t`Doanh nghiệp`,
    unit: t`Phòng, ban`,
  };
}
