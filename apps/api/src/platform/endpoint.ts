import 'reflect-metadata';
import type { Input, Result, Route } from '@hat-nhan/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Ctx } from './context.js';

/** A route that streams or produces a file writes its own answer. */
export interface RawAnswer {
  send(request: FastifyRequest, reply: FastifyReply): void | Promise<void>;
}

type Handler<R extends Route> = (
  ctx: Ctx,
  input: Input<R>,
) => Promise<R['produces'] extends 'json' ? Result<R> : RawAnswer | Result<R>>;

export interface Bound {
  route: Route;
  method: string;
  /** Method of a creating route that reads again, through the wall, what an earlier call created. */
  again: string | undefined;
}

const BOUND = Symbol('endpoints');

/**
 * Binds a contract's route to a controller method `(ctx, input) => result`. A method whose input or result differs from
 * the contract does not compile. `again` names the method `(ctx, id) => result` that answers a replayed Idempotency-Key; a
 * route that creates does not compile without it.
 */
export function Endpoint<R extends Route>(
  route: R,
  ...[options]: R['creates'] extends true ? [{ again: string }] : []
) {
  return <T extends Handler<R>>(target: object, key: string, _descriptor: TypedPropertyDescriptor<T>): void => {
    const bound: Bound[] = Reflect.getOwnMetadata(BOUND, target.constructor) ?? [];
    Reflect.defineMetadata(BOUND, [...bound, { route, method: key, again: options?.again }], target.constructor);
  };
}

/** The routes that a controller class binds. */
export const endpointsOf = (controller: object): Bound[] => Reflect.getOwnMetadata(BOUND, controller.constructor) ?? [];
