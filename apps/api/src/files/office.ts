import { openPromise, type Entry } from 'yauzl';
import { Problem } from '../platform/problem.js';
import { refusal } from './refusal.js';

const MOST_ENTRIES = 10_000;
const MOST_BYTES = 200 * 1024 * 1024;
const MOST_RATIO = 100;
/** Below this a high ratio harms nobody: an empty sheet packs well. */
const SMALL = 1024 * 1024;

const CODE =
  /(^|\/)(vbaproject\.bin|vbadata\.xml|macrosheets\/|dialogsheets\/|activex\/)|\.(exe|dll|com|scr|bat|cmd|ps1|vbs|vbe|js|jse|wsf|hta|lnk|msi|jar|sh)$/i;
const PACKED = /\.(zip|rar|7z|gz|bz2|xz|tar|cab|iso|docm|dotm|xlsm|xltm|xlam|xlsb|pptm)$/i;
const SYMLINK = 0o120000;

const isSymlink = (entry: Entry) => ((entry.externalFileAttributes >>> 16) & 0o170000) === SYMLINK;
const leaves = (name: string) =>
  /^[/\\]|^[a-z]:/i.test(name) || name.split(/[/\\]/).includes('..') || name.includes('\\');

/** Whether a file can be read as an archive at all. */
export async function isArchive(path: string): Promise<boolean> {
  return openPromise(path).then(
    async (zip) => (zip.close(), zip.entryCount > 0),
    () => false,
  );
}

/**
 * Reads the list of what a DOCX or XLSX holds, and nothing of what is in it. Throws `file-refused` for macros and programs,
 * archives inside, paths that lead out, and for what would be too much once unpacked.
 */
export async function inspectOffice(path: string, folder: 'word' | 'xl'): Promise<void> {
  const zip = await openPromise(path, { decodeStrings: true, validateEntrySizes: true, strictFileNames: true }).catch(
    () => {
      throw refusal('file-archive');
    },
  );
  const names = new Set<string>();
  try {
    if (zip.entryCount > MOST_ENTRIES) throw refusal('file-archive');
    let packed = 0;
    let unpacked = 0;
    for await (const entry of zip.eachEntry() as AsyncIterable<Entry>) {
      const name = String(entry.fileName);
      packed += entry.compressedSize;
      unpacked += entry.uncompressedSize;
      if (unpacked > MOST_BYTES || (unpacked > SMALL && unpacked > packed * MOST_RATIO)) throw refusal('file-archive');
      if (names.has(name) || isSymlink(entry) || leaves(name) || PACKED.test(name)) throw refusal('file-archive');
      if (CODE.test(name)) throw refusal('file-macros');
      names.add(name);
    }
  } catch (error) {
    throw error instanceof Problem ? error : refusal('file-archive');
  } finally {
    zip.close();
  }
  const main = folder === 'word' ? 'word/document.xml' : 'xl/workbook.xml';
  if (!names.has('[Content_Types].xml') || !names.has(main)) throw refusal('file-content');
}
