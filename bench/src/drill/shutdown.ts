import { setTimeout as sleep } from 'node:timers/promises';
import { request } from 'node:http';
import { signedIn } from '../callers.js';
import { pick, randomFrom } from '../random.js';
import { startProduct } from '../servers.js';
import { call, connections, healthy } from './call.js';
import { onGround, type Ground } from './ground.js';
import { tell } from './verdict.js';
import { writesOf } from './writes.js';

const CONNECTIONS = 32;
const NOTICES_MS = 100;

/** Opens a live stream; true when the server ended it itself. */
const listen = (port: number, headers: Record<string, string>) =>
  new Promise<boolean>((resolve) => {
    request({ host: '127.0.0.1', port, path: '/api/stream', headers }, (answer) => {
      answer.resume();
      answer.once('end', () => resolve(answer.complete));
      answer.once('error', () => resolve(false));
    })
      .once('error', () => resolve(false))
      .end();
  });

await onGround(async ({ cluster, loaded, short, say }: Ground, closers) => {
  const random = randomFrom('shutdown');
  const next = writesOf(loaded, random);
  const users = [...loaded.places.people.keys()];
  const read = () => ({
    method: 'GET',
    path: '/api/threads',
    headers: signedIn(pick(random, users), loaded.places).product,
  });
  let [answered, dropped, code, longest, streams] = [0, 0, 0, 0, 0];
  for (let round = 0; round < (short ? 1 : 5); round++) {
    const server = await startProduct(cluster, [], { WORKER: 'on' });
    closers.push(() => server.stop());
    // As a proxy does: it asks for readiness, and sends nobody where it was refused.
    const proxy = { open: true };
    const watching = (async () => {
      while (proxy.open) {
        await sleep(NOTICES_MS);
        if (!(await healthy(server.healthPort, '/readyz')).ok) proxy.open = false;
      }
    })();
    const agent = connections(CONNECTIONS);
    const caller = async () => {
      while (proxy.open) {
        const { status, body } = await call(server, random() < 0.3 ? next() : read(), agent);
        if (status > 0) answered++;
        else {
          dropped++;
          say(`dropped: ${body}`);
        }
      }
    };
    const callers = Array.from({ length: CONNECTIONS }, caller);
    const streamEnded = listen(server.port, server.headers);
    await sleep(short ? 1000 : 4000);
    const told = performance.now();
    process.kill(server.pid, 'SIGTERM');
    const ended = await server.exited;
    longest = Math.max(longest, performance.now() - told);
    if (ended !== 0) code++;
    await Promise.all([...callers, watching]);
    if (!(await streamEnded)) streams++;
    agent.destroy();
    say(`stopped after ${Math.round(performance.now() - told)} ms with ${ended}`);
  }
  tell('shutdown', [
    { what: 'requests answered', value: answered, min: short ? 5 : 500 },
    { what: 'requests dropped', value: dropped, max: 0 },
    { what: 'live streams not ended in order', value: streams, max: 0 },
    { what: 'exits with another code than 0', value: code, max: 0 },
    { what: 'from SIGTERM to the end, longest', value: longest, max: 10_000, unit: 'ms' },
  ]);
});
