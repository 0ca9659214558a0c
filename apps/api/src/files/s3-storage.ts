import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { OnApplicationShutdown } from '@nestjs/common';
import { Storage, type Part } from './storage.js';

/** The client and the bucket of `https://KEY:SECRET@HOST/BUCKET?region=REGION`. */
export function openBucket(url: string): { client: S3Client; bucket: string } {
  const { origin, username, password, pathname, searchParams } = new URL(url);
  const client = new S3Client({
    endpoint: origin,
    region: searchParams.get('region') ?? 'us-east-1',
    credentials: { accessKeyId: decodeURIComponent(username), secretAccessKey: decodeURIComponent(password) },
    forcePathStyle: true,
    // Checksums of the newest kind are unknown to many stores.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  return { client, bucket: pathname.slice(1) };
}

/** Files as objects of one bucket of an S3-compatible store; every byte still passes through this server. */
export class S3Storage extends Storage implements OnApplicationShutdown {
  private readonly client: S3Client;
  private readonly bucket: string;

  /** `url` as `openBucket` takes it. */
  constructor(url: string) {
    super();
    ({ client: this.client, bucket: this.bucket } = openBucket(url));
  }

  /** Lets go of the connections that are kept open. */
  onApplicationShutdown(): void {
    this.client.destroy();
  }

  async put(key: string, path: string): Promise<void> {
    const { size } = await stat(path);
    const object = { Bucket: this.bucket, Key: key, Body: createReadStream(path), ContentLength: size };
    await this.client.send(new PutObjectCommand(object));
  }

  async read(key: string, part?: Part): Promise<Readable> {
    const range = part && { Range: `bytes=${part.start}-${part.end}` };
    const { Body } = await this.client.send(new GetObjectCommand({ Bucket: this.bucket, Key: key, ...range }));
    return Body as Readable; // in Node it is one
  }

  async remove(key: string): Promise<void> {
    await this.client.send(new DeleteObjectCommand({ Bucket: this.bucket, Key: key }));
  }
}
