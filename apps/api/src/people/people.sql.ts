import { represents } from '../organisations/represents.js';
import { sql } from '../platform/db.js';

const topicsWhere = (flag: string) => `coalesce((
    select json_agg(json_build_object('id', t.id, 'slug', t.slug, 'name', t.name, 'nameEn', t.name_en) order by t.position)
    from topic_expert e join topic t on t.id = e.topic_id where e.person_id = p.id and e.${flag}), '[]')`;
const CARD = `p.id, p.name, p.prefix, p.title, p.unit, p.roles, p.enterprise, p.demo,
  case when o.id is not null then json_build_object('id', o.id, 'name', o.name, 'nameEn', o.name_en) end as organisation,
  coalesce(o.region, '') as region, ${topicsWhere('expert')} as "expertOf", ${topicsWhere('can_answer')} as "canAnswer"`;

/** $1 patterns, $2 organisation, $3 region, $4 topic, $5 can answer, $6 sort key and $7 id of the last row seen, $8 rows. */
export const LIST = sql(`with recursive below(id) as (
      select $2::int where $2 is not null union select u.id from organisation u join below b on u.parent_id = b.id),
    page as materialized (select p.* from person p left join organisation o on o.id = p.organisation_id
      where ' ' || p.folded like all ($1::text[]) and p.disabled_at is null
        and ($2::int is null or p.organisation_id in (select id from below))
        and ($3::text is null or o.region = $3)
        and (($4::int is null and not $5) or exists (select 1 from topic_expert e where e.person_id = p.id
          and ($4 is null or e.topic_id = $4) and (e.can_answer or (e.expert and not $5))))
        and ($6::text is null or (p.sort_key, p.id) > ($6, $7::int))
      order by p.sort_key, p.id limit $8)
  select ${CARD}, p.sort_key as "sortKey" from page p left join organisation o on o.id = p.organisation_id order by p.sort_key, p.id`);

export const POSITIONS = `coalesce((
    select json_agg(json_build_object('id', x.id, 'title', x.title, 'unit', x.unit, 'kind', x.kind, 'from', x.from_date, 'to', x.to_date,
      'organisation', json_build_object('id', x.organisation_id, 'name', o.name, 'nameEn', o.name_en))
      order by x.kind <> 'in_office', x.from_date desc nulls last, x.id desc)
    from position x join organisation o on o.id = x.organisation_id where x.person_id = p.id), '[]')`;

// Only what carries his name: what he wrote without it never leads to him. Found by author, shown as the wall lets it.
const WRITTEN = `written as materialized (
    select i.id, i.kind, i.created_at from item i
    where i.author_id = $1 and i.kind in ('question', 'discussion', 'answer', 'comment') and i.state <> 'hidden'
      and i.byline->>'personId' is not null),
  latest as (select id, kind, created_at from written order by created_at desc, id desc limit 10)`;

/** $1 id. Contact stands here whatever its owner allows: the service shows it or not. Of a person in none, any representative may speak. */
export const READ = sql(`with ${WRITTEN}
  select ${CARD}, p.bio, p.contact_email as email, p.telephone, p.contact_visible as "contactVisible", p.joined_at as "joinedAt",
    p.disabled_at is not null as disabled, ${POSITIONS} as positions,
    (select json_build_object('questions', count(*) filter (where w.kind = 'question'), 'answers', count(*) filter (where w.kind = 'answer'),
      'accepted', count(*) filter (where x.accepted_at is not null)) from written w left join post x on x.id = w.id and w.kind = 'answer') as counts,
    coalesce((select json_agg(json_build_object('id', l.id, 'kind', l.kind, 'threadId', x.thread_id, 'threadKind', t.kind, 'title', t.title, 'text', left(x.text, 1200),
        'at', l.created_at, 'accepted', x.accepted_at is not null, 'helpful', x.helpful) order by l.created_at desc, l.id desc)
      from latest l join post x on x.id = l.id join item t on t.id = x.thread_id where t.state <> 'hidden'), '[]') as recent,
    coalesce((select json_agg(json_build_object('topic', json_build_object('id', t.id, 'slug', t.slug, 'name', t.name, 'nameEn', t.name_en),
        'text', n.text) order by t.position) from interest n join topic t on t.id = n.topic_id where n.person_id = p.id), '[]') as interests,
    case when p.organisation_id is not null then ${represents('p.organisation_id')}
      else exists (select 1 from representative r where r.person_id = (select app.viewer())) end as representative
  from person p left join organisation o on o.id = p.organisation_id where p.id = $1`);
