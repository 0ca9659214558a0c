import { describe, expect, it } from '@jest/globals';
import { Gate } from './gate.js';

describe('Gate', () => {
  it('lets two run at once, the others in order, and refuses beyond the queue', async () => {
    const gate = new Gate(2, 3);
    const order: number[] = [];
    let running = 0;
    let most = 0;
    const work = (name: number) => async () => {
      most = Math.max(most, ++running);
      order.push(name);
      await new Promise((done) => setTimeout(done, 5));
      running--;
    };
    const all = [1, 2, 3, 4, 5].map((name) => gate.run(work(name)));
    await expect(gate.run(work(6))).rejects.toMatchObject({ code: 'unavailable' });
    expect(gate.queueing).toBe(true);
    await Promise.all(all);
    expect(gate.queueing).toBe(false);
    expect(order).toEqual([1, 2, 3, 4, 5]);
    expect(most).toBe(2);
  });

  it('takes nobody behind one who has waited too long already, and takes them again afterwards', async () => {
    const gate = new Gate(1, 10, 20);
    let free = () => {};
    const holding = gate.run(() => new Promise<void>((done) => (free = done)));
    const patient = gate.run(() => Promise.resolve('served'));
    expect(gate.full()).toBe(false);
    await new Promise((done) => setTimeout(done, 40));
    expect(gate.full()).toBe(true);
    await expect(gate.run(() => Promise.resolve('late'))).rejects.toMatchObject({ code: 'unavailable' });
    free();
    await holding;
    expect(await patient).toBe('served');
    expect(gate.full()).toBe(false);
    await expect(gate.run(() => Promise.resolve('again'))).resolves.toBe('again');
  });

  it('keeps a part of the room from those who are told a smaller share', async () => {
    const gate = new Gate(1, 4);
    let free = () => {};
    const held = new Promise<void>((done) => (free = done));
    const shares = [];
    const all = [];
    for (let n = 0; n < 5; n++) {
      all.push(gate.run(() => held));
      shares.push([gate.full(0.5), gate.full()]);
    }
    expect(shares).toEqual([
      [false, false],
      [false, false],
      [true, false],
      [true, false],
      [true, true],
    ]);
    free();
    await Promise.all(all);
    expect(gate.full(0.5)).toBe(false);
  });

  it('gives its place back when the work fails', async () => {
    const gate = new Gate(1, 5);
    const failing = gate.run(() => Promise.reject(new Error('lost')));
    const after = gate.run(() => Promise.resolve('done'));
    await expect(failing).rejects.toThrow('lost');
    await expect(after).resolves.toBe('done');
    await expect(gate.run(() => Promise.resolve('free'))).resolves.toBe('free');
  });
});
