import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { posts, threads, type File } from '@hat-nhan/contracts';
import { openWorld, type Caller, type World } from '../../test/api.js';
import { download, pdf, photo, upload } from '../../test/files.js';
import { answer, ask, freshLimits } from '../../test/forum.js';
import { Orphans } from './orphans.js';

const TEXT = 'Gửi yêu cầu sang trục liên thông thì nhận mã lỗi 403.';

describe('files under posts', () => {
  let world: World;
  let asker: Caller;
  let reader: Caller;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    await freshLimits(world);
    [asker, reader] = await Promise.all([world.person(), world.person()]);
  });

  const question = async (files: File[], spaceId?: number) => {
    const { id } = await asker.call(threads.ask, {
      title: 'Kết nối dữ liệu dân cư bị từ chối',
      text: TEXT,
      topicIds: [await world.topic()],
      spaceId: spaceId ?? (await world.baseSpaces()).members,
      files: files.map(({ key }) => key),
    });
    return id;
  };
  const status = async (who: Caller, file: File, headers = {}) => (await download(who, file.key, headers)).status;

  it('are shown in their order, and read by whoever reads the question', async () => {
    const [first, second] = [await upload(asker, 'b.pdf', pdf()), await upload(asker, 'a.jpg', await photo())];
    const id = await question([first, second]);
    const { thread } = await reader.call(threads.read, { id });
    expect(thread.files).toEqual([first, second]);
    expect(await status(reader, first)).toBe(200);
    expect(await status(world.visitor, first)).toBe(404);
    expect(await status(world.visitor, second)).toBe(404);
  });

  it('stand under answers too, and are changed by editing', async () => {
    const id = await ask(world, reader);
    const [one, two] = [await upload(asker, 'a.pdf', pdf()), await upload(asker, 'b.pdf', pdf())];
    const made = await asker.call(posts.reply, { id, text: 'Xem tệp.', files: [one.key] });
    expect(made.files).toEqual([one]);
    const shown = async () => (await reader.call(threads.read, { id })).answers.items[0]!.files;
    const edit = (files: File[] | undefined, version: number) =>
      asker.call(
        posts.editPost,
        { id: made.id, text: 'Xem tệp.', files: files?.map(({ key }) => key) },
        { ifMatch: version },
      );
    await edit(undefined, 1);
    expect(await shown()).toEqual([one]);
    await edit([two, one], 2);
    expect(await shown()).toEqual([two, one]);
    await edit([two], 3);
    expect(await shown()).toEqual([two]);
    // Taken off, it is its sender's alone again, and may be put back.
    expect([await status(asker, one), await status(reader, one)]).toEqual([200, 404]);
    await edit([one], 4);
    expect([await status(reader, one), await status(reader, two)]).toEqual([200, 404]);
  });

  it('are not another’s, not twice, not more than five, not under a comment', async () => {
    const theirs = await upload(reader, 'a.pdf', pdf());
    await expect(question([theirs])).rejects.toMatchObject({
      body: { errors: [{ pointer: '/files', code: 'choice' }] },
    });
    const mine = await upload(asker, 'a.pdf', pdf());
    await expect(question([mine, mine])).rejects.toMatchObject({ code: 'invalid-input' });
    const six = await Promise.all(Array.from({ length: 6 }, () => upload(asker, 'a.pdf', pdf())));
    await expect(question(six)).rejects.toMatchObject({ body: { errors: [{ pointer: '/files', code: 'too-many' }] } });
    const id = await question([mine]);
    await expect(question([mine])).rejects.toMatchObject({ code: 'invalid-input' });
    const comment = await asker.call(posts.addComment, { id, text: 'Góp ý' });
    const edit = asker.call(posts.editPost, { id: comment.id, text: 'Góp ý', files: [six[0]!.key] }, { ifMatch: 1 });
    await expect(edit).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('go to one of two posts that want them at once', async () => {
    const file = await upload(asker, 'a.pdf', pdf());
    const results = await Promise.allSettled([question([file]), question([file])]);
    expect(results.map(({ status: state }) => state).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('die for whoever loses access, also for a part and for what he has kept', async () => {
    const group = await world.space({ kind: 'group', members: [asker, { id: reader.id, level: 'read' }] });
    const file = await upload(asker, 'a.pdf', pdf());
    await question([file], group);
    const etag = String((await download(reader, file.key)).headers['etag']);
    expect(await status(reader, file, { 'if-none-match': etag })).toBe(304);
    await world.sqlAsOwner('delete from space_member where space_id = $1 and person_id = $2', [group, reader.id]);
    expect(await status(reader, file)).toBe(404);
    expect(await status(reader, file, { 'if-none-match': etag })).toBe(404);
    expect(await status(reader, file, { range: 'bytes=0-1' })).toBe(404);
    const [moderator, administrator] = [
      await world.person({ roles: ['moderator'] }),
      await world.person({ roles: ['administrator'] }),
    ];
    expect([await status(moderator, file), await status(administrator, file)]).toEqual([404, 404]);
  });

  it('move with their thread', async () => {
    const spaces = await world.baseSpaces();
    const file = await upload(asker, 'a.pdf', pdf());
    const id = await question([file], spaces.public);
    expect(await status(world.visitor, file)).toBe(200);
    await world.sqlAsOwner('update item set space_id = $2 where id = $1', [id, spaces.members]);
    expect([await status(world.visitor, file), await status(reader, file)]).toEqual([404, 200]);
  });

  it('are hidden with a hidden thread or answer, just as if they were not there', async () => {
    const file = await upload(asker, 'a.pdf', pdf());
    const id = await ask(world, reader, { spaceId: (await world.baseSpaces()).public });
    const made = await answer(asker, id);
    await asker.call(posts.editPost, { id: made.id, text: 'Xem tệp.', files: [file.key] }, { ifMatch: 1 });
    expect(await status(world.visitor, file)).toBe(200);
    const plain = (text: string) => text.replace(/"requestId":"[^"]*"/, '');
    const absent = await download(world.visitor, '00000000-0000-4000-8000-000000000000');
    for (const item of [id, made.id]) {
      const [before] = await world.sqlAsOwner<{ state: string }>('select state from item where id = $1', [item]);
      await world.sqlAsOwner(`update item set state = 'hidden' where id = $1`, [item]);
      const hidden = await download(world.visitor, file.key);
      expect([hidden.status, plain(hidden.body)]).toEqual([404, plain(absent.body)]);
      expect(await status(asker, file)).toBe(404);
      await world.sqlAsOwner(`update item set state = $2 where id = $1`, [item, before!.state]);
    }
  });

  it('stay, however old, while they stand under a post', async () => {
    const file = await upload(asker, 'a.pdf', pdf());
    await question([file]);
    world.clock.set(new Date(Date.now() + 400 * 86_400_000));
    await world.app.get(Orphans).remove();
    world.clock.set(null);
    expect(await status(reader, file)).toBe(200);
  });
});

describe('what is sent of a file', () => {
  let world: World;
  let sender: Caller;
  beforeAll(async () => {
    world = await openWorld();
    sender = await world.person();
  });
  afterAll(() => world.close());

  it('carries headers under which nothing in it can run', async () => {
    const file = await upload(sender, 'a.pdf', pdf());
    const { headers } = await download(sender, file.key);
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': "attachment; filename=tep.pdf; filename*=UTF-8''a.pdf",
      'content-security-policy': `default-src 'none'; sandbox; frame-ancestors 'none'`,
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-cache',
      'content-length': String(file.bytes),
      'accept-ranges': 'bytes',
    });
    const picture = await upload(sender, 'a.png', await photo(10, 10, 'png'));
    expect((await download(sender, picture.key)).headers).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': "inline; filename=tep.png; filename*=UTF-8''a.png",
    });
  });

  it.each([
    [
      'Hồ sơ cấp độ.pdf',
      `attachment; filename=tep.pdf; filename*=UTF-8''H%E1%BB%93%20s%C6%A1%20c%E1%BA%A5p%20%C4%91%E1%BB%99.pdf`,
    ],
    ['a"b;c%41.pdf', `attachment; filename=tep.pdf; filename*=UTF-8''a%22b%3Bc%2541.pdf`],
  ])('names %s as RFC 8187 says', async (name, header) => {
    const file = await upload(sender, name, pdf());
    expect((await download(sender, file.key)).headers['content-disposition']).toBe(header);
  });

  it('names a file whose name has 300 bytes', async () => {
    const name = `${'ữ'.repeat(99)}.pdf`;
    expect(Buffer.byteLength(name)).toBe(301);
    const file = await upload(sender, name, pdf());
    const header = String((await download(sender, file.key)).headers['content-disposition']);
    expect(decodeURIComponent(header.split(`UTF-8''`)[1]!)).toBe(name);
  });

  it('is one part where one was asked for, and unchanged where it is', async () => {
    const bytes = pdf(10_000);
    const { key } = await upload(sender, 'a.pdf', bytes);
    const get = (headers: Record<string, string>) => download(sender, key, headers);
    const part = await get({ range: 'bytes=100-199' });
    expect([part.status, part.headers['content-range'], part.headers['content-length']]).toEqual([
      206,
      `bytes 100-199/${bytes.length}`,
      '100',
    ]);
    expect(part.bytes.equals(bytes.subarray(100, 200))).toBe(true);
    expect((await get({ range: `bytes=${bytes.length - 5}-` })).bytes).toHaveLength(5);
    const beyond = await get({ range: `bytes=${bytes.length}-` });
    expect([beyond.status, beyond.headers['content-range']]).toEqual([416, `bytes */${bytes.length}`]);
    for (const range of ['bytes=0-1,5-6', 'lines=0-1', 'bytes=x'])
      expect([range, (await get({ range })).bytes.length]).toEqual([range, bytes.length]);
    const etag = String(part.headers['etag']);
    expect([(await get({ 'if-none-match': etag })).status, (await get({ 'if-none-match': '"other"' })).status]).toEqual(
      [304, 200],
    );
    expect((await get({ range: 'bytes=0-9', 'if-range': etag })).status).toBe(206);
    expect((await get({ range: 'bytes=0-9', 'if-range': '"other"' })).status).toBe(200);
    const head = await sender.raw({ method: 'HEAD', url: `/api/files/${key}` });
    expect([head.status, head.headers['content-length'], head.body]).toEqual([200, String(bytes.length), '']);
  });
});
