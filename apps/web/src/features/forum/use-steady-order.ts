import type { Answer } from '@hat-nhan/contracts';
import { useState } from 'react';

/** Answers as they stood when they came, chosen ones first: a vote counts at once, but nothing jumps away from who reads it. */
export function useSteadyOrder(answers: readonly Answer[]): Answer[] {
  const [places] = useState(() => new Map<number, number>());
  for (const { id } of answers) if (!places.has(id)) places.set(id, places.size);
  const chosen = ({ accepted }: Answer) => (accepted === null ? 1 : 0);
  return answers.toSorted((a, b) => chosen(a) - chosen(b) || (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
}
