/** SQL: id and names of the row `of`, as links show them. */
export const named = (of: string): string =>
  `json_build_object('id', ${of}.id, 'name', ${of}.name, 'nameEn', ${of}.name_en)`;
