import { useEffect, useState } from 'react';

/** A keyboard command: one key, or two after one another. */
export interface KeyCommand {
  id: string;
  keys: readonly [string] | readonly [string, string];
  label: string;
  run: () => void;
}

const OFF = 'keys-off';
const PAUSE_MS = 1_200;

/** Ids of the commands that are switched off on this device; `*` is all of them. */
export const keysOff = (): Set<string> => new Set((localStorage.getItem(OFF) ?? '').split(' ').filter(Boolean));

/** Switches a command off or on again, on this device. */
export function switchKey(id: string, off: boolean): void {
  const all = keysOff();
  if (off) all.add(id);
  else all.delete(id);
  localStorage.setItem(OFF, [...all].join(' '));
}

const writing = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Listens for the commands of the page. Keys typed into a field, or with Ctrl, Alt or ⌘, are never commands. */
export function useKeys(commands: readonly KeyCommand[]): void {
  useEffect(() => {
    let first = '';
    let timer: ReturnType<typeof setTimeout> | undefined;
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || writing(event.target)) return;
      if (document.querySelector('[role="dialog"], [role="menu"]')) return;
      const off = keysOff();
      const on = commands.filter(({ id }) => !off.has(id) && !off.has('*'));
      const typed = first ? [first, event.key] : [event.key];
      const command = on.find(({ keys }) => keys.length === typed.length && keys.every((key, at) => key === typed[at]));
      clearTimeout(timer);
      first = '';
      if (command) {
        event.preventDefault();
        command.run();
      } else if (typed.length === 1 && on.some(({ keys }) => keys.length === 2 && keys[0] === event.key)) {
        first = event.key;
        timer = setTimeout(() => (first = ''), PAUSE_MS);
      }
    };
    document.addEventListener('keydown', pressed);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('keydown', pressed);
    };
  }, [commands]);
}

/** Moves to the next (1) or previous (-1) `[data-row]` of the page and puts the focus on its first link; Enter opens it. */
export function moveRow(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')];
  if (rows.length === 0) return;
  const now = rows.findIndex((row) => row.contains(document.activeElement));
  const next = rows[now < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.min(Math.max(now + step, 0), rows.length - 1)];
  next?.querySelector<HTMLElement>('a[data-open], a, button')?.focus();
}

/** The commands that are switched off, for the dialog that lists them. */
export function useKeySwitches() {
  const [off, setOff] = useState(keysOff);
  const set = (id: string, isOff: boolean) => {
    switchKey(id, isOff);
    setOff(keysOff());
  };
  return [off, set] as const;
}
