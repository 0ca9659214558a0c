import type { DemoSuccession, DemoUnit } from './types.js';

interface Place {
  key: string;
  name: string;
  nameEn: string;
  validFrom?: string;
  /** The department of finance is listed only where a person of it takes part. */
  finance?: true;
}

const places = [
  { key: 'dong-linh', name: 'tỉnh Đông Lĩnh', nameEn: 'Dong Linh Province', validFrom: '2025-07-01', finance: true },
  { key: 'thanh-van', name: 'tỉnh Thanh Vân', nameEn: 'Thanh Van Province' },
  { key: 'tan-giang', name: 'tỉnh Tân Giang', nameEn: 'Tan Giang Province', finance: true },
  { key: 'hai-lam', name: 'tỉnh Hải Lâm', nameEn: 'Hai Lam Province' },
  { key: 'phu-giang', name: 'tỉnh Phú Giang', nameEn: 'Phu Giang Province' },
  { key: 'nam-phong', name: 'thành phố Nam Phong', nameEn: 'Nam Phong City', finance: true },
] satisfies Place[];

function unitsOf({ key, name, nameEn, validFrom, finance }: Place): DemoUnit[] {
  const short = name.replace(/^(tỉnh|thành phố) /, '');
  const since = validFrom ? { validFrom } : {};
  const province: DemoUnit = {
    key,
    name: name.charAt(0).toUpperCase() + name.slice(1),
    nameEn,
    abbreviation: short,
    kind: 'province',
    ...since,
  };
  const under: DemoUnit[] = [
    {
      key: `skhcn-${key}`,
      name: `Sở Khoa học và Công nghệ ${name}`,
      nameEn: `Department of Science and Technology of ${nameEn}`,
      abbreviation: `Sở KH&CN ${short}`,
      kind: 'provincial_department',
      parent: key,
    },
    {
      key: `ttcds-${key}`,
      name: `Trung tâm Chuyển đổi số ${name}`,
      nameEn: `Digital Transformation Centre of ${nameEn}`,
      abbreviation: `TTCĐS ${short}`,
      kind: 'centre',
      parent: `skhcn-${key}`,
    },
    {
      key: `hcc-${key}`,
      name: `Trung tâm Phục vụ hành chính công ${name}`,
      nameEn: `Public Administration Service Centre of ${nameEn}`,
      abbreviation: `TTPVHCC ${short}`,
      kind: 'centre',
      parent: key,
    },
  ];
  if (finance) {
    under.push({
      key: `stc-${key}`,
      name: `Sở Tài chính ${name}`,
      nameEn: `Department of Finance of ${nameEn}`,
      abbreviation: `Sở TC ${short}`,
      kind: 'provincial_department',
      parent: key,
    });
  }
  return [province, ...under.map((unit) => ({ ...unit, ...since }))];
}

