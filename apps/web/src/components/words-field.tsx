import { TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useFilters } from '../lib/address.js';
import './lists.css';

const PAUSE_MS = 250;

interface WordsFieldProps {
  label: string;
  description?: string;
  placeholder?: string;
  /** Cursor in the field when the page opens. */
  eager?: boolean;
}

/** The words of a list or search, which go into `?q=` of the address shortly after the last key. */
export function WordsField({ label, description, placeholder, eager = false }: WordsFieldProps) {
  const [{ q = '' }, set] = useFilters();
  const [typed, setTyped] = useState(q);
  const field = useRef<HTMLInputElement>(null);
  const sent = useRef(q);
  // Back, a link or the bar on top changed the words.
  useEffect(() => {
    if (q === sent.current) return;
    sent.current = q;
    setTyped(q);
  }, [q]);
  useEffect(() => {
    const wanted = typed.trim();
    if (wanted === sent.current) return undefined;
    const timer = setTimeout(() => {
      // One step back leaves the words, not each of their letters.
      const replace = sent.current !== '';
      sent.current = wanted;
      set({ q: wanted || undefined }, { replace });
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, set]);
  useEffect(() => {
    if (eager && sent.current === '') field.current?.focus({ preventScroll: true });
  }, [eager]);
  return (
    <TextInput
      ref={field}
      className="sift-words"
      type="search"
      label={label}
      description={description}
      placeholder={placeholder}
      autoComplete="off"
      maxLength={200}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
    />
  );
}
