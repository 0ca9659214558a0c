/**
 * SQL: ids of an organisation, of all units below it and of what was merged into any of them, as the recursive table `name`;
 * `start` is the id, or a select of some. What was merged wrote under its own name then, and its threads follow.
 */
export const belowAndMerged = (name: string, start: string): string => `${name}(id) as (
      select o.id from organisation o where o.id in (${start})
      union select u.id from organisation u join ${name} b on u.parent_id = b.id or u.merged_into = b.id)`;
