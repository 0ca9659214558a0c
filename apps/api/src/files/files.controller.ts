import { Controller } from '@nestjs/common';
import { files, type Input } from '@hat-nhan/contracts';
import type { Ctx } from '../platform/context.js';
import { Endpoint } from '../platform/endpoint.js';
import { DownloadsService } from './downloads.service.js';
import { UploadsService } from './uploads.service.js';

@Controller()
export class FilesController {
  constructor(
    private readonly uploads: UploadsService,
    private readonly downloads: DownloadsService,
  ) {}

  @Endpoint(files.announce, { again: 'announced' })
  announce(ctx: Ctx, input: Input<typeof files.announce>) {
    return this.uploads.announce(ctx, input);
  }

  announced(ctx: Ctx, id: number) {
    return this.uploads.announced(ctx, id);
  }

  @Endpoint(files.upload)
  upload(ctx: Ctx, input: Input<typeof files.upload>) {
    return this.uploads.upload(ctx, input);
  }

  @Endpoint(files.own)
  own(ctx: Ctx) {
    return this.uploads.own(ctx);
  }

  @Endpoint(files.read)
  read(ctx: Ctx, input: Input<typeof files.read>) {
    return this.downloads.read(ctx, input);
  }

  @Endpoint(files.remove)
  remove(ctx: Ctx, input: Input<typeof files.remove>) {
    return this.uploads.remove(ctx, input);
  }
}
