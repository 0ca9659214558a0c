// Lighthouse (mobile) on the first view of the main pages; exits with 1 when a goal of the design is missed. `--runs n`: median of n.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium as engine } from '@playwright/test';
import lighthouse, { type Result } from 'lighthouse';
import { chromium } from './chromium.ts';
import { addressOf, open, pages } from './pages.ts';
import { startProduct } from './product.ts';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const GOALS = {
  performance: { least: 90 },
  accessibility: { least: 100 },
  'best-practices': { least: 100 },
  'LCP s': { most: 2.5 },
  CLS: { most: 0.02 },
  'JS kB': { most: 180 },
  'CSS kB': { most: 40 },
} as const;

type Measure = (typeof CATEGORIES)[number] | keyof typeof GOALS;
type Figures = Record<Measure, number>;
/** The pages of the goal; each is opened by whom its entry in the router names. */
const MEASURED = ['/', '/hoi-dap', '/hoi-dap/$id', '/don-vi/$id', '/danh-ba/$id'];

/** What a browser that takes gzip downloads of an asset, in bytes. */
async function gzipSize(address: string): Promise<number> {
  const answer = await fetch(address, { headers: { 'accept-encoding': 'gzip' } });
  await answer.arrayBuffer();
  return Number(answer.headers.get('content-length'));
}

interface Requested {
  url: string;
  resourceType?: string;
}

/** Kilobytes after gzip of everything of this type that the page asked for until it was quiet. */
async function kilobytes({ audits }: Result, type: string): Promise<number> {
  const { items = [] } = (audits['network-requests']?.details ?? {}) as { items?: Requested[] };
  const asked = new Set(items.filter(({ resourceType }) => resourceType === type).map(({ url }) => url));
  const sizes = await Promise.all([...asked].map(gzipSize));
  return sizes.reduce((sum, size) => sum + size, 0) / 1000;
}

/** One run. On a busy machine the recording itself may fail, which says nothing about the page: then once more. */
async function look(address: string, port: number, again = true): Promise<Result> {
  const run = await lighthouse(address, { port, onlyCategories: [...CATEGORIES], logLevel: 'silent' });
  const result = run?.lhr;
  if (result && !result.runtimeError) return result;
  if (again) return look(address, port, false);
  throw new Error(`${address}: ${result?.runtimeError?.message ?? 'no result'}`);
}

async function measure(address: string, port: number): Promise<Figures> {
  const result = await look(address, port);
  const score = (category: string) => Math.round((result.categories[category]?.score ?? 0) * 100);
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    'best-practices': score('best-practices'),
    seo: score('seo'),
    'LCP s': (result.audits['largest-contentful-paint']?.numericValue ?? Infinity) / 1000,
    CLS: result.audits['cumulative-layout-shift']?.numericValue ?? Infinity,
    'JS kB': await kilobytes(result, 'Script'),
    'CSS kB': await kilobytes(result, 'Stylesheet'),
  };
}

const middle = (numbers: number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;

const medianOf = (runs: Figures[]): Figures =>
  Object.fromEntries(
    Object.keys(runs[0]!).map((key) => [key, middle(runs.map((run) => run[key as Measure]))]),
  ) as Figures;

/** The goals that a page misses, in words. */
const missedBy = (figures: Figures): string[] =>
  Object.entries(GOALS).flatMap(([name, goal]) => {
    const got = figures[name as Measure];
    const bound = 'least' in goal ? goal.least : goal.most;
    const holds = 'least' in goal ? got >= bound : got <= bound;
    return holds ? [] : [`${name} ${round(got)} instead of ${bound}`];
  });

const round = (value: number): number => Math.round(value * 1000) / 1000;

/** Measures every page and prints the table. Returns what was missed. */
async function measureAll(origin: string, folder: string, runs: number): Promise<string[]> {
  // Lighthouse opens its own tab, so the cookies must be those of the browser itself, not of a context beside it.
  const context = await engine.launchPersistentContext(folder, {
    ...chromium,
    args: [...chromium.args, '--remote-debugging-port=0'],
  });
  const port = Number((await readFile(join(folder, 'DevToolsActivePort'), 'utf8')).split('\n')[0]);
  const table: Record<string, Record<string, number>> = {};
  const missed: string[] = [];
  let reader = 'visitor';
  for (const page of MEASURED.flatMap((path) => pages.filter((each) => each.path === path))) {
    if (page.as !== reader) await open(context, origin, (reader = page.as));
    const address = origin + (await addressOf(page, origin, context.request));
    const measured: Figures[] = [];
    for (let run = 0; run < runs; run++) measured.push(await measure(address, port));
    const figures = medianOf(measured);
    const name = `${page.path} (${reader})`;
    table[name] = Object.fromEntries(Object.entries(figures).map(([key, value]) => [key, round(value)]));
    missed.push(...missedBy(figures).map((what) => `${name}: ${what}`));
  }
  await context.close();
  console.table(table);
  return missed;
}

const { values: wanted } = parseArgs({ options: { runs: { type: 'string', default: '5' } } });
const folder = await mkdtemp(join(tmpdir(), 'hat-nhan-first-view-'));
const product = await startProduct();
try {
  const missed = await measureAll(product.origin, folder, Number(wanted.runs));
  for (const what of missed) console.error(`Missed: ${what}`);
  if (missed.length === 0) console.log(`Every goal holds, median of ${wanted.runs}.`);
  process.exitCode = missed.length === 0 ? 0 : 1;
} finally {
  await product.stop();
  await rm(folder, { recursive: true, force: true });
}
