const TYPED = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/;

/** 5/1/2026 → 2026-01-05; null for nothing. What is no date stays as typed, and the contract says so at its field. */
export function dayOf(typed: string): string | null {
  if (typed.trim() === '') return null;
  const [, day = '', month = '', year = ''] = TYPED.exec(typed) ?? [];
  return year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : typed;
}
