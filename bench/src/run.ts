import { findAddresses } from './addresses.js';
import { makeCases, type World } from './cases.js';
import { startCluster, type Cluster } from './cluster.js';
import { makeCorpus, type Corpus } from './corpus.js';
import { addFiles, filesFolder, fillInboxes } from './files.js';
import { loadFloor } from './floor-loader.js';
import { quantile } from './load.js';
import { Meter } from './measure.js';
import { readOptions, type Options } from './options.js';
import { residentMegabytes } from './processes.js';
import { loadCorpus } from './product-loader.js';
import { jsonLine, table } from './report.js';
import { measureCase, requestsOf, shotsOf, type Measured } from './rounds.js';
import { compareAnswers, compareRows } from './same-answers.js';
import { compareOthers } from './same-others.js';
import { startFloor, startProduct, startStatic } from './servers.js';
import { compareWithService } from './same-as-service.js';

const started = performance.now();
const say = (line: string) =>
  console.error(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${line}`);

/** Closes what was opened, the last first. */
const closers: (() => Promise<void>)[] = [];
async function closeAll(): Promise<void> {
  for (let close = closers.pop(); close; close = closers.pop()) await close();
}

async function run(options: Options): Promise<void> {
  const corpus = await makeCorpus(options);
  say(`corpus of ${options.posts} posts in ${options.threads} threads by ${options.people} people`);
  const cluster = await startCluster();
  closers.push(() => cluster.stop());
  await measure(options, corpus, cluster);
}

async function measure(options: Options, corpus: Corpus, cluster: Cluster): Promise<void> {
  const loaded = await loadCorpus(cluster.ownerUrl, corpus);
  say(`the product's tables are loaded (PostgreSQL ${cluster.version})`);
  await loadFloor(cluster.floorUrl, corpus);
  await compareRows(cluster);
  const files = await addFiles(cluster, loaded);
  const inboxes = await fillInboxes(cluster, loaded);
  say('the floor is loaded; both hold the same rows');

  const product = await startProduct(
    cluster,
    options.profile ? ['--cpu-prof', `--cpu-prof-dir=${options.profile}`] : [],
  );
  closers.push(() => product.stop());
  const floor = await startFloor(cluster);
  closers.push(() => floor.stop());
  const fileServer = await startStatic(filesFolder(cluster));
  closers.push(() => fileServer.stop());
  const addresses = await findAddresses(product, loaded);
  await compareAnswers({ product, floor }, loaded, addresses, corpus.queries);
  await compareOthers({ product, floor, fileServer }, loaded, inboxes, files);
  say("the product's answers carry the floor's facts");

  const meter = await Meter.open(cluster);
  closers.push(() => meter.close());
  const world: World = {
    loaded,
    addresses,
    queries: corpus.queries,
    inboxes,
    files,
    people: options.people,
    requests: options.requests,
  };
  const cases = makeCases(world).filter(
    ({ name }) => options.only.length === 0 || options.only.some((start) => name.startsWith(start)),
  );
  const rows: Measured[] = [];
  const searchCpu: string[] = [];
  for (const one of cases) {
    const beside = one.beside === 'files' ? fileServer : floor;
    rows.push(...(await measureCase(one, { product, floor: beside }, meter, world, options.rounds)));
    if (one.name.startsWith('search')) {
      const each = await meter.postgresCpuOfEach(product, shotsOf(one, requestsOf(one, world)));
      const [p50, p95] = [quantile(each, 0.5), quantile(each, 0.95)].map((value) => Math.round(value * 10) / 10);
      searchCpu.push(JSON.stringify({ name: `${one.name}-postgres`, cpu_p50_ms: p50, cpu_p95_ms: p95 }));
    }
    say(`${one.name} measured`);
  }
  const rss = Math.round(residentMegabytes(product.pid));
  const compared = await compareWithService(cluster, product, corpus, loaded);
  say(`${compared} posts written over HTTP are as the loader writes them`);
  console.log(table(rows, new Map(cases.map(({ name, goal }) => [name, goal]))));
  for (const line of [...rows.map(jsonLine), ...searchCpu, JSON.stringify({ name: 'memory', rss_mb: rss })])
    console.log(line);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    process.on('uncaughtException', () => {}); // work that loses its database must not end the process before the folder is gone
    void closeAll().finally(() => process.exit(1));
  });
try {
  await run(readOptions(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Error ? (error.stack ?? error.message) : error);
  process.exitCode = 1;
} finally {
  await closeAll();
}
if (process.exitCode === undefined) say('done');
