import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { docx, pdf, photo, xlsx, zip } from '../../test/files.js';
import { Problem, problemOf } from '../platform/problem.js';
import { inspect } from './inspect.js';
import { receive } from './receive.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hat-nhan-inspect-'));
});
afterAll(() => rm(folder, { recursive: true }));

const redrawn = () => join(folder, 'new');
async function look(name: string, bytes: Buffer): Promise<string> {
  const path = join(folder, 'file');
  await writeFile(path, bytes);
  try {
    await inspect(path, name, redrawn());
    return 'taken';
  } catch (error) {
    if (error instanceof Problem) return error.details.errors?.[0]?.code ?? error.code;
    throw error;
  }
}

/** The header of a PNG that claims this size, and nothing of the picture. */
function pngHeader(width: number, height: number): Buffer {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  );
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  return png;
}

describe('what a file is', () => {
  it('is what its name says, or it is refused', async () => {
    expect(await look('a.pdf', pdf())).toBe('taken');
    expect(await look('a.docx', pdf())).toBe('file-content');
    expect(await look('a.png', await photo())).toBe('file-content');
    expect(await look('a.xlsx', docx())).toBe('file-content');
    expect(await look('a.pdf', Buffer.from('<!doctype html><script>alert(1)</script>'))).toBe('file-content');
    expect(await look('a.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBe('file-content');
    expect(await look('a.docx', Buffer.from('<?xml version="1.0"?><a/>'))).toBe('file-content');
    expect(await look('a.pdf', Buffer.from('MZ\u0090\u0000'))).toBe('file-content');
    expect(await look('a.pdf', Buffer.alloc(0))).toBe('file-content');
  });

  it('is not two things at once', async () => {
    const archive = docx();
    expect(await look('a.pdf', Buffer.concat([pdf(), zip([{ name: 'a.txt', content: 'x' }])]))).toBe('file-content');
    expect(await look('a.pdf', Buffer.concat([Buffer.from('<script>x</script>'), pdf()]))).toBe('file-content');
    expect(await look('a.pdf', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), pdf()]))).toBe('file-content');
    expect(await look('a.docx', Buffer.concat([Buffer.from('#!/bin/sh\n'), archive]))).toBe('file-content');
    const both = zip([{ name: '%PDF-1.7', content: '' }, { name: '[Content_Types].xml' }]);
    expect(await look('a.docx', both)).toBe('file-content');
    // What follows a picture does not survive: only its pixels are kept.
    expect(await look('a.jpg', Buffer.concat([await photo(), archive]))).toBe('taken');
    expect((await readFile(redrawn())).includes('PK\u0003\u0004')).toBe(false);
  });

  it('holds no macros, programs or archives', async () => {
    const macros = 'application/vnd.ms-word.document.macroEnabled';
    expect(await look('a.docx', docx([], macros))).toBe('file-macros');
    expect(await look('a.docx', docx([{ name: 'word/vbaProject.bin', content: 'x' }]))).toBe('file-macros');
    expect(await look('a.xlsx', xlsx([{ name: 'xl/macrosheets/sheet1.xml', content: 'x' }]))).toBe('file-macros');
    expect(await look('a.docx', docx([{ name: 'word/activeX/activeX1.bin', content: 'x' }]))).toBe('file-macros');
    expect(await look('a.docx', docx([{ name: 'word/embeddings/a.exe', content: 'x' }]))).toBe('file-macros');
    expect(await look('a.docx', docx([{ name: 'word/embeddings/a.zip', content: 'x' }]))).toBe('file-archive');
    expect(await look('a.docx', docx([{ name: 'word/embeddings/b.xlsm', content: 'x' }]))).toBe('file-archive');
    // The table behind a chart is written so by Word itself.
    expect(await look('a.docx', docx([{ name: 'word/embeddings/b.xlsx', content: 'x' }]))).toBe('taken');
  });

  it('is no bomb, leads nowhere else and lists nothing twice', async () => {
    const zeros = Buffer.alloc(5_000_000);
    expect(await look('a.docx', docx([{ name: 'word/a.xml', content: zeros }]))).toBe('file-archive');
    expect(await look('a.docx', docx([{ name: 'word/a.xml', content: 'x', claims: 300 * 1024 * 1024 }]))).toBe(
      'file-archive',
    );
    const many = Array.from({ length: 10_001 }, (_, at) => ({ name: `word/${at}.xml` }));
    expect(await look('a.docx', docx(many))).toBe('file-archive');
    for (const name of ['../a.xml', '/a.xml', 'C:/a.xml', 'word\\..\\a.xml', 'word/../../a.xml'])
      expect([name, await look('a.docx', docx([{ name, content: 'x' }]))]).toEqual([name, 'file-archive']);
    expect(await look('a.docx', docx([{ name: 'word/a', content: '/etc/passwd', mode: 0o120777 }]))).toBe(
      'file-archive',
    );
    expect(await look('a.docx', docx([{ name: 'word/document.xml', content: 'y' }]))).toBe('file-archive');
    expect(await look('a.docx', docx().subarray(0, -30))).toMatch(/file-(archive|content)/);
  });

  it('is measured by its header, before anything is decoded', async () => {
    expect(await look('a.png', pngHeader(50_000, 50_000))).toBe('file-pixels');
    expect(await look('a.png', pngHeader(8000, 5001))).toBe('file-pixels');
    expect(await look('a.png', pngHeader(100, 100))).toBe('file-picture');
    expect(await look('a.jpg', (await photo(600, 400)).subarray(0, 800))).toBe('file-picture');
  });

  it('as a picture is written anew: upright, not too large, without EXIF or place', async () => {
    const plain = sharp({ create: { width: 4000, height: 100, channels: 3, background: '#456789' } });
    const given = join(folder, 'given.jpg');
    await plain.withMetadata({ orientation: 6 }).jpeg().toFile(given);
    await sharp(given)
      .keepMetadata()
      .withExifMerge({ IFD0: { Copyright: 'Bí mật' } })
      .toFile(`${given}.jpg`);
    expect(await sharp(`${given}.jpg`).metadata()).toMatchObject({ exif: expect.anything(), orientation: 6 });
    expect(await look('a.jpg', await readFile(`${given}.jpg`))).toBe('taken');
    const kept = await sharp(redrawn()).metadata();
    expect(kept).toMatchObject({ format: 'jpeg', width: 80, height: 3200 });
    expect([kept.exif, kept.xmp, kept.iptc, kept.orientation]).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe('a full disk', () => {
  it('is told as such', async () => {
    const bytes = pdf(300_000);
    const writing = receive(Readable.from([bytes]), '/dev/full', bytes.length, 1_000_000);
    expect(await writing.catch((error: unknown) => problemOf(error).code)).toBe('disk-full');
  });
});
