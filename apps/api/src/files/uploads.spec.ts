import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { request } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { FILE_LIMIT, files } from '@hat-nhan/contracts';
import { openWorld, type Caller, type World } from '../../test/api.js';
import { docx, download, pdf, photo, sendBytes, upload, xlsx } from '../../test/files.js';
import { freshLimits } from '../../test/forum.js';
import { Orphans } from './orphans.js';
import { filesFolder, incomingFolder } from './places.js';
import { QUOTA } from './uploads.service.js';

const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD', '-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

describe('sending a file', () => {
  let world: World;
  let sender: Caller;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    await freshLimits(world);
    sender = await world.person();
  });

  const kept = async () => {
    const all = await readdir(filesFolder(world.config), { recursive: true, withFileTypes: true }).catch(() => []);
    return all.filter((entry) => entry.isFile()).map(({ name }) => name);
  };
  const refused = (name: string, bytes: Buffer) =>
    upload(sender, name, bytes).then(
      () => 'taken',
      (error: { code: string; body: { errors?: { code: string }[] } }) => error.body.errors?.[0]?.code ?? error.code,
    );

  it('keeps it under a random name and gives it back to its sender byte for byte', async () => {
    const bytes = pdf(200_000);
    const file = await upload(sender, 'Hồ sơ thuê dịch vụ.pdf', bytes);
    expect(file).toMatchObject({
      name: 'Hồ sơ thuê dịch vụ.pdf',
      type: 'application/pdf',
      bytes: bytes.length,
      width: null,
    });
    expect((await download(sender, file.key)).bytes.equals(bytes)).toBe(true);
    expect(await kept()).toContain(file.key);
    const { items } = await sender.call(files.own, {});
    expect(items.map(({ key }) => key)).toEqual([file.key]);
    expect((await world.person()).call(files.own, {})).resolves.toEqual({ items: [] });
  });

  it('takes DOCX, XLSX, PNG, JPEG and WebP', async () => {
    await upload(sender, 'a.docx', docx());
    await upload(sender, 'a.XLSX', xlsx());
    for (const format of ['png', 'jpeg', 'webp'] as const)
      expect(await upload(sender, `a.${format}`, await photo(60, 40, format))).toMatchObject({ width: 60, height: 40 });
  });

  it('refuses a byte more than 25 MB, announced or not, and takes 25 MB', async () => {
    await expect(sender.call(files.announce, { name: 'a.pdf', bytes: FILE_LIMIT + 1 })).rejects.toMatchObject({
      code: 'invalid-input',
      body: { errors: [{ pointer: '/bytes', code: 'file-size' }] },
    });
    const full = Buffer.concat([pdf(100), Buffer.alloc(FILE_LIMIT)]).subarray(0, FILE_LIMIT);
    const { key } = await sender.call(files.announce, { name: 'a.pdf', bytes: FILE_LIMIT });
    const more = await sendBytes(sender, key, Buffer.concat([full, Buffer.from('x')]));
    expect([more.status, JSON.parse(more.body).code]).toEqual([413, 'body-too-large']);
    expect(await upload(sender, 'b.pdf', full)).toMatchObject({ bytes: FILE_LIMIT });
    expect(await readdir(incomingFolder(world.config))).toEqual([]);
  });

  it('takes nothing but bytes, and other routes take no bytes', async () => {
    const { key } = await sender.call(files.announce, { name: 'a.pdf', bytes: 5 });
    for (const type of ['application/json', 'multipart/form-data; boundary=x', 'text/plain', '']) {
      const answer = await sendBytes(sender, key, Buffer.from('{"a":1}'), { 'content-type': type });
      expect([type, answer.status]).toEqual([type, 415]);
    }
    const elsewhere = await sender.raw({
      method: 'POST',
      url: '/api/files',
      payload: Buffer.from('{}'),
      headers: { 'content-type': 'application/octet-stream' },
    });
    expect(elsewhere.status).toBe(415);
  });

  it.each([
    ['bảng.exe', 'file-type'],
    ['bảng.svg', 'file-type'],
    ['bảng.html', 'file-type'],
    ['bảng.docm', 'file-type'],
    ['bảng.pdf.js', 'file-type'],
    ['bảng', 'file-type'],
    ['a\r\nSet-Cookie: x=1.pdf', 'characters'],
    ['a\u202efdp.exe.pdf', 'characters'],
    ['a\u0000.pdf', 'characters'],
    ['../../etc/passwd.pdf', 'characters'],
    ['..\\a.pdf', 'characters'],
    [`${'a'.repeat(252)}.pdf`, 'too-long'],
  ])('refuses the name %j', async (name, code) => {
    await expect(sender.call(files.announce, { name, bytes: 10 })).rejects.toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/name', code }] },
    });
  });

  it('lets a cut file be sent again, and a wrong length too', async () => {
    const bytes = pdf(5_000_000);
    const { key } = await sender.call(files.announce, { name: 'a.pdf', bytes: bytes.length });
    await world.app.listen(0, '127.0.0.1');
    const { port } = world.app.getHttpServer().address() as AddressInfo;
    const cut = request({
      port,
      method: 'PUT',
      path: `/api/files/${key}/content`,
      headers: {
        host: new URL(world.config.origin).host,
        origin: world.config.origin,
        cookie: `session=${sender.token}`,
        'content-type': 'application/octet-stream',
        'content-length': bytes.length,
      },
    });
    cut.on('error', () => {});
    cut.write(bytes.subarray(0, 3_000_000));
    const state = async () =>
      (await world.sqlAsOwner<{ state: string }>('select state from attachment where key = $1', [key]))[0]!.state;
    while ((await state()) !== 'receiving') await new Promise((turn) => setTimeout(turn, 10));
    expect((await sendBytes(sender, key, bytes)).status).toBe(409);
    cut.destroy();
    while ((await state()) !== 'awaited') await new Promise((turn) => setTimeout(turn, 10));
    // What came is thrown away a moment after its row is free again.
    while ((await readdir(incomingFolder(world.config))).length > 0) await new Promise((turn) => setTimeout(turn, 10));
    const short = await sendBytes(sender, key, bytes.subarray(0, 1000));
    expect([short.status, JSON.parse(short.body).errors[0].code]).toEqual([422, 'file-cut']);
    expect((await sendBytes(sender, key, bytes)).status).toBe(200);
    // The answer was lost: the same again is the same file.
    expect(JSON.parse((await sendBytes(sender, key, bytes)).body)).toMatchObject({ key, bytes: bytes.length });
  });

  it('refuses the test signature of scanners, wherever a block ends', async () => {
    expect(await refused('a.pdf', Buffer.concat([pdf(65_500), Buffer.from(EICAR), pdf(100_000)]))).toBe('file-harmful');
  });

  it('records a refusal, and what was refused is not there any more', async () => {
    const { key } = await sender.call(files.announce, { name: 'a.pdf', bytes: 20 });
    expect((await sendBytes(sender, key, Buffer.from('<html><script>x</scr'))).status).toBe(422);
    expect((await sendBytes(sender, key, pdf(20))).status).toBe(404);
    expect((await download(sender, key)).status).toBe(404);
    const audits = await world.sqlAsOwner('select reason from audit where actor_id = $1', [sender.id]);
    expect(audits).toEqual([{ reason: 'file-content' }]);
  });

  it('is nobody else’s: neither sent, read nor removed', async () => {
    const other = await world.person();
    const { key } = await sender.call(files.announce, { name: 'a.pdf', bytes: 1000 });
    expect((await sendBytes(other, key, pdf(1000))).status).toBe(404);
    const file = await upload(sender, 'b.pdf', pdf());
    expect((await download(other, file.key)).status).toBe(404);
    expect((await download(world.visitor, file.key)).status).toBe(404);
    await expect(other.call(files.remove, { key: file.key })).rejects.toMatchObject({ code: 'not-found' });
    await sender.call(files.remove, { key: file.key });
    expect((await download(sender, file.key)).status).toBe(404);
  });

  it('announces once for one key of idempotency', async () => {
    const input = { name: 'a.pdf', bytes: 1000 };
    const first = await sender.call(files.announce, input, { key: 'a-key-of-16-chars' });
    expect(await sender.call(files.announce, input, { key: 'a-key-of-16-chars' })).toEqual(first);
  });

  it('counts what a person sends, also when twenty files come at once', async () => {
    await sender.call(files.announce, { name: 'a.pdf', bytes: 1 });
    await world.sqlAsOwner('update upload_quota set day_files = $2 where person_id = $1', [
      sender.id,
      QUOTA.dayFiles - 3,
    ]);
    const tries = Array.from({ length: 20 }, () => sender.call(files.announce, { name: 'a.pdf', bytes: 1 }));
    const made = (await Promise.allSettled(tries)).map((one) =>
      one.status === 'fulfilled' ? 'made' : one.reason.code,
    );
    expect(made.filter((one) => one === 'made')).toHaveLength(3);
    expect(new Set(made)).toEqual(new Set(['made', 'file-quota']));
    // A new day has room again, until the whole is used up.
    await world.sqlAsOwner(`update upload_quota set day = day - 1 where person_id = $1`, [sender.id]);
    await sender.call(files.announce, { name: 'a.pdf', bytes: 1 });
    await world.sqlAsOwner('update upload_quota set bytes = $2 where person_id = $1', [sender.id, QUOTA.bytes]);
    await expect(sender.call(files.announce, { name: 'a.pdf', bytes: 1 })).rejects.toMatchObject({
      code: 'file-quota',
    });
  });

  it('removes after a day what stands under no post, with its bytes, and gives the room back', async () => {
    const file = await upload(sender, 'a.pdf', pdf());
    await sender.call(files.announce, { name: 'b.pdf', bytes: 500 });
    world.clock.set(new Date(Date.now() + 23 * 3_600_000));
    await world.app.get(Orphans).remove();
    expect(await kept()).toContain(file.key);
    world.clock.set(new Date(Date.now() + 25 * 3_600_000));
    await world.app.get(Orphans).remove();
    world.clock.set(null);
    expect(await kept()).not.toContain(file.key);
    const [left] = await world.sqlAsOwner('select files, bytes::int from upload_quota where person_id = $1', [
      sender.id,
    ]);
    expect(left).toEqual({ files: 0, bytes: 0 });
    expect(await world.sqlAsOwner('select id from attachment where person_id = $1', [sender.id])).toEqual([]);
  });
});

