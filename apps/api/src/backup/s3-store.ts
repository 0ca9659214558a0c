import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { DeleteObjectCommand, GetObjectCommand, paginateListObjectsV2, PutObjectCommand } from '@aws-sdk/client-s3';
import { openBucket } from '../files/s3-storage.js';
import { nameOf, type FileStore } from './file-store.js';

const keyOf = (name: string) => name.slice(name.lastIndexOf('/') + 1);

/**
 * Files that lie in a bucket. There is no aside in one: what is put has its place at once, which nothing names before the
 * rows are committed, and `discard` takes away what this restore has put.
 */
export function s3Store(url: string): FileStore {
  const { client, bucket } = openBucket(url);
  // A bucket's own address stands with and without a slash at its end; not every store signs the first.
  client.middlewareStack.add(
    (next) => (given) => {
      const request = given.request as { path: string };
      request.path = request.path.replace(/\/$/, '');
      return next(given);
    },
    { step: 'build', name: 'withoutLastSlash' },
  );
  const given: string[] = [];
  return {
    async *list() {
      for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket: bucket }))
        for (const { Key = '', Size = 0 } of Contents) yield { name: nameOf(Key), bytes: Size };
    },
    read: (name) =>
      Readable.from(
        (async function* () {
          const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: keyOf(name) }));
          yield* Body as Readable; // in Node it is one
        })(),
      ),
    async put(name, content) {
      const key = keyOf(name);
      given.push(key);
      // No file is larger than an upload may be.
      const body = await buffer(content);
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body, ContentLength: body.length }));
    },
    keep: async () => {},
    async discard() {
      for (const key of given.splice(0)) await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
    },
    close: () => client.destroy(),
  };
}
