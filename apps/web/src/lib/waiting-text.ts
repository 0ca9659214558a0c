/**
 * Text that was written and could not be sent: it waits in IndexedDB under its account, and goes when it is sent or its
 * owner signs out on purpose. Where IndexedDB is refused (private windows) nothing is kept and nothing fails.
 */
const STORE = 'texts';

const asked = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB')));
  });

async function store(mode: IDBTransactionMode): Promise<IDBObjectStore> {
  const opening = indexedDB.open('hat-nhan', 1);
  opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore(STORE));
  const database = await asked(opening);
  const transaction = database.transaction(STORE, mode);
  transaction.addEventListener('complete', () => database.close());
  return transaction.objectStore(STORE);
}

const keyOf = (personId: number, name: string) => `${personId}/${name}`;

/** Keeps a text of a person under a name such as `answer:123`. */
export async function saveWaiting(personId: number, name: string, text: string): Promise<void> {
  await store('readwrite')
    .then((texts) => asked(texts.put(text, keyOf(personId, name))))
    .catch(() => undefined);
}

/** The text that waits under this name, if any. */
export async function loadWaiting(personId: number, name: string): Promise<string | undefined> {
  const text = await store('readonly')
    .then((texts): Promise<unknown> => asked(texts.get(keyOf(personId, name))))
    .catch(() => undefined);
  return typeof text === 'string' ? text : undefined;
}

/** Forgets one text, because it was sent or given up. */
export async function clearWaiting(personId: number, name: string): Promise<void> {
  await store('readwrite')
    .then((texts) => asked(texts.delete(keyOf(personId, name))))
    .catch(() => undefined);
}

/** Forgets every text of an account. */
export async function forgetWaiting(personId: number): Promise<void> {
  const range = IDBKeyRange.bound(`${personId}/`, `${personId}/\uffff`);
  await store('readwrite')
    .then((texts) => asked(texts.delete(range)))
    .catch(() => undefined);
}