const ministries = [
  {
    key: 'bo-dich-vu-xa-hoi',
    name: 'Bộ Dịch vụ xã hội',
    nameEn: 'Ministry of Social Services',
    abbreviation: 'BDVXH',
    kind: 'ministry',
  },
  {
    key: 'bdvxh-ttcntt',
    name: 'Trung tâm Công nghệ thông tin, Bộ Dịch vụ xã hội',
    nameEn: 'Information Technology Centre, Ministry of Social Services',
    abbreviation: 'TTCNTT BDVXH',
    kind: 'centre',
    parent: 'bo-dich-vu-xa-hoi',
  },
  {
    key: 'bdvxh-phap-che',
    name: 'Vụ Pháp chế, Bộ Dịch vụ xã hội',
    nameEn: 'Legal Department, Ministry of Social Services',
    abbreviation: 'Vụ PC BDVXH',
    kind: 'division',
    parent: 'bo-dich-vu-xa-hoi',
  },
  {
    key: 'bdvxh-van-phong',
    name: 'Văn phòng Bộ Dịch vụ xã hội',
    nameEn: 'Office of the Ministry of Social Services',
    abbreviation: 'VP BDVXH',
    kind: 'division',
    parent: 'bo-dich-vu-xa-hoi',
  },
  {
    key: 'bo-ha-tang-so',
    name: 'Bộ Hạ tầng số',
    nameEn: 'Ministry of Digital Infrastructure',
    abbreviation: 'BHTS',
    kind: 'ministry',
  },
  {
    key: 'bhts-cuc-cntt',
    name: 'Cục Công nghệ thông tin, Bộ Hạ tầng số',
    nameEn: 'Information Technology Authority, Ministry of Digital Infrastructure',
    abbreviation: 'Cục CNTT BHTS',
    kind: 'division',
    parent: 'bo-ha-tang-so',
  },
  {
    key: 'bhts-tt-du-lieu',
    name: 'Trung tâm Dữ liệu, Bộ Hạ tầng số',
    nameEn: 'Data Centre, Ministry of Digital Infrastructure',
    abbreviation: 'TTDL BHTS',
    kind: 'centre',
    parent: 'bo-ha-tang-so',
  },
  {
    key: 'bhts-khtc',
    name: 'Vụ Kế hoạch - Tài chính, Bộ Hạ tầng số',
    nameEn: 'Planning and Finance Department, Ministry of Digital Infrastructure',
    abbreviation: 'Vụ KHTC BHTS',
    kind: 'division',
    parent: 'bo-ha-tang-so',
  },
  {
    key: 'bhts-truong',
    name: 'Trường Bồi dưỡng cán bộ, Bộ Hạ tầng số',
    nameEn: 'Staff College, Ministry of Digital Infrastructure',
    abbreviation: 'TBDCB BHTS',
    kind: 'centre',
    parent: 'bo-ha-tang-so',
  },
] satisfies DemoUnit[];

const enterprises = [
  {
    key: 'lua-vang',
    name: 'Công ty Phần mềm Lúa Vàng',
    nameEn: 'Lua Vang Software Company',
    abbreviation: 'Lúa Vàng',
    kind: 'enterprise',
  },
  {
    key: 'song-xanh',
    name: 'Công ty Đám mây Sông Xanh',
    nameEn: 'Song Xanh Cloud Company',
    abbreviation: 'Sông Xanh',
    kind: 'enterprise',
  },
] satisfies DemoUnit[];

const formerPlaces = [
  { key: 'dong-xuyen', short: 'Đông Xuyên', nameEn: 'Dong Xuyen Province' },
  { key: 'linh-hoa', short: 'Lĩnh Hòa', nameEn: 'Linh Hoa Province' },
];

const formerUnits = formerPlaces.flatMap(({ key, short, nameEn }): DemoUnit[] => [
  { key, name: `Tỉnh ${short}`, nameEn, abbreviation: short, kind: 'province', validTo: '2025-06-30' },
  {
    key: `stttt-${key}`,
    name: `Sở Thông tin và Truyền thông tỉnh ${short}`,
    nameEn: `Department of Information and Communications of ${nameEn}`,
    abbreviation: `Sở TT&TT ${short}`,
    kind: 'provincial_department',
    parent: key,
    validTo: '2025-02-28',
  },
  {
    key: `skhcn-${key}`,
    name: `Sở Khoa học và Công nghệ tỉnh ${short}`,
    nameEn: `Department of Science and Technology of ${nameEn}`,
    abbreviation: `Sở KH&CN ${short}`,
    kind: 'provincial_department',
    parent: key,
    validFrom: '2025-03-01',
    validTo: '2025-06-30',
  },
]);

/** Every invented unit; none bears the name of a real province, ministry or ministry's unit. Parents come before children. */
export const units: readonly DemoUnit[] = [...ministries, ...places.flatMap(unitsOf), ...formerUnits, ...enterprises];

/** Đông Lĩnh was formed on 01/7/2025 from two provinces, so the succession line works without touching a real one. */
export const successions: readonly DemoSuccession[] = formerPlaces.flatMap(({ key }): DemoSuccession[] => [
  { from: key, to: 'dong-linh', date: '2025-06-30', scope: 'main' },
  { from: `stttt-${key}`, to: `skhcn-${key}`, date: '2025-02-28', scope: 'main' },
  { from: `skhcn-${key}`, to: 'skhcn-dong-linh', date: '2025-06-30', scope: 'main' },
]);
