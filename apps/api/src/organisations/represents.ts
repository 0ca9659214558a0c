/** SQL: whether the viewer represents the organisation whose id is `id`, or one above it. */
export const represents = (id: string): string => `exists (
    with recursive above(id, up) as (select x.id, x.parent_id from organisation x where x.id = ${id}
      union select x.id, x.parent_id from organisation x join above on x.id = above.up)
    select from representative r join above on above.id = r.organisation_id where r.person_id = (select app.viewer()))`;
