import type { Byline } from '@hat-nhan/contracts';

const LEVELS: Partial<Record<string, string>> = {
  province: 'Một thành viên cấp tỉnh',
  provincial_department: 'Một thành viên cấp tỉnh',
  ministry: 'Một thành viên cấp bộ',
  ministerial_agency: 'Một thành viên cấp bộ',
  government_agency: 'Một thành viên cấp bộ',
};

/** Who asks without name and unit: only the level of his top organisation is told. */
export const unnamedByline = (topKind: string | null): Byline => ({
  personId: null,
  name: null,
  title: (topKind && LEVELS[topKind]) || 'Một thành viên',
  organisation: '',
  organisationId: null,
  mark: null,
});
