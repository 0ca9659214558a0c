import type { Route } from '@hat-nhan/contracts';
import fastJson from 'fast-json-stringify';
import { z } from 'zod';

type Encode = (answer: unknown) => string;
const encoders = new Map<Route, Encode>();

/** JSON Schema of an answer as it is sent: what is not declared is left out, what is missing fails. */
export const answerSchema = (route: Route) => z.toJSONSchema(route.response, { io: 'input', unrepresentable: 'any' });

/** Encodes an answer by the schema of its route; columns that the contract does not name can not leak. */
export function encode(route: Route, answer: unknown): string {
  let encoder = encoders.get(route);
  if (!encoder) {
    encoder = fastJson(answerSchema(route) as Parameters<typeof fastJson>[0], { mode: undefined }) as Encode;
    encoders.set(route, encoder);
  }
  return encoder(answer);
}
