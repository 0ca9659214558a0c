import { describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { sessions } from '@hat-nhan/contracts';
import type { FastifyInstance } from 'fastify';
import { openWorld, type World } from '../../test/api.js';
import { Browser, mailedCode } from '../../test/browser.js';
import { demoRoles } from '../demo/roles.js';
import { readConfig } from '../platform/config.js';
import { build } from '../server.js';

/** The world's application once more, in another mode. */
async function inMode(world: World, env: Record<string, string>, mode: 'demo' | 'production') {
  const { databaseUrl, smtpUrl, port } = world.config;
  const config = readConfig(
    { DATABASE_URL: databaseUrl, SMTP_URL: smtpUrl, PORT: String(port), LOG_LEVEL: 'silent', ...env },
    mode,
  );
  const app = await build(config);
  return { app, server: app.getHttpAdapter().getInstance() as unknown as FastifyInstance };
}

/** The same for a browser as a world is. */
const siteOf = (app: NestFastifyApplication) => ({
  visitor: {
    raw: async ({ method, url, payload, headers }: Parameters<World['visitor']['raw']>[0]) => {
      const site = { host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000' };
      const body = payload === undefined ? {} : { payload };
      const type = payload === undefined ? {} : { 'content-type': 'application/json' };
      const answer = await app.inject({
        method: method as 'GET',
        url,
        ...body,
        headers: { ...site, ...type, ...headers },
      });
      return {
        status: answer.statusCode,
        body: answer.body,
        headers: answer.headers,
        bytes: answer.rawPayload,
      };
    },
  },
});

describe('the doors of the demo', () => {
  it('do not exist in production, nor in the tests', async () => {
    const world = await openWorld();
    const production = await inMode(
      world,
      { PUBLIC_ORIGIN: 'https://mang-luoi.example.vn', MAIL_FROM: 'thu@example.vn' },
      'production',
    );
    try {
      await world.makePerson();
      await world.sqlAsOwner(`update account set demo_role = 'administrator'`);
      for (const url of ['/demo/sign-in/administrator', '/demo/mails']) {
        const request = {
          method: 'GET' as const,
          url,
          headers: { host: 'mang-luoi.example.vn', accept: 'application/json' },
        };
        const answer = await production.app.inject(request);
        expect({ status: answer.statusCode, cookie: answer.headers['set-cookie'] }).toEqual({
          status: 404,
          cookie: undefined,
        });
        expect((await world.visitor.raw({ method: 'GET', url, headers: { accept: 'application/json' } })).status).toBe(
          404,
        );
      }
      for (const url of ['/demo/sign-in/:role', '/demo/mails'])
        expect(production.server.hasRoute({ method: 'GET', url })).toBe(false);
    } finally {
      await production.app.close();
      await world.close();
    }
  });

  it('let one step into each role of the demo and out again, and show the mails', async () => {
    const world = await openWorld();
    const { server, app } = await inMode(
      world,
      { MIGRATE_URL: world.config.databaseUrl.replace(/\/\/[^:]+/, '//owner') },
      'demo',
    );
    try {
      expect(server.hasRoute({ method: 'GET', url: '/demo/sign-in/:role' })).toBe(true);
      const browser = new Browser(siteOf(app));
      const { id } = await world.makePerson({ email: 'minh-hoa@don-vi.example' });
      await world.sqlAsOwner(`update account set demo_role = 'expert' where person_id = $1`, [id]);
      const opened = await browser.raw('GET', '/demo/sign-in/expert');
      expect({ status: opened.status, to: opened.headers['location'] }).toEqual({ status: 302, to: '/' });
      expect(browser.lastCookies[0]).toMatch(/^session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=7776000$/);
      expect((await browser.call(sessions.session, {})).person!.id).toBe(id);

      await browser.raw('GET', '/demo/sign-in/visitor');
      expect((await browser.call(sessions.session, {})).person).toBeNull();
      expect((await browser.raw('GET', '/demo/sign-in/khong-co')).status).toBe(404);

      await browser.call(sessions.requestCode, { email: 'minh-hoa@don-vi.example' });
      const code = await mailedCode(world, 'minh-hoa@don-vi.example');
      const { items } = JSON.parse((await browser.raw('GET', '/demo/mails')).body);
      expect(items[0]).toMatchObject({ to: 'minh-hoa@don-vi.example', text: expect.stringContaining(code) });
    } finally {
      await app.close();
      await world.close();
    }
  });

  it('have a name in both languages, and nobody twice', () => {
    expect(new Set(demoRoles.map(({ key }) => key)).size).toBe(demoRoles.length);
    expect(demoRoles.map(({ key }) => key)).toEqual(
      expect.arrayContaining([
        'member',
        'expert',
        'enterprise',
        'representative',
        'moderator',
        'editor',
        'coordinator',
        'administrator',
        'visitor',
      ]),
    );
    expect(demoRoles.every(({ vi, en }) => vi !== '' && en !== '')).toBe(true);
  });
});
