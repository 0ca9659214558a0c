import { randomBytes } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { files, type File } from '@hat-nhan/contracts';
import sharp from 'sharp';
import { ProblemError, type Caller, type RawAnswer } from './api.js';

/** Sends bytes to an announced file, as they are. */
export const sendBytes = (sender: Caller, key: string, bytes: Buffer, headers: Record<string, string> = {}) =>
  sender.raw({
    method: 'PUT',
    url: `/api/files/${key}/content`,
    payload: bytes,
    headers: { 'content-type': 'application/octet-stream', ...headers },
  });

/** Announces a file and sends it. Throws the problem of either step. */
export async function upload(sender: Caller, name: string, bytes: Buffer): Promise<File> {
  const { key } = await sender.call(files.announce, { name, bytes: bytes.length });
  const answer = await sendBytes(sender, key, bytes);
  const body = JSON.parse(answer.body);
  if (answer.status >= 400) throw new ProblemError(answer.status, body, answer.headers);
  return body;
}

/** Reads a file, or a part of it. */
export const download = (reader: Caller, key: string, headers: Record<string, string> = {}): Promise<RawAnswer> =>
  reader.raw({ method: 'GET', url: `/api/files/${key}`, headers });

/** A PDF of some size, whose bytes are its own. */
export const pdf = (bytes = 1000): Buffer =>
  Buffer.concat([
    Buffer.from('%PDF-1.7\n'),
    Buffer.from(randomBytes(Math.max(0, (bytes - 15) >> 1)).toString('hex')),
    Buffer.from('\n%%EOF\n'),
  ]);

export const photo = (width = 60, height = 40, format: 'jpeg' | 'png' | 'webp' = 'jpeg'): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#456789' } })
    .withExif({ IFD0: { Copyright: 'Bí mật' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '21/1 1/1 0/1' } })
    .toFormat(format)
    .toBuffer();

interface Packed {
  name: string;
  content?: string | Buffer;
  /** What the list claims, where that is not the truth. */
  claims?: number;
  /** Unix mode. */
  mode?: number;
}

const CRC = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});
const crc = (bytes: Buffer) => ~bytes.reduce((sum, byte) => CRC[(sum ^ byte) & 255]! ^ (sum >>> 8), ~0) >>> 0;

/** A zip with exactly these entries, good or bad. */
export function zip(entries: Packed[]): Buffer {
  const parts: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const { name, content = '', claims, mode = 0o100644 } of entries) {
    const plain = Buffer.from(content);
    const packed = deflateRawSync(plain);
    const file = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x800, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc(plain), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(claims ?? plain.length, 18);
    common.writeUInt16LE(file.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, file, packed]);
    const end = Buffer.alloc(14);
    end.writeUInt16LE(0, 4);
    end.writeUInt32LE((mode << 16) >>> 0, 6);
    end.writeUInt32LE(offset, 10);
    const version = Buffer.from([20, 3]);
    list.push(Buffer.concat([Buffer.from('PK\u0001\u0002'), version, common, end, file]));
    parts.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(list);
  const tail = Buffer.alloc(22);
  tail.write('PK\u0005\u0006', 'latin1');
  tail.writeUInt16LE(entries.length, 8);
  tail.writeUInt16LE(entries.length, 10);
  tail.writeUInt32LE(directory.length, 12);
  tail.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, directory, tail]);
}

const TYPES = (main: string) =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/x" ContentType="${main}.main+xml"/></Types>`;

/** A Word document with these further entries. */
export const docx = (
  more: Packed[] = [],
  main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
) =>
  zip([{ name: '[Content_Types].xml', content: TYPES(main) }, { name: 'word/document.xml', content: '<w/>' }, ...more]);

export const xlsx = (more: Packed[] = []) =>
  zip([
    {
      name: '[Content_Types].xml',
      content: TYPES('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'),
    },
    { name: 'xl/workbook.xml', content: '<x/>' },
    ...more,
  ]);
