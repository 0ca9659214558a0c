import { sql } from '../platform/db.js';

const STANDING = `s.id = any ((select app.writable())::int[]) as writable,
  (select m.level from space_member m where m.space_id = s.id and m.person_id = (select app.viewer())) as level,
  coalesce((select w.level from space_watch w where w.space_id = s.id and w.person_id = (select app.viewer())), 'normal') as watch,
  (select count(*)::int from item i where i.space_id = s.id and i.kind in ('question', 'discussion') and i.state <> 'hidden') as threads`;
const COLUMNS = `s.id, s.kind, s.slug, s.name, s.name_en as "nameEn", s.purpose, s.purpose_en as "purposeEn", s.description,
  s.description_en as "descriptionEn", s.closed_at as "closedAt", s.slow_minutes as "slowMinutes", ${STANDING}`;
/** The spaces that the viewer reads. */
export const LIST = sql(`select ${COLUMNS} from space s order by s.id`);
/** One of them; of a group that he only knows of, no row. */
export const READ = sql(`select ${COLUMNS} from space s where s.id = $1`);
/** One of them with what its own page shows, or the face of a group of which he knows. */
export const PAGE =
  sql(`select coalesce(s.id, k.id) as id, coalesce(s.kind, 'group') as kind, coalesce(s.slug, k.slug) as slug,
    coalesce(s.name, k.name) as name, coalesce(s.name_en, k.name_en) as "nameEn", coalesce(s.purpose, k.purpose) as purpose,
    coalesce(s.purpose_en, k.purpose_en) as "purposeEn", coalesce(s.description, '') as description,
    coalesce(s.description_en, '') as "descriptionEn", coalesce(s.closed_at, k.closed_at) as "closedAt", coalesce(s.version, 1) as version,
    coalesce(k.listed, false) as listed, coalesce(k.takes_requests, false) as "takesRequests", s.id is not null as inside, k.members,
    (select coalesce(json_agg(json_build_object('personId', p.id, 'name', trim(p.prefix || ' ' || p.name)) order by p.sort_key, p.id), '[]')
      from person p where p.id = any (k.moderators)) as moderators,
    (select json_build_object('id', j.id, 'kind', j.kind, 'note', j.note, 'at', j.at, 'by', coalesce((select p.name from person p where p.id = j.by_id), ''))
      from space_joining j where j.space_id = $1 and j.person_id = (select app.viewer()) and j.state = 'open') as joining,
    coalesce(s.slow_minutes, 0) as "slowMinutes", ${STANDING}
  from (select) one left join space s on s.id = $1 left join app.known_groups($1, null, null, null, null, 1) k on true
  where s.id is not null or k.id is not null`);

export const MEMBERS =
  sql(`with listed as materialized (select p.id as "personId", p.name, m.level, p.sort_key as "sortKey"
    from space_member m join person p on p.id = m.person_id where m.space_id = $1)
  select (select count(*)::int from listed) as total, coalesce((select json_agg(l order by l."sortKey", l."personId") from (
    select * from listed where $2::text is null or ("sortKey", "personId") > ($2, $3::int)
    order by "sortKey", "personId" limit $4) l), '[]') as items`);

/** A person of the directory, and what he may do in a space that the viewer reads. */
export const KNOWN =
  sql(`select (select m.level from space_member m where m.space_id = $2 and m.person_id = p.id) as level
  from person p where p.id = $1`);
export const OPEN = sql('select app.open_space($1, $2, $3, $4, $5) as id');
export const OPEN_GROUP = sql('select app.open_group($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) as id');
export const CHANGE = sql('select app.change_space($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) as version');
export const CLOSE = sql('select app.close_group($1, $2, $3) as moved');
export const SET_SLOW = sql('select app.set_slow($1, $2)');
export const SET_MEMBER = sql('select app.set_member($1, $2, $3)');
