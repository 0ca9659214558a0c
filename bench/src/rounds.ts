import type { Case, World } from './cases.js';
import { fire, median, type Shot } from './load.js';
import type { Meter, Spent } from './measure.js';
import { randomFrom } from './random.js';
import type { Server } from './servers.js';

export const CONNECTIONS = [1, 16] as const;
/** Enough for each of the floor's 20 connections to have the final plan of each statement. */
const WARM_UP = 320;

/** How often a case is asked in one round. */
export const requestsOf = (one: Case, world: World): number => Math.ceil(world.requests * (one.share ?? 1));

interface Both {
  product: Server;
  floor: Server;
}

/** Medians of the rounds of one case over so many connections. */
export interface Measured {
  name: string;
  connections: number;
  product: Spent;
  floor: Spent;
  /** Product to floor, of server and PostgreSQL together. */
  cpuRatio: number;
  p95Ratio: number;
}

const cpu = (spent: Spent) => spent.serverCpu + spent.postgresCpu;

function medians(rounds: Spent[]): Spent {
  const names = Object.keys(rounds[0]!) as (keyof Spent)[];
  return Object.fromEntries(
    names.map((name) => [name, median(rounds.map((round) => round[name]))]),
  ) as unknown as Spent;
}

function draw(one: Case, name: string, count: number): Record<Server['name'], Shot[]> {
  const random = randomFrom(name);
  const drawn = Array.from({ length: count }, () => one.next(random));
  return { product: drawn.map(({ product }) => product), floor: drawn.map(({ floor }) => floor) };
}

/** Sends both servers what makes their plans final and their code hot. */
async function warmUp(one: Case, both: Both): Promise<void> {
  const shots = draw(one, `warm-up ${one.name}`, Math.ceil(WARM_UP * (one.share ?? 1)));
  for (const server of [both.product, both.floor]) await fire(server, shots[server.name], 20);
}

/** Measures one case: product and floor by turns, the same requests to both, who is first changing every round. */
export async function measureCase(
  one: Case,
  both: Both,
  meter: Meter,
  world: World,
  rounds: number,
): Promise<Measured[]> {
  await warmUp(one, both);
  const measured: Measured[] = [];
  for (const connections of CONNECTIONS) {
    const spent: Record<Server['name'], Spent[]> = { product: [], floor: [] };
    for (let round = 0; round < rounds; round++) {
      const shots = draw(one, `${one.name} ${connections} ${round}`, requestsOf(one, world));
      const order = round % 2 === 0 ? [both.product, both.floor] : [both.floor, both.product];
      for (const server of order) spent[server.name].push(await meter.spend(server, shots[server.name], connections));
    }
    const ratio = (of: (spent: Spent) => number) =>
      median(spent.product.map((round, at) => of(round) / of(spent.floor[at]!)));
    measured.push({
      name: one.name,
      connections,
      product: medians(spent.product),
      floor: medians(spent.floor),
      cpuRatio: ratio(cpu),
      p95Ratio: ratio(({ p95 }) => p95),
    });
  }
  return measured;
}

/** Shots of one case at the product, for what is measured there alone. */
export const shotsOf = (one: Case, count: number): Shot[] => draw(one, `alone ${one.name}`, count).product;
