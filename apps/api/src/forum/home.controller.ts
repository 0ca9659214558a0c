import { Controller } from '@nestjs/common';
import { home } from '@hat-nhan/contracts';
import type { Ctx } from '../platform/context.js';
import { Endpoint } from '../platform/endpoint.js';
import { HomeService } from './home.service.js';

@Controller()
export class HomeController {
  constructor(private readonly home: HomeService) {}

  @Endpoint(home.home)
  read(ctx: Ctx) {
    return this.home.read(ctx);
  }
}
