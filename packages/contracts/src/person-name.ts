import { line } from './common.js';

// Decomposed: the letters of Vietnamese and of the peoples who write like it (Č, Ñ), each with two of their marks at most, and
// what stands between names. Other scripts, and letters or marks that only look like these, have no place.
const NAME = /^(?:[Cc]\u030c|[A-Za-zĐđ][\u0300-\u0303\u0306\u0309\u031b\u0323]{0,2}|[ .'’-])+$/;

const OFFICES = [
  'quản trị viên',
  'quản trị',
  'quản trị hệ thống',
  'ban quản trị',
  'admin',
  'administrator',
  'moderator',
  'điều hành viên',
  'điều phối viên',
  'ban điều phối',
  'hệ thống',
  'system',
  'hạt nhân',
];

/** What a name looks like at a glance, after UTS #39 as far as these letters go: marks and case do not count, l is I, rn is m. */
const skeleton = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ .'’-]+/g, ' ')
    .trim()
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replaceAll('l', 'i')
    .replaceAll('rn', 'm');
const RESERVED = new Set(OFFICES.map(skeleton));

/** Whether this may be the name of a person: one script, and not to be taken for an office of the network or the network itself. */
export const isPersonName = (name: string): boolean =>
  NAME.test(name.normalize('NFD')) && /\p{L}/u.test(name) && !RESERVED.has(skeleton(name));

/** The name of a person. Two people may bear the same one: see docs/decisions/0006-names.md. */
export const personName = line(2, 100).refine(isPersonName, {
  params: { code: 'format' },
  when: ({ issues }) => issues.length === 0,
});
