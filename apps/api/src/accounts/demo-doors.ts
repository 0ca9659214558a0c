import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Database } from '../platform/database.js';
import { sql } from '../platform/db.js';
import { mailboxAt } from '../platform/demo-mailbox.js';
import { jobContext } from '../platform/job-context.js';
import { applyDraft, draftReply } from '../platform/reply-draft.js';
import { Settings } from '../platform/settings.js';
import { SessionsService } from './sessions.service.js';

const OF_ROLE = sql('select person_id as "personId" from account where demo_role = $1 and disabled_at is null');

/** Sign-in links and the mailbox of the demo. Anywhere else their addresses do not exist. */
@Injectable()
export class DemoDoors implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly settings: Settings,
    private readonly database: Database,
    private readonly sessions: SessionsService,
  ) {}

  onModuleInit(): void {
    const { mode, smtpUrl } = this.settings.config;
    if (mode !== 'demo') return;
    const server = this.host.httpAdapter.getInstance<FastifyInstance>();
    server.get<{ Params: { role: string } }>('/demo/sign-in/:role', (request, reply) =>
      this.signIn(request, reply, request.params.role),
    );
    server.get('/demo/mails', (_request, reply) =>
      reply.header('cache-control', 'no-store').send({ items: mailboxAt(smtpUrl)?.letters.toReversed() ?? [] }),
    );
  }

  /** One click counts as both factors here. Puts this browser into the place of the demo's person with that role; a visitor is signed out. */
  private async signIn(request: FastifyRequest, reply: FastifyReply, role: string): Promise<FastifyReply> {
    const draft = draftReply(request, this.settings.secure);
    const client = { agent: String(request.headers['user-agent'] ?? ''), address: request.ip };
    const known = await this.database.use({
      writes: true,
      run: async (db) => {
        const ctx = { ...jobContext(db, this.settings, 0), actor: null, client, reply: draft };
        if (role === 'visitor') return this.sessions.signOut(ctx);
        const person = await db.row<{ personId: number }>(OF_ROLE, [role]);
        return person && this.sessions.open(ctx, person.personId, { trusted: true, how: 'demo', strong: true });
      },
    });
    if (!known) return request.server.notFoundProblem(request, reply);
    applyDraft(draft, reply, this.settings.secure);
    return reply.header('cache-control', 'no-store').redirect('/');
  }
}
