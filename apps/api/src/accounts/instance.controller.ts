import { Controller } from '@nestjs/common';
import { instance, type Input } from '@hat-nhan/contracts';
import type { Ctx } from '../platform/context.js';
import { Endpoint } from '../platform/endpoint.js';
import { InstanceService } from './instance.service.js';
import { StatusService } from './status.service.js';
import { TextsService } from './texts.service.js';

@Controller()
export class InstanceController {
  constructor(
    private readonly service: InstanceService,
    private readonly running: StatusService,
    private readonly texts: TextsService,
  ) {}

  @Endpoint(instance.pages)
  pages(ctx: Ctx) {
    return this.texts.pages(ctx);
  }

  @Endpoint(instance.status)
  status(ctx: Ctx) {
    return this.running.read(ctx);
  }

  @Endpoint(instance.readTexts)
  readTexts(ctx: Ctx) {
    return this.texts.read(ctx);
  }

  @Endpoint(instance.readTextVersion)
  readTextVersion(ctx: Ctx, input: Input<typeof instance.readTextVersion>) {
    return this.texts.version(ctx, input);
  }

  @Endpoint(instance.saveTexts)
  saveTexts(ctx: Ctx, input: Input<typeof instance.saveTexts>) {
    return this.texts.save(ctx, input);
  }

  @Endpoint(instance.setUp)
  setUp(ctx: Ctx, input: Input<typeof instance.setUp>) {
    return this.service.setUp(ctx, input);
  }

  @Endpoint(instance.mailTest)
  mailTest(ctx: Ctx) {
    return this.service.mailTest(ctx);
  }
}
