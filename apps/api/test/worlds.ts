import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Storage } from '../src/files/storage.js';
import type { World } from './api.js';
import type { Author, Sql } from './seed.js';
import { seedThread } from './seed.js';
import { hideDirectory, REPRESENTATIVES } from './seed-directory.js';
import { hideGroup } from './seed-group.js';
import { flagPost, hiddenAnswer, movedThread, withholdThread } from './seed-withheld.js';

/** Whoever asks; `blind` names the hidden parts that he may not see. */
export interface ActorKind {
  name: string;
  token: string | undefined;
  id: number;
  blind: Hidden[];
}

/** In a space out of sight; or hidden by a moderator, or deleted, in one that everybody reads. */
export type Hidden = 'group' | 'state' | 'members' | 'withheld';
export const HIDDEN: Hidden[] = ['group', 'state', 'members', 'withheld'];

/** What one random world was made of. */
export interface Made {
  actors: ActorKind[];
  /** Keys of files, visible ones and such as stand only in hidden rows. */
  keys: string[];
  visibleIds: number[];
  hiddenIds: number[];
  words: string[];
  slugs: string[];
}

/** Mulberry32: the same seed gives the same world on every machine. */
export function randomOf(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b9);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const KINDS: { name: string; roles?: string[]; enterprise?: boolean; member?: boolean; blind: Hidden[] }[] = [
  { name: 'member', blind: ['group', 'withheld'] },
  { name: 'group member', blind: ['withheld'] },
  { name: 'enterprise member', enterprise: true, blind: ['group', 'state', 'withheld'] },
  { name: 'account before the rules', member: false, blind: ['group', 'state', 'members', 'withheld'] },
  { name: 'moderator', roles: ['moderator'], blind: ['group'] },
  { name: 'editor', roles: ['editor'], blind: ['group', 'withheld'] },
  { name: 'coordinator', roles: ['coordinator'], blind: ['group', 'withheld'] },
  { name: 'administrator', roles: ['administrator'], blind: ['group', 'withheld'] },
  {
    name: 'administrator of an enterprise',
    roles: ['administrator'],
    enterprise: true,
    blind: ['group', 'state', 'withheld'],
  },
];

const tokenOf = (seed: number, name: string) => createHash('sha256').update(`${seed} ${name}`).digest('base64url');
const TITLES = [
  'Thuê dịch vụ công nghệ thông tin',
  'Hồ sơ cấp độ an toàn',
  'Chia sẻ dữ liệu dùng chung',
  'Đám mây của tỉnh',
  'Dịch vụ công trực tuyến 749/QĐ-TTg',
];

async function makePeople(world: World, seed: number): Promise<{ authors: Author[]; actors: ActorKind[] }> {
  const sql: Sql = (text, values) => world.sqlAsOwner(text, values);
  const authors: Author[] = [];
  const actors: ActorKind[] = [
    { name: 'visitor', token: undefined, id: 0, blind: ['group', 'state', 'members', 'withheld'] },
  ];
  for (const kind of KINDS) {
    const made = await world.makePerson({
      name: `Người thử ${kind.name} ${seed}`,
      ...(kind.roles && { roles: kind.roles as ['moderator'] }),
      ...(kind.enterprise && { enterprise: true }),
      ...(kind.member === false && { member: false }),
      email: `${kind.name.replaceAll(' ', '-')}-${seed}@test.example`,
    });
    const token = tokenOf(seed, kind.name);
    await sql(
      `insert into session (person_id, token_hash, idle, expires_at, created_at, used_at, strong_at) values ($1, $2, '900 days', now() + interval '900 days', now(), now(), now())`,
      [made.id, createHash('sha256').update(token).digest()],
    );
    actors.push({ name: kind.name, token, id: made.id, blind: kind.blind });
    authors.push(made);
  }
  await sql(`update person set joined_at = '2026-10-01T00:00:00Z'`);
  // Some represent their organisation, so that who stands in it out of sight would show.
  await sql(
    `insert into representative (organisation_id, person_id, space_id)
     select p.organisation_id, p.id, p.space_id from person p where p.name = any ($1)`,
    [REPRESENTATIVES.map((kind) => `Người thử ${kind} ${seed}`)],
  );
  return { authors, actors };
}

