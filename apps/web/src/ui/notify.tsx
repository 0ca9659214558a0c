import { t } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import { useSyncExternalStore, type ReactNode } from 'react';

let needed = false;
const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Whether anything was ever said: only then the page loads the place where it is said. */
export const useNoticesNeeded = (): boolean => useSyncExternalStore(subscribe, () => needed);

/** Which notice was the last about a subject. */
const lastAbout = new Map<string, string>();

interface Notice {
  message: ReactNode;
  /** What it is about: a later notice about the same takes its place, since the earlier one is no longer true. */
  about?: string;
  /** Word and deed of the way back. */
  undo?: { label: string; run: () => void };
}

/** Says in the corner what was done, with its undo; loaded at the first use. Errors belong beside the field or button instead. */
export async function notify({ message, about, undo }: Notice): Promise<void> {
  const { notifications } = await import('@mantine/notifications');
  needed = true;
  for (const listener of listeners) listener();
  const id = crypto.randomUUID();
  if (about !== undefined) {
    notifications.hide(lastAbout.get(about) ?? '');
    lastAbout.set(about, id);
  }
  const back = () => {
    notifications.hide(id);
    undo?.run();
  };
  notifications.show({
    id,
    closeButtonProps: { 'aria-label': t`Đóng` },
    autoClose: undo ? 6_000 : 4_000,
    message: (
      <>
        {message}{' '}
        {undo && (
          <Button variant="subtle" size="xs" onClick={back}>
            {undo.label}
          </Button>
        )}
      </>
    ),
  });
}
