import { Controller } from '@nestjs/common';
import { calendar, type Input } from '@hat-nhan/contracts';
import type { Ctx } from '../platform/context.js';
import { Endpoint } from '../platform/endpoint.js';
import { DaysService } from './days.service.js';

@Controller()
export class CalendarController {
  constructor(private readonly service: DaysService) {}

  @Endpoint(calendar.year)
  year(ctx: Ctx, input: Input<typeof calendar.year>) {
    return this.service.year(ctx, input);
  }

  @Endpoint(calendar.setDay)
  setDay(ctx: Ctx, input: Input<typeof calendar.setDay>) {
    return this.service.set(ctx, input);
  }

  @Endpoint(calendar.removeDay)
  removeDay(ctx: Ctx, input: Input<typeof calendar.removeDay>) {
    return this.service.remove(ctx, input);
  }

  @Endpoint(calendar.importDays)
  importDays(ctx: Ctx, input: Input<typeof calendar.importDays>) {
    return this.service.import(ctx, input);
  }
}
