import { open } from 'node:fs/promises';
import { endingOf, FILE_TYPES } from '@hat-nhan/contracts';
import { fileTypeFromFile } from 'file-type';
import { inspectOffice, isArchive } from './office.js';
import { redraw, type Picture } from './picture.js';
import { refusal } from './refusal.js';

/** What a file begins with, to the byte: what comes before makes it something else as well. */
const BEGINS = {
  pdf: [Buffer.from('%PDF-')],
  docx: [Buffer.from('PK\u0003\u0004')],
  xlsx: [Buffer.from('PK\u0003\u0004')],
  png: [Buffer.from([0x89, 0x50, 0x4e, 0x47])],
  jpg: [Buffer.from([0xff, 0xd8, 0xff])],
  jpeg: [Buffer.from([0xff, 0xd8, 0xff])],
  webp: [Buffer.from('RIFF')],
};

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(1024), 0, 1024, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/**
 * Looks whether a file is what its name says, and nothing else besides. A picture is written anew to `redrawn`; a document stays
 * as it is and is never opened beyond its list of contents. Throws `file-refused`.
 */
export async function inspect(path: string, name: string, redrawn: string): Promise<Picture | null> {
  const ending = endingOf(name);
  if (!ending) throw refusal('file-type');
  const [head, found] = await Promise.all([headOf(path), fileTypeFromFile(path).catch(() => undefined)]);
  if (/\.(?:macroenabled|docm|xlsm)/i.test(found?.mime ?? '')) throw refusal('file-macros');
  const type = FILE_TYPES[ending];
  if (found?.mime !== type || !BEGINS[ending].some((magic) => head.subarray(0, magic.length).equals(magic)))
    throw refusal('file-content');
  if (type === 'image/jpeg' || type === 'image/png' || type === 'image/webp') return redraw(path, redrawn, type);
  if (ending === 'pdf') {
    if (await isArchive(path)) throw refusal('file-content');
    return null;
  }
  if (head.includes('%PDF-')) throw refusal('file-content');
  await inspectOffice(path, ending === 'docx' ? 'word' : 'xl');
  return null;
}