/** The same key for the file of the same post in both worlds. */
const keyOf = (postId: number) => `00000000-0000-4000-8000-${String(postId).padStart(12, '0')}`;

/** A file under a post, with its bytes. */
async function attach(world: World, postId: number, spaceId: number, personId: number): Promise<string> {
  const key = keyOf(postId);
  const bytes = `%PDF-1.7 tệp của ${postId}`;
  const path = join(world.config.dataDir, key);
  await writeFile(path, bytes);
  await world.app.get(Storage).put(key, path);
  await world.sqlAsOwner(
    `insert into attachment (key, person_id, space_id, post_id, state, name, type, bytes, hash, created_at, since)
     values ($1, $2, $3, $4, 'ready', 'Tệp ' || $4::int || '.pdf', 'application/pdf', $5, md5($6), '2026-10-01', '2026-10-01')`,
    [key, personId, spaceId, postId, Buffer.byteLength(bytes), bytes],
  );
  await world.sqlAsOwner('update post set files = 1 where id = $1', [postId]);
  return key;
}

/** Adds one random world's rows, the same in every database for the same seed; `twin` adds the hidden ones too. */
export async function makeWorld(world: World, seed: number, twin: Hidden | 'none'): Promise<Made> {
  const sql: Sql = (text, values) => world.sqlAsOwner(text, values);
  const random = randomOf(seed);
  const pick = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)]!;
  const some = <T>(from: readonly T[], most: number) =>
    Array.from({ length: Math.floor(random() * (most + 1)) }, () => pick(from)).filter(
      (one, at, all) => all.indexOf(one) === at,
    );

  const { authors, actors } = await makePeople(world, seed);
  const groupMember = actors.find((actor) => actor.name === 'group member')!;
  const topic = await world.topic({ slug: `chu-de-thu-${seed}`, name: `Chủ đề thử ${seed}` });
  const spaces = await world.baseSpaces();
  const mover = await world.makePerson({ name: `Người chuyển ${seed}`, roles: ['moderator'] });
  const group = await world.space({
    kind: 'group',
    name: `Nhóm kín ${seed}`,
    members: [{ id: groupMember.id }, { id: mover.id, level: 'moderate' }],
  });
  // A group that every member may know of, with nothing in it that differs but what the twin adds.
  const known = await world.space({
    kind: 'group',
    name: `Nhóm ai cũng biết ${seed}`,
    members: [{ id: groupMember.id, level: 'moderate' }],
  });
  await sql('update space set listed = true, takes_requests = true where id = $1', [known]);
  const where = { group, state: spaces.state, members: spaces.members, withheld: spaces.public };

  const visibleIds = [
    topic,
    ...authors.map((author) => author.id),
    ...authors.map((author) => author.organisationId),
    group,
    known,
    ...Object.values(spaces),
  ];
  const hiddenIds: number[] = [];
  const keys: string[] = [];
  let next = seed * 10_000 + 1_000_000;
  const thread = async (spaceId: number, word: string) => {
    const firstId = next;
    const minutes = Math.floor(random() * 500_000);
    const taken = await seedThread(sql, {
      firstId,
      spaceId,
      topicId: topic,
      author: pick(authors),
      answerers: some(authors, 3),
      voters: some(authors, 3),
      title: `${pick(TITLES)} ${word} ${firstId}`,
      text: `Nội dung ${word} cần hỏi về ${pick(TITLES).toLowerCase()} @[Ai đó](person:${pick(authors).id})`,
      at: new Date(Date.UTC(2026, 9, 1) - minutes * 60_000).toISOString(),
      accepted: random() < 0.3,
    });
    next += taken;
    keys.push(await attach(world, firstId, spaceId, pick(authors).id));
    return Array.from({ length: taken }, (_, at) => firstId + at);
  };
  const shown: number[] = [];
  for (let made = 0; made < 6; made++) {
    const ids = await thread(pick([spaces.public, spaces.members, spaces.state, spaces.public]), 'chung');
    visibleIds.push(...ids);
    shown.push(ids[0]!);
  }

  next = seed * 10_000 + 1_005_000;
  // A hidden organisation, topic and person in the twin; ids that nothing has in the plain world.
  const directory = seed * 10_000 + 1_009_000;
  // Everybody was writing an answer on what he may not see any more; in the plain world it is not there at all.
  for (const { id } of actors.slice(1)) {
    await sql(
      `insert into draft (person_id, key, title, text, saved_at) values ($1, 'answer-' || $2::int, '', 'Đang viết dở', '2026-10-01T00:00:00Z')`,
      [id, next],
    );
  }
  if (twin !== 'none') {
    for (let made = 0; made < 4; made++) hiddenIds.push(...(await thread(where[twin], 'riêng')));
    const review = { id: seed * 10, spaceId: where[twin], personId: groupMember.id };
    await flagPost(sql, { ...review, postId: hiddenIds[0]! });
    if (twin === 'withheld') {
      const moderator = actors.find((actor) => actor.name === 'moderator')!.id;
      for (const id of hiddenIds) await withholdThread(sql, id, moderator);
      const author = authors.find(({ id }) => id === moderator)!;
      for (const threadId of shown) hiddenIds.unshift(await hiddenAnswer(sql, { id: next++, threadId, author }));
      return { actors, keys, visibleIds, hiddenIds: [...hiddenIds.slice(0, 20), directory], ...wordsOf(seed) };
    }
    await withholdThread(sql, hiddenIds.at(-1)!, groupMember.id);
    const moved = await movedThread(sql, await thread(spaces.public, 'riêng'), mover.id, where[twin]);
    hiddenIds.unshift(...moved);
    // A duplicate of what everybody reads, and what was split off from it, out of sight.
    await sql(
      `with marked as (update item set state = 'duplicate' where id = $1)
       update thread set duplicate_of = case when id = $1 then $3::int end, split_from = case when id = $2 then $3::int end where id in ($1, $2)`,
      [moved[0], hiddenIds[moved.length], shown[0]],
    );
    // An id of its own: what is written later is numbered alike in both worlds.
    await sql(`insert into audit (id, action, item_id) overriding system value values ($2, 'thread.hide', $1)`, [
      hiddenIds[0],
      1_000_000_000 + seed,
    ]);
    await hideDirectory(sql, where[twin], directory, seed);
    if (twin === 'group') await hideGroup(sql, hiddenIds[0]!, known, groupMember.id);
    await sql(`insert into event (name, payload, space_id, item_id) values ('thread.created', '{}', $1, $2)`, [
      where[twin],
      hiddenIds[0],
    ]);
    await sql(
      `insert into draft (person_id, key, title, text) values ($1, 'ask', 'Bản nháp riêng', 'riêng') on conflict do nothing`,
      [groupMember.id],
    );
  } else {
    for (let at = 0; at < 20; at++) hiddenIds.push(next + at);
    // The first of them are questions in the twin, and have a file there.
    keys.push(...hiddenIds.map(keyOf));
  }
  return {
    actors,
    keys,
    visibleIds,
    // Few routes read the directory's rows by id: they are drawn more often.
    hiddenIds: [...hiddenIds.slice(0, 20), ...Array.from({ length: 12 }, (_, at) => directory + (at % 3))],
    ...wordsOf(seed),
  };
}

const wordsOf = (seed: number): Pick<Made, 'slugs' | 'words'> => ({
  slugs: [`chu-de-thu-${seed}`, `rieng-${seed}`],
  words: [
    'chung',
    'riêng',
    `Nhóm kín ${seed}`,
    `nhom-rieng-${seed * 10_000 + 1_005_000}`,
    'thuê dịch vụ',
    'du lieu',
    '749',
    'Người thử',
    `thử ${seed}`,
  ],
});
