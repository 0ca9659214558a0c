import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { useLingui } from '@lingui/react/macro';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { Suspense, useEffect, useMemo, useRef, type ReactNode } from 'react';
import { useAccountDisplay, useDisplay, scheme } from '../lib/display.js';
import { followChanges } from '../lib/live.js';
import { sessionEnded, useMe } from '../lib/session.js';
import { useNoticesNeeded } from '../ui/notify.js';
import { optional } from '../ui/optional.js';
import { themeWith } from '../ui/theme.js';
import type { Pages } from './router.js';

const Notifications = optional<{ position: 'bottom-right' }>(
  async () => (await import('@mantine/notifications')).Notifications,
);

interface ProvidersProps {
  client: QueryClient;
  nonce: string;
  pages: Pages;
}

/** Everything around the pages: language, answers, look, live changes. */
export const Providers = ({ client, nonce, pages }: ProvidersProps) => (
  <I18nProvider i18n={i18n}>
    <QueryClientProvider client={client}>
      <Look nonce={nonce}>
        <Live client={client} />
        <RouterProvider router={pages} />
        <Notices />
      </Look>
    </QueryClientProvider>
  </I18nProvider>
);

function Look({ nonce, children }: { nonce: string; children: ReactNode }) {
  const { t } = useLingui();
  const { person } = useMe();
  useAccountDisplay(person);
  const [{ locale }] = useDisplay(person);
  useAnswersIn(locale);
  const close = t`Đóng`;
  const theme = useMemo(() => themeWith(close), [close]);
  return (
    <MantineProvider theme={theme} forceColorScheme={scheme()} getStyleNonce={() => nonce} withCssVariables={false}>
      {children}
    </MantineProvider>
  );
}

/** Some answers carry words: after a change of language they are read again. */
function useAnswersIn(locale: string): void {
  const client = useQueryClient();
  const last = useRef(locale);
  useEffect(() => {
    if (last.current === locale) return;
    last.current = locale;
    void client.invalidateQueries();
  }, [client, locale]);
}

/** Follows the changes of whoever is signed in; another person gets another stream. */
function Live({ client }: { client: QueryClient }) {
  const id = useMe().person?.id;
  useEffect(() => followChanges(client, () => void sessionEnded(client)), [client, id]);
  return null;
}

function Notices() {
  if (!useNoticesNeeded()) return null;
  return (
    <Suspense>
      {/* Not at the left, where the authors of answers stand. */}
      <Notifications position="bottom-right" />
    </Suspense>
  );
}
