import sharp from 'sharp';
import { Gate } from '../platform/gate.js';
import { Problem } from '../platform/problem.js';
import { refusal } from './refusal.js';

const MOST_PIXELS = 40_000_000;
/** Longest side that is kept: a page of a scanned document stays readable. */
const SIDE = 3200;

// Readers of anything but the three kinds taken are closed for good; pictures of one person never stay in memory for the next.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpegFile', 'VipsForeignLoadPngFile', 'VipsForeignLoadWebpFile'],
});
sharp.cache(false);
sharp.concurrency(1);

/** How sharp tells ENOSPC, EDQUOT and EFBIG: in the words of the C library, without the code. */
const FULL = /no space left|quota exceeded|file too large|ENOSPC|EDQUOT|EFBIG/i;

// A decoded picture takes up to 160 MB: one at a time, and few wait.
const gate = new Gate(1, 20);

export type PictureType = 'image/jpeg' | 'image/png' | 'image/webp';
const formats = { 'image/jpeg': 'jpeg', 'image/png': 'png', 'image/webp': 'webp' } as const;

/** A picture as it is kept. */
export interface Picture {
  width: number;
  height: number;
}

/**
 * Writes a picture anew to `target`: upright, at most 3,200 pixels long, without EXIF, place, comments or anything after its end.
 * The size is read from the header before anything is decoded. Throws `file-refused`.
 */
export async function redraw(path: string, target: string, type: PictureType): Promise<Picture> {
  const format = formats[type];
  const open = () => sharp(path, { limitInputPixels: MOST_PIXELS, failOn: 'error', sequentialRead: true });
  return gate.run(async () => {
    try {
      const header = await sharp(path, { limitInputPixels: false }).metadata();
      if (header.format !== format) throw refusal('file-content');
      if (header.width * header.height * (header.pages ?? 1) > MOST_PIXELS) throw refusal('file-pixels');
      const { width, height } = await open()
        .autoOrient()
        .resize({ width: SIDE, height: SIDE, fit: 'inside', withoutEnlargement: true })
        .toFormat(format, format === 'png' ? {} : { quality: 85 })
        .toFile(target);
      return { width, height };
    } catch (error) {
      if (error instanceof Problem) throw error;
      if (error instanceof Error && FULL.test(error.message)) throw new Problem('disk-full');
      throw refusal('file-picture');
    }
  });
}
