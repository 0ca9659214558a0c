import type { Route } from '@hat-nhan/contracts';
import fastJson from 'fast-json-stringify';
import { z } from 'zod';

type Encode = (answer: unknown) => string;
const encoders = new Map<Route, Encode>();

/** JSON Schema of an answer as it is sent: what is not declared is left out, what is missing fails. */
export const answerSchema = (route: Route) => z.toJSONSchema(route.response, { io: 'input', unrepresentable: 'any' });

type Schema = {
  [key: string]: unknown;
  anyOf?: Schema[];
  type?: string | string[];
  properties?: Record<string, Schema>;
  items?: Schema;
};

/** "X or null" said as the encoder likes it: an anyOf would be tried out, value by value, with a validator. */
function forEncoder(schema: Schema): Schema {
  const [some, none, ...more] = schema.anyOf ?? [];
  if (some && none?.type === 'null' && more.length === 0) return { ...forEncoder(some), nullable: true };
  return {
    ...schema,
    ...(schema.properties && {
      properties: Object.fromEntries(
        Object.entries(schema.properties).map(([name, inner]) => [name, forEncoder(inner)]),
      ),
    }),
    ...(schema.items && { items: forEncoder(schema.items) }),
  };
}

/** Encodes an answer by the schema of its route; columns that the contract does not name can not leak. */
export function encode(route: Route, answer: unknown): string {
  let encoder = encoders.get(route);
  if (!encoder) {
    encoder = fastJson(forEncoder(answerSchema(route) as Schema) as Parameters<typeof fastJson>[0]) as Encode;
    encoders.set(route, encoder);
  }
  return encoder(answer);
}
