import { normalise } from './normalise.js';

const MARKS = /[\u0300-\u036F]/gu;
const ASCII = /^[\0-\x7F]*$/u;

/**
 * Lower case without marks, đ as d: how people type when they are in a hurry. Takes NFC and NFD alike; idempotent.
 * The same letters as PostgreSQL's `unaccent` for all 134 marked letters of Vietnamese.
 */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return normalise(text).toLowerCase().normalize('NFD').replace(MARKS, '').normalize('NFC').replaceAll('đ', 'd');
}

/** Whether a text carries at least one Vietnamese mark (đ included): then its writer meant the marks. */
export function hasMarks(text: string): boolean {
  return !ASCII.test(text) && fold(text) !== normalise(text).toLowerCase();
}
