import { Client } from 'pg';

interface Sent {
  client: object;
  text: string;
}

/** The statements that the server sends while `work` runs, in their order, each with its connection. */
export async function statementsOf(work: () => Promise<unknown>): Promise<Sent[]> {
  const sent: Sent[] = [];
  const { query } = Client.prototype;
  Client.prototype.query = function (this: Client, ...given: unknown[]) {
    const [first] = given;
    sent.push({ client: this, text: typeof first === 'string' ? first : ((first as { text?: string }).text ?? '') });
    return Reflect.apply(query, this, given);
  } as typeof query;
  try {
    await work();
  } finally {
    Client.prototype.query = query;
  }
  return sent;
}

/** Those between BEGIN and COMMIT of the first transaction that held a statement like this one. */
export function inTransaction(sent: readonly Sent[], like: RegExp): string[] {
  const client = sent.find((one) => like.test(one.text))?.client;
  const texts = sent.filter((one) => one.client === client).map((one) => one.text);
  const [begin, commit] = [/^(begin|start transaction)/i, /^commit/i].map((word) =>
    texts.findIndex((text) => word.test(text)),
  );
  return texts.slice(begin! + 1, commit);
}
