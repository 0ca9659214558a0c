/** The regions that organisations of the registry stand in, old names and new, with their names in English. */
export const regions: Readonly<Record<string, string>> = {
  'Trung du và miền núi phía Bắc': 'Northern Midlands and Mountains',
  'Đồng bằng sông Hồng': 'Red River Delta',
  'Bắc Trung Bộ': 'North Central Coast',
  'Bắc Trung Bộ và duyên hải Trung Bộ': 'North Central and Central Coast',
  'Duyên hải Nam Trung Bộ': 'South Central Coast',
  'Duyên hải Nam Trung Bộ và Tây Nguyên': 'South Central Coast and Central Highlands',
  'Tây Nguyên': 'Central Highlands',
  'Đông Nam Bộ': 'Southeast',
  'Đồng bằng sông Cửu Long': 'Mekong Delta',
};
