import { Module } from '@nestjs/common';
import { Settings } from '../platform/settings.js';
import { AttachmentsService } from './attachments.service.js';
import { DownloadsService } from './downloads.service.js';
import { FilesController } from './files.controller.js';
import { FolderStorage } from './folder-storage.js';
import { Orphans } from './orphans.js';
import { filesFolder } from './places.js';
import { Storage } from './storage.js';
import { UploadsService } from './uploads.service.js';

// The client of S3 is large: it is loaded where it is set.
const storage = {
  provide: Storage,
  inject: [Settings],
  useFactory: async ({ config }: Settings): Promise<Storage> =>
    config.s3Url === ''
      ? new FolderStorage(filesFolder(config))
      : new (await import('./s3-storage.js')).S3Storage(config.s3Url),
};

@Module({
  controllers: [FilesController],
  providers: [storage, AttachmentsService, UploadsService, DownloadsService, Orphans],
  exports: [AttachmentsService],
})
export class FilesModule {}
