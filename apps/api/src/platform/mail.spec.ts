import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { instance, invitations, notifications, sessions, topics } from '@hat-nhan/contracts';
import { SMTPServer } from 'smtp-server';
import { openWorld, type World } from '../../test/api.js';
import { answer, ask } from '../../test/forum.js';
import { drain } from '../../test/browser.js';
import { Database } from './database.js';
import { Mailer } from './mail.js';

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close();
});

/** A mail server that takes connections and says nothing, until it is cut. */
async function silentServer(): Promise<{ url: string; reached: Promise<unknown>; server: Server }> {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    open.push(async () => socket.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  open.push(async () => server.close());
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    reached: once(server, 'connection'),
    server,
  };
}

async function worldOf(env: Record<string, string>): Promise<World> {
  const world = await openWorld({ POOL_SIZE: '1', ...env });
  open.push(() => world.close());
  return world;
}
const mails = (world: World) =>
  world.sqlAsOwner<{ kind: string; state: string }>('select kind, state from mail order by id');

describe('a mail server that says nothing', () => {
  it('holds no connection: with a pool of one the product serves while letters wait', async () => {
    const { url, server } = await silentServer();
    const world = await worldOf({ SMTP_URL: url });
    const administrator = await world.person({ roles: ['administrator'] });
    const other = await world.person();
    const organisationId = await world.organisation();
    const invited = { email: 'moi@x.example', name: 'Lê Văn Mời', title: 'Chuyên viên', unit: '', organisationId };
    await administrator.call(invitations.invite, { ...invited, roles: [] });
    await world.visitor.call(sessions.requestCode, { email: `person-${other.id}@test.example` });
    await answer(other, await ask(world, administrator));

    const waits = async (work: () => Promise<unknown>) => {
      const reached = once(server, 'connection');
      const done = work().then(
        () => 'sent',
        () => 'failed',
      );
      await reached;
      expect((await world.visitor.call(topics.list, {})).items).toEqual(expect.any(Array));
      return done;
    };
    // What waits does so for five seconds; both together, so that the test does not wait twice.
    const test = waits(() => administrator.call(instance.mailTest, {}).then(({ sent }) => sent || Promise.reject()));
    const jobs = waits(() => drain(world));
    expect(await Promise.all([test, jobs])).toEqual(['failed', 'failed']);
    const states = await mails(world);
    expect(states.length).toBeGreaterThanOrEqual(2);
    expect(new Set(states.map(({ state }) => state))).toEqual(new Set(['failed']));
  });
});

describe('a letter', () => {
  const begin = (world: World) => {
    const mailer = world.app.get(Mailer);
    const to = { kind: 'test', to: 'ai-do@x.example' };
    return world.app.get(Database).use({ writes: true, run: (db) => mailer.begin(db, to) });
  };
  const letter = { subject: 'Thử', text: 'Thử', html: '<p>Thử</p>' };

  it('is noted before it leaves and marked together with what the server said', async () => {
    const world = await worldOf({});
    const begun = await begin(world);
    expect(await mails(world)).toEqual([{ kind: 'test', state: 'begun' }]);
    const failing = world.app.get(Mailer).send(begun, letter, () => Promise.reject(new Error('not marked')));
    await expect(failing).rejects.toThrow('not marked');
    expect(world.mailbox.letters).toHaveLength(1);
    expect(await mails(world)).toEqual([{ kind: 'test', state: 'begun' }]);
    expect(await world.app.get(Mailer).send(begun, letter)).toMatch(/^250/);
    expect(await mails(world)).toEqual([{ kind: 'test', state: 'sent' }]);
  });

  it('of which nobody knows whether it went stays begun; one that surely stayed is failed', async () => {
    // Takes the letter and hangs up without a word, as a server that dies.
    const dying = createServer((socket) => {
      let data = false;
      socket.on('error', () => {});
      socket.write('220 x\r\n');
      socket.on('data', (bytes) => {
        const said = String(bytes);
        if (data) return void socket.destroy();
        data = /^DATA/m.test(said);
        socket.write(data ? '354 go on\r\n' : '250 ok\r\n');
      });
    }).listen(0, '127.0.0.1');
    await once(dying, 'listening');
    open.push(async () => dying.close());
    const world = await worldOf({ SMTP_URL: `smtp://127.0.0.1:${(dying.address() as AddressInfo).port}` });
    await expect(world.app.get(Mailer).send(await begin(world), letter)).rejects.toThrow();
    expect(await mails(world)).toEqual([{ kind: 'test', state: 'begun' }]);

    const nobody = await worldOf({ SMTP_URL: 'smtp://127.0.0.1:9' });
    await expect(nobody.app.get(Mailer).send(await begin(nobody), letter)).rejects.toThrow();
    expect(await mails(nobody)).toEqual([{ kind: 'test', state: 'failed' }]);
  });
});

describe('a crash between sending and marking', () => {
  it('loses no code, and mails no more than five an hour however often it happens', async () => {
    const world = await worldOf({});
    const { id } = await world.person();
    await world.visitor.call(sessions.requestCode, { email: `person-${id}@test.example` });
    await drain(world);
    expect(world.mailbox.letters).toHaveLength(1);
    for (let crash = 0; crash < 8; crash++) {
      await world.sqlAsOwner('update sign_in_code set sent_at = null');
      await world.sqlAsOwner(`update mail set state = 'begun'`);
      await world.sqlAsOwner(
        `insert into event (name, payload) select name, payload from event where name = 'code.requested' limit 1`,
      );
      await drain(world);
    }
    expect(world.mailbox.letters).toHaveLength(5);
  });

  it('mails a notification again after the lease, three times a day at most', async () => {
    const world = await worldOf({});
    const [asker, other] = [await world.person(), await world.person()];
    const text = `Đã xem. @[${asker.name}](person:${asker.id}) gia hạn chứng thư nhé.`;
    await answer(other, await ask(world, asker), text);
    await drain(world);
    for (let round = 0; round < 6; round++) {
      world.clock.set(new Date(Date.now() + (11 + 6 * round) * 60_000));
      await world.jobs.run('mailUnread');
      await world.sqlAsOwner('update notification set mailed_at = null');
      await world.sqlAsOwner(`update mail set state = 'begun'`);
    }
    expect(world.mailbox.letters).toHaveLength(3);
  });

  it('to an address that is refused for good is given up, and the inbox keeps what it was about', async () => {
    let tries = 0;
    const refusing = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: (_to, _session, done) => {
        tries++;
        done(Object.assign(new Error('No such user'), { responseCode: 550 }));
      },
    });
    refusing.listen(0, '127.0.0.1');
    await once(refusing.server, 'listening');
    open.push(() => new Promise<void>((closed) => refusing.close(closed)));
    const { port } = refusing.server.address() as AddressInfo;
    const world = await worldOf({ SMTP_URL: `smtp://127.0.0.1:${port}` });
    const [asker, other] = [await world.person(), await world.person()];
    await answer(other, await ask(world, asker));
    await drain(world);
    for (let round = 0; round < 3; round++) {
      world.clock.set(new Date(Date.now() + (11 + 6 * round) * 60_000));
      await world.jobs.run('mailUnread');
    }
    expect(tries).toBe(1);
    expect(await mails(world)).toEqual([{ kind: 'notification', state: 'failed' }]);
    expect((await asker.call(notifications.inbox, {})).items).toHaveLength(1);
  });
});
