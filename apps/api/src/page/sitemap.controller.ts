import { Controller } from '@nestjs/common';
import { site, type Input } from '@hat-nhan/contracts';
import type { Ctx } from '../platform/context.js';
import { Endpoint } from '../platform/endpoint.js';
import { SitemapService } from './sitemap.service.js';

@Controller()
export class SitemapController {
  constructor(private readonly service: SitemapService) {}

  @Endpoint(site.robots)
  robots() {
    return this.service.robots();
  }

  @Endpoint(site.sitemap)
  sitemap(ctx: Ctx) {
    return this.service.sitemap(ctx);
  }

  @Endpoint(site.sitemapPart)
  part(ctx: Ctx, input: Input<typeof site.sitemapPart>) {
    return this.service.part(ctx, input);
  }
}
