import type { Me } from '@hat-nhan/contracts';
import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { call } from './api.js';
import { setCookie } from './cookie.js';
import { locale, rememberLocale, speak } from './i18n.js';
import { accounts } from './routes.js';

type Person = NonNullable<Me['person']>;
export type Display = Person['display'];

export const TEXT_SIZES = ['small', 'normal', 'large', 'largest'] as const;
const page = () => document.documentElement.dataset;
const dark = () => matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

/** How the page looks now; index.html has set it before the first paint. */
export const display = (): Display => ({
  locale: locale(),
  theme: (page().choice ?? 'system') as Display['theme'],
  textSize: (page().text ?? 'normal') as Display['textSize'],
  contrast: (page().contrast ?? 'normal') as Display['contrast'],
});
let shown: Display | undefined;

/** Light or dark, where the device decides too. */
export const scheme = (): 'light' | 'dark' => (page().theme === 'dark' ? 'dark' : 'light');

async function show(wanted: Display): Promise<void> {
  if (wanted.locale !== locale()) await speak(wanted.locale);
  const theme = wanted.theme === 'system' ? (dark().matches ? 'dark' : 'light') : wanted.theme;
  Object.assign(page(), { choice: wanted.theme, theme, text: wanted.textSize, contrast: wanted.contrast });
  page().mantineColorScheme = theme;
  shown = display();
  for (const listener of listeners) listener();
}

const follow = () => void show(display());
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  dark().addEventListener('change', follow);
  return () => {
    listeners.delete(listener);
    dark().removeEventListener('change', follow);
  };
};

const remember = ({ theme, textSize, contrast, locale: spoken }: Display) => {
  setCookie('display', `${theme}.${textSize}.${contrast}`);
  rememberLocale(spoken);
};

/** Language, theme, text size and contrast: what is shown, and how to change some of it, here and in the account. */
export function useDisplay(person: Person | null) {
  const now = useSyncExternalStore(subscribe, () => (shown ??= display()));
  const set = useCallback(
    async (some: Partial<Display>) => {
      const wanted = { ...display(), ...some };
      await show(wanted);
      remember(wanted);
      // The choice holds on this device even where the account cannot be reached.
      if (person) await call(accounts.saveDisplay, wanted, { keepalive: true }).catch(() => undefined);
    },
    [person],
  );
  return [now, set] as const;
}

/** An account brings its own language and appearance to the device on which it signs in. */
export function useAccountDisplay(person: Person | null): void {
  const wanted = person?.display;
  const key = wanted && JSON.stringify(wanted);
  useEffect(() => {
    if (!wanted) return;
    void show(wanted);
    remember(wanted);
    // Only another account or another stored choice, not each new answer of the session.
  }, [person?.id, key]);
}
