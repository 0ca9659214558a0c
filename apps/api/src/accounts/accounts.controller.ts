import { Controller } from '@nestjs/common';
import { accounts, type Input } from '@hat-nhan/contracts';
import type { Ctx } from '../platform/context.js';
import { Endpoint } from '../platform/endpoint.js';
import { AccountsService } from './accounts.service.js';
import { EmailsService } from './emails.service.js';
import { RulesService } from './rules.service.js';

@Controller()
export class AccountsController {
  constructor(
    private readonly service: AccountsService,
    private readonly emails: EmailsService,
    private readonly rules: RulesService,
  ) {}

  @Endpoint(accounts.setPassword)
  setPassword(ctx: Ctx, input: Input<typeof accounts.setPassword>) {
    return this.service.setPassword(ctx, input);
  }

  @Endpoint(accounts.givenConsents)
  consents(ctx: Ctx) {
    return this.rules.given(ctx);
  }

  @Endpoint(accounts.saveConsents)
  saveConsents(ctx: Ctx, input: Input<typeof accounts.saveConsents>) {
    return this.rules.save(ctx, input);
  }

  @Endpoint(accounts.emails)
  listEmails(ctx: Ctx) {
    return this.emails.list(ctx);
  }

  @Endpoint(accounts.addEmail, { again: 'addedEmail' })
  addEmail(ctx: Ctx, input: Input<typeof accounts.addEmail>) {
    return this.emails.add(ctx, input);
  }

  addedEmail(ctx: Ctx, id: number) {
    return this.emails.added(ctx, id);
  }

  @Endpoint(accounts.confirmEmail)
  confirmEmail(ctx: Ctx, input: Input<typeof accounts.confirmEmail>) {
    return this.emails.confirm(ctx, input);
  }

  @Endpoint(accounts.makeMainEmail)
  makeMainEmail(ctx: Ctx, input: Input<typeof accounts.makeMainEmail>) {
    return this.emails.makeMain(ctx, input);
  }

  @Endpoint(accounts.removeEmail)
  removeEmail(ctx: Ctx, input: Input<typeof accounts.removeEmail>) {
    return this.emails.remove(ctx, input);
  }

  @Endpoint(accounts.saveDisplay)
  saveDisplay(ctx: Ctx, input: Input<typeof accounts.saveDisplay>) {
    return this.service.saveDisplay(ctx, input);
  }

  @Endpoint(accounts.disable)
  disable(ctx: Ctx, input: Input<typeof accounts.disable>) {
    return this.service.disable(ctx, input);
  }

  @Endpoint(accounts.enable)
  enable(ctx: Ctx, input: Input<typeof accounts.enable>) {
    return this.service.enable(ctx, input);
  }
}
