import type { z } from 'zod';
import type { ProblemCode } from './problems.js';

/**
 * Who may call a route at all. What a caller may do with one object is decided by `policies/`, what he may see by PostgreSQL.
 * `anyone`: visitors too · `account`: signed in · `member`: signed in and past the rules of the first sign-in · `administrator`.
 */
export type Access = 'anyone' | 'account' | 'member' | 'administrator';
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
/** Work that holds the processor for long, done by few at a time: who waits for it holds no connection meanwhile. */
export type Queue = 'search' | 'password';
/** What a route answers with, when it is not one JSON document. */
export type Produces = 'json' | 'stream' | 'file';
/** What a route takes as its body: one JSON document, or the bytes of a file, which are never held in memory whole. */
export type Consumes = 'json' | 'file';

type Shape = z.ZodObject | undefined;

export interface Route<
  P extends Shape = Shape,
  Q extends Shape = Shape,
  B extends Shape = Shape,
  R extends z.ZodType = z.ZodType,
  C extends boolean = boolean,
> {
  readonly name: string;
  readonly method: Method;
  readonly path: string;
  readonly access: Access;
  readonly summary: string;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly response: R;
  readonly problems: readonly ProblemCode[];
  readonly produces: Produces;
  readonly consumes: Consumes;
  /** POST that creates: accepts an Idempotency-Key, replayed through the wall. */
  readonly creates: C;
  /** Mutation guarded by If-Match: 428 without it, 412 when stale. */
  readonly ifMatch: boolean;
  /** Bytes of body accepted, 65,536 unless told. */
  readonly bodyLimit: number;
  /** Largest number of calls a minute from one person or address, shared by all processes. */
  readonly perMinute: number | undefined;
  /** The queue that its callers wait in. */
  readonly queue: Queue | undefined;
}

type Out<S extends Shape> = S extends z.ZodObject ? z.output<S> : unknown;
type In<S extends Shape> = S extends z.ZodObject ? z.input<S> : unknown;
type Optional<S extends Shape> = S extends z.ZodObject ? Partial<z.output<S>> : unknown;
type Flat<T> = { [K in keyof T]: T[K] };

/** What a handler is given: parameters, query and body in one flat object. */
export type Input<R> = R extends Route<infer P, infer Q, infer B, z.ZodType> ? Flat<Out<P> & Out<Q> & Out<B>> : never;
/** What a caller gives: like `Input`, with everything in the query optional. */
export type Call<R> =
  R extends Route<infer P, infer Q, infer B, z.ZodType> ? Flat<Out<P> & Optional<Q> & In<B>> : never;
/** What a handler returns and a caller receives. */
export type Result<R> = R extends Route<Shape, Shape, Shape, infer S> ? z.input<S> : never;

type Definition<P extends Shape, Q extends Shape, B extends Shape, R extends z.ZodType, C extends boolean> = {
  method: Method;
  path: string;
  access: Access;
  summary: string;
  params?: P;
  query?: Q;
  body?: B;
  response: R;
  problems?: readonly ProblemCode[];
  produces?: Produces;
  consumes?: Consumes;
  creates?: C;
  ifMatch?: boolean;
  bodyLimit?: number;
  perMinute?: number;
  queue?: Queue;
};

export const BODY_LIMIT = 65_536;
/** Bytes for a body with a text of so many letters: a marked one may come in three parts, each escaped by six bytes. */
export const bodyLimitFor = (letters: number): number => 18 * letters + BODY_LIMIT;

/** States a route once, for server, page and OpenAPI. Throws when a name stands in two of params, query and body. */
export function route<
  R extends z.ZodType,
  P extends Shape = undefined,
  Q extends Shape = undefined,
  B extends Shape = undefined,
  C extends boolean = false,
>(name: string, definition: Definition<P, Q, B, R, C>): Route<P, Q, B, R, C> {
  const keys = [definition.params, definition.query, definition.body].flatMap((shape) =>
    Object.keys(shape?.shape ?? {}),
  );
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  if (twice) throw new Error(`route ${name}: "${twice}" stands in two places of the request`);
  return {
    name,
    method: definition.method,
    path: definition.path,
    access: definition.access,
    summary: definition.summary,
    params: definition.params as P,
    query: definition.query as Q,
    body: definition.body as B,
    response: definition.response,
    problems: definition.problems ?? [],
    produces: definition.produces ?? 'json',
    consumes: definition.consumes ?? 'json',
    creates: definition.creates ?? (false as C),
    ifMatch: definition.ifMatch ?? false,
    bodyLimit: definition.bodyLimit ?? BODY_LIMIT,
    perMinute: definition.perMinute,
    queue: definition.queue,
  };
}
