import 'reflect-metadata';
import type { EventName, Heard } from '../events.js';
import { patiently } from './patience.js';

const LISTENS = Symbol('listens');
const TIMES = Symbol('times');

interface Mark {
  method: string;
  what: string;
}

const mark = (key: symbol, what: string) => (target: object, method: string) => {
  const marks: Mark[] = Reflect.getOwnMetadata(key, target.constructor) ?? [];
  Reflect.defineMetadata(key, [...marks, { method, what }], target.constructor);
};

/** Runs a method for each event of this name, in a queue of its own, with retries; it may run twice for one event. */
export const On = <N extends EventName>(event: N) =>
  mark(LISTENS, event) as <T extends (heard: Heard<N>) => Promise<void>>(
    target: object,
    method: string,
    _d: TypedPropertyDescriptor<T>,
  ) => void;

/** Runs a method by a cron expression in Asia/Ho_Chi_Minh, once among all processes. */
export const Every = (cron: string) =>
  mark(TIMES, cron) as (target: object, method: string, _d: TypedPropertyDescriptor<() => Promise<void>>) => void;

export interface Listener {
  queue: string;
  event: EventName;
  call(heard: Heard): Promise<void>;
}
export interface Timer {
  queue: string;
  name: string;
  cron: string;
  call(): Promise<void>;
}

type Callable = Record<string, (heard?: Heard) => Promise<void>>;
const marksOf = (key: symbol, instance: object): Mark[] => Reflect.getOwnMetadata(key, instance.constructor) ?? [];
const queueOf = (instance: object, method: string) => `${instance.constructor.name}.${method}`;

/** What the methods of `instance` listen to, each in a queue of its own. */
export const listenersOf = (instance: object): Listener[] =>
  marksOf(LISTENS, instance).map(({ method, what }) => ({
    queue: queueOf(instance, method),
    event: what as EventName,
    call: (heard) => patiently(() => (instance as Callable)[method]!(heard)),
  }));

/** What the methods of `instance` do by the clock. */
export const timersOf = (instance: object): Timer[] =>
  marksOf(TIMES, instance).map(({ method, what }) => ({
    queue: queueOf(instance, method),
    name: method,
    cron: what,
    call: () => patiently(() => (instance as Callable)[method]!()),
  }));
