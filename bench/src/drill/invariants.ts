import { Client } from 'pg';
import { WRONG_COUNTERS } from '../same-answers.js';
import type { Write } from './writes.js';

/** What must be 0 in the database after the drill. */
export interface Found {
  /** Acknowledged writes that are not there. */
  lost: number;
  /** Writes that are there twice. */
  twice: number;
  /** Rows of one write without the others: item, post, search row, event. */
  half: number;
  /** Threads whose counters are not the counts of their rows. */
  counters: number;
}

const MARKS = `select substring(text from 'dau-[0-9a-f-]{36}') as mark, count(*)::int as n from post where text like '%dấu dau-%' group by 1`;
const VOTES = `select post_id || ':' || person_id as mark from vote`;
const HALF = `select count(*)::int as n from post p
  left join item i on i.id = p.id left join search_row s on s.item_id = p.id and p.kind <> 'comment' left join thread t on t.id = p.thread_id
  where p.text like '%dấu dau-%' and (i.id is null or t.id is null or (s.item_id is null and p.kind <> 'comment') or not exists (
    select from event e where e.name = case p.kind when 'answer' then 'answer.created' when 'comment' then 'comment.created' else 'thread.created' end
      and (e.payload->>'postId' = p.id::text or (p.id = p.thread_id and e.payload->>'threadId' = p.id::text))))`;
const LOOSE = `select (select count(*) from item i where i.kind in ('question', 'discussion', 'answer', 'comment') and not exists (select from post p where p.id = i.id))::int
  + (select count(*) from search_row s where not exists (select from item i where i.id = s.item_id))::int
  + (select count(*) from idempotency k where k.item_id is null or not exists (select from item i where i.id = k.item_id))::int as n`;

/** Holds what was acknowledged, and every invariant of writing, against the rows. */
export async function examine(ownerUrl: string, acknowledged: Write[]): Promise<Found> {
  const client = new Client(ownerUrl);
  await client.connect();
  const number = async (text: string) => (await client.query<{ n: number }>(text)).rows[0]!.n;
  try {
    const marks = new Map(
      (await client.query<{ mark: string; n: number }>(MARKS)).rows.map(({ mark, n }) => [mark, n]),
    );
    const votes = new Set((await client.query<{ mark: string }>(VOTES)).rows.map(({ mark }) => mark));
    const there = ({ kind, mark }: Write) => (kind === 'vote' ? votes.has(mark) : marks.has(mark));
    return {
      lost: acknowledged.filter((write) => !there(write)).length,
      twice: [...marks.values()].filter((n) => n > 1).length,
      half: (await number(HALF)) + (await number(LOOSE)),
      counters: await number(WRONG_COUNTERS),
    };
  } finally {
    await client.end();
  }
}
