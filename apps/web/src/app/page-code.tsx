import type { AsyncRouteComponent } from '@tanstack/react-router';
import { use, type ComponentType } from 'react';
import { call } from '../lib/api.js';
import { sessions } from '../lib/routes.js';

const RELOADED = 'reloaded-at';
const AGAIN_MS = 30_000;
/** A failure is shown once; who tries again asks for the code again. */
const FORGET_MS = 500;

/**
 * Why the code of a page did not come. A server that does not answer is the problem `unavailable`. One that does has a newer
 * release without this file: the page is loaded anew, at most once in half a minute.
 */
async function explain(reason: unknown): Promise<never> {
  await call(sessions.session, {});
  const before = Number(sessionStorage.getItem(RELOADED) ?? 0);
  if (Date.now() - before < AGAIN_MS) throw reason;
  sessionStorage.setItem(RELOADED, String(Date.now()));
  location.reload();
  return new Promise(() => {});
}

/** A page whose code is fetched when it is opened. The router's own version reloads the window even without a server, and loses it. */
export function lazyPage(load: () => Promise<ComponentType>): AsyncRouteComponent<object> {
  let loading: Promise<ComponentType> | undefined;
  let loaded: ComponentType | undefined;
  const start = () => {
    loading ??= load().then(
      (page) => (loaded = page),
      (reason: unknown) => {
        setTimeout(() => (loading = undefined), FORGET_MS);
        return explain(reason);
      },
    );
    return loading;
  };
  const LazyPage = () => {
    // Code that is there is shown at once: a promise, even a kept one, would first show a frame without its page.
    const Page = loaded ?? use(start());
    return <Page />;
  };
  const preload = async () => void (await start().catch(() => undefined));
  return Object.assign(LazyPage, { preload });
}
