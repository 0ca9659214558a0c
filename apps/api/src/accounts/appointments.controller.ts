import { Controller } from '@nestjs/common';
import { appointments, type Input } from '@hat-nhan/contracts';
import type { Ctx } from '../platform/context.js';
import { Endpoint } from '../platform/endpoint.js';
import { AppointmentsService } from './appointments.service.js';

@Controller()
export class AppointmentsController {
  constructor(private readonly service: AppointmentsService) {}

  @Endpoint(appointments.list)
  list(ctx: Ctx, input: Input<typeof appointments.list>) {
    return this.service.list(ctx, input);
  }

  @Endpoint(appointments.read)
  read(ctx: Ctx, input: Input<typeof appointments.read>) {
    return this.service.read(ctx, input);
  }

  @Endpoint(appointments.giveRole)
  giveRole(ctx: Ctx, input: Input<typeof appointments.giveRole>) {
    return this.service.giveRole(ctx, input);
  }

  @Endpoint(appointments.takeRole)
  takeRole(ctx: Ctx, input: Input<typeof appointments.takeRole>) {
    return this.service.takeRole(ctx, input);
  }

  @Endpoint(appointments.endSessions)
  endSessions(ctx: Ctx, input: Input<typeof appointments.endSessions>) {
    return this.service.endSessions(ctx, input);
  }

  @Endpoint(appointments.setExpert)
  setExpert(ctx: Ctx, input: Input<typeof appointments.setExpert>) {
    return this.service.setExpert(ctx, input);
  }

  @Endpoint(appointments.setRepresented)
  setRepresented(ctx: Ctx, input: Input<typeof appointments.setRepresented>) {
    return this.service.setRepresented(ctx, input);
  }
}
