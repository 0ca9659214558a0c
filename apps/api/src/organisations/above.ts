/** SQL: ids of an organisation and of those above it, as the recursive table `name`; `start` is the id, or a select of one. */
export const above = (name: string, start: string): string => `${name}(id, up) as (
      select x.id, x.parent_id from organisation x where x.id in (${start})
      union select x.id, x.parent_id from organisation x join ${name} a on x.id = a.up)`;
