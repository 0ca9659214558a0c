import { useEffect, useRef, useState } from 'react';
import { DraftSaver } from './draft-saver.js';
import { NOTHING, type DraftState } from './written.js';

const BEFORE: DraftState = { ready: false, written: NOTHING, standing: 'none', savedAt: undefined, theirs: undefined };

/** One draft of the person, kept on the server and on this device. `personId` 0: nobody is signed in, nothing is kept. */
export function useDraft(personId: number, key: string) {
  const [state, setState] = useState(BEFORE);
  const saver = useRef<DraftSaver>(undefined);
  useEffect(() => {
    if (personId === 0) return;
    const own = new DraftSaver(personId, key, setState);
    saver.current = own;
    setState(own.state);
    void own.begin();
    const leave = () => own.keep();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      own.end();
    };
  }, [personId, key]);
  return { ...state, saver };
}

export type Draft = ReturnType<typeof useDraft>;