describe('sending a file past clamd', () => {
  /** Speaks INSTREAM as clamd does; what holds the word VIRUS is found. */
  const clamd = createServer((socket) => {
    const blocks: Buffer[] = [];
    socket.on('error', () => {});
    socket.on('data', (block) => {
      blocks.push(block);
      const all = Buffer.concat(blocks);
      if (!all.subarray(-4).equals(Buffer.alloc(4))) return;
      socket.end(all.includes('VIRUS') ? 'stream: Win.Test FOUND\0' : 'stream: OK\0');
    });
  });
  let world: World;
  beforeAll(async () => {
    clamd.listen(0, '127.0.0.1');
    await once(clamd, 'listening');
    world = await openWorld({ CLAMD_URL: `tcp://127.0.0.1:${(clamd.address() as AddressInfo).port}` });
  });
  afterAll(() => world.close());

  it('takes what passes, refuses what is found, and keeps waiting what nobody looked at', async () => {
    const sender = await world.person();
    await upload(sender, 'a.pdf', pdf(300_000));
    await expect(upload(sender, 'a.pdf', Buffer.concat([pdf(), Buffer.from('VIRUS')]))).rejects.toMatchObject({
      code: 'file-refused',
      body: { errors: [{ code: 'file-harmful' }] },
    });
    clamd.close();
    await once(clamd, 'close');
    const { key } = await sender.call(files.announce, { name: 'a.pdf', bytes: 1001 });
    const bytes = pdf(1001);
    const { key: again } = await sender.call(files.announce, { name: 'a.pdf', bytes: bytes.length });
    expect((await sendBytes(sender, again, bytes)).status).toBe(503);
    expect((await download(sender, again)).status).toBe(404);
    expect(key).not.toBe(again);
    const [row] = await world.sqlAsOwner('select state from attachment where key = $1', [again]);
    expect(row).toEqual({ state: 'awaited' });
  });
});
