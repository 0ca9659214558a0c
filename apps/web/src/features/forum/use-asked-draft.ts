import type { UseFormReturnType } from '@mantine/form';
import { useEffect, useRef } from 'react';
import { fromDraft, toDraft, type Asked, type Kind } from './asked.js';
import { useDraft } from './drafts/use-draft.js';
import { isEmpty, same } from './drafts/written.js';

/** The draft of a question, in step with its form: restored when it comes, kept when something is typed. */
export function useAskedDraft(form: UseFormReturnType<Asked>, personId: number, kind: Kind) {
  const draft = useDraft(personId, 'ask');
  const { written, saver, ready } = draft;
  const known = useRef(written);
  const { values, setValues } = form;
  // What came from the server, from this device or from the other of two versions.
  useEffect(() => {
    if (same(written, known.current)) return;
    known.current = written;
    if (!isEmpty(written)) setValues(fromDraft(written));
  }, [written, setValues]);
  useEffect(() => {
    const typed = toDraft(values, kind);
    if (same(typed, known.current) || (isEmpty(typed) && isEmpty(known.current))) return;
    known.current = typed;
    saver.current?.change(typed);
  }, [values, kind, saver, ready]);
  return draft;
}
