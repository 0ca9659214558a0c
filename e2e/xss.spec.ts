import { fillReferences, render, sanitise } from '@hat-nhan/markdown';
import { type Attack, xssCorpus } from '@hat-nhan/markdown/xss-corpus';
import { expect, test, type Browser, type Page } from '@playwright/test';
import MarkdownIt from 'markdown-it';

const ORIGIN = 'http://page.test';
const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
const BATCH = 500;
const SETTLE_MS = 100;

// Runs in the page. Ordinary links must not lead away; javascript: and the rest may do their worst.
const EXERCISE = `
  const stay = (event) => {
    const link = event.target instanceof Element && event.target.closest('a');
    if (link && /^(https?|mailto):/.test(link.href)) event.preventDefault();
  };
  window.__write = (items) => {
    document.body.replaceChildren();
    for (const html of items) document.body.appendChild(document.createElement('div')).innerHTML = html;
  };
  window.__exercise = () => {
    // setContent opens the document anew, which takes all listeners away.
    addEventListener('click', stay, true);
    for (const element of document.body ? document.body.querySelectorAll('*') : []) {
      element.dispatchEvent(new FocusEvent('focus'));
      if (typeof element.focus === 'function') element.focus();
      for (const type of ['mouseover', 'mouseenter', 'pointerover', 'mousedown', 'mouseup']) {
        element.dispatchEvent(new MouseEvent(type, { bubbles: true }));
      }
      element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    }
  };
`;

interface Watched {
  page: Page;
  calls: number;
  dialogs: number;
  requests: string[];
}

async function open(browser: Browser): Promise<Watched> {
  const context = await browser.newContext();
  const watched: Watched = { page: await context.newPage(), calls: 0, dialogs: 0, requests: [] };
  await context.exposeBinding('__xss', () => {
    watched.calls += 1;
  });
  await context.addInitScript({ content: EXERCISE });
  await context.route('**/*', async (route) => {
    const url = route.request().url();
    if (url === `${ORIGIN}/`) return route.fulfill({ contentType: 'text/html', body: '<!doctype html><body>' });
    if (url.startsWith(`${ORIGIN}/api/files/`)) return route.fulfill({ contentType: 'image/gif', body: PIXEL });
    watched.requests.push(url);
    if (url.endsWith('.js')) return route.fulfill({ contentType: 'text/javascript', body: '__xss(1)' });
    return route.fulfill({ status: 404, body: '' });
  });
  watched.page.on('dialog', (dialog) => {
    watched.dialogs += 1;
    void dialog.dismiss();
  });
  await watched.page.goto(`${ORIGIN}/`);
  return watched;
}

async function asInnerHtml({ page }: Watched, items: string[]): Promise<void> {
  await page.evaluate(`__write(${JSON.stringify(items)})`);
  await page.evaluate('__exercise()');
  await page.waitForTimeout(SETTLE_MS);
}

async function asDocument({ page }: Watched, items: string[]): Promise<void> {
  await page.setContent(`<!doctype html><body>${items.map((html) => `<div>${html}</div>`).join('\n')}`);
  await page.evaluate('__exercise()');
  await page.waitForTimeout(SETTLE_MS);
}

function shown(source: string): string {
  return fillReferences(
    render(source).html,
    (kind, id) => (id % 2 ? { label: `"><img src=x onerror=__xss(1)> ${kind}`, href: `/${kind}/${id}` } : undefined),
    '<script>__xss(1)</script>',
  );
}

const unsafe = new MarkdownIt({ html: true, linkify: true, breaks: true });
unsafe.validateLink = () => true;
unsafe.normalizeLink = (address) => address;

/** Families of which at least one attack ran in the browser when nothing stands in its way. */
async function caughtFamilies(browser: Browser, attacks: Attack[]): Promise<string[]> {
  const caught: string[] = [];
  const watched = await open(browser);
  for (const family of new Set(attacks.map((attack) => attack.family))) {
    const before = watched.calls;
    const html = attacks.filter((attack) => attack.family === family).map(({ source }) => unsafe.render(source));
    for (const load of [asInnerHtml, asDocument]) {
      // An attack may carry the page away under our hands; what it did before is counted.
      await load(watched, html.slice(0, 14)).catch(() => undefined);
      await watched.page.goto(`${ORIGIN}/`);
      if (watched.calls > before) break;
    }
    if (watched.calls > before) caught.push(family);
  }
  await watched.page.context().close();
  return caught;
}

test.describe('attacks in a real browser @short', () => {
  test.setTimeout(180_000);
  const corpus = xssCorpus();

  test('0 survivors: no script runs, no dialog opens, nothing is fetched', async ({ browser }) => {
    const watched = await open(browser);
    // Both walls together, and the second one alone behind a parser that lets everything through.
    const outputs = [...new Set(corpus.flatMap(({ source }) => [shown(source), sanitise(unsafe.render(source))]))];
    for (let from = 0; from < outputs.length; from += BATCH) {
      const batch = outputs.slice(from, from + BATCH);
      await asInnerHtml(watched, batch);
      expect([from, watched.calls]).toEqual([from, 0]);
      await asDocument(watched, batch);
      expect([from, watched.calls]).toEqual([from, 0]);
    }
    expect(watched.dialogs).toBe(0);
    expect(watched.requests).toEqual([]);
    expect(watched.page.url()).toBe(`${ORIGIN}/`);
    await watched.page.context().close();
  });

  test('the canary: with the sanitiser off the same attacks do run', async ({ browser }) => {
    const caught = await caughtFamilies(browser, corpus);
    expect(caught).toEqual(expect.arrayContaining(['script element', 'image error', 'svg load', 'javascript address']));
    expect(caught.length).toBeGreaterThanOrEqual(30);
  });
});
