import type { File as Stored } from '@hat-nhan/contracts';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { call, isProblem, unavailable, type ProblemError } from '../../../lib/api.js';
import { query } from '../../../lib/query.js';
import { files as routes } from '../../../lib/routes.js';
import { announceFile, sendFile } from '../../../lib/upload.js';

/** Files of one post. */
export const MOST = 5;

/** A file that is on its way, or that did not arrive. */
export interface Sending {
  id: string;
  file: File;
  sent: number;
  problem: ProblemError | undefined;
}

/** Gives the room back at once; a file that cannot be thrown away now goes after a day. */
const throwAway = (key: string): void => void call(routes.remove, { key }).catch(() => undefined);

/**
 * The files of a text that is being written. `keys` live with its draft, so that they are there again after a reload;
 * `known` are those that stand under the post already.
 */
export function useFiles(keys: readonly string[], onChange: (keys: string[]) => void, known: readonly Stored[] = []) {
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const [arrived, setArrived] = useState<readonly Stored[]>([]);
  const running = useRef(new Map<string, AbortController>());
  const announced = useRef(new Map<string, string>());
  const latest = useRef(keys);
  latest.current = keys;
  const tell = useRef(onChange);
  tell.current = onChange;

  const fromHere = [...known, ...arrived];
  const unknown = keys.some((key) => !fromHere.some((file) => file.key === key));
  const own = useQuery({ ...query(routes.own, {}), enabled: unknown, gcTime: 0, staleTime: 0 });
  const all = [...fromHere, ...(own.data?.items ?? [])];
  const attached = keys.flatMap((key) => all.find((file) => file.key === key) ?? []);
  // Loose files go after a day: the draft outlives them, and must not name them when it is sent.
  const gone = own.isSuccess && !own.isFetching ? keys.length - attached.length : 0;

  useEffect(() => {
    const controllers = running.current;
    return () => controllers.forEach((controller) => controller.abort());
  }, []);

  const put = useCallback((next: string[]) => {
    latest.current = next;
    tell.current(next);
  }, []);
  const show = useCallback((id: string, some: Partial<Sending>) => {
    setSending((rows) => rows.map((row) => (row.id === id ? { ...row, ...some } : row)));
  }, []);
  const forget = useCallback((id: string) => {
    running.current.delete(id);
    announced.current.delete(id);
    setSending((rows) => rows.filter((row) => row.id !== id));
  }, []);
  const cancel = (id: string) => {
    running.current.get(id)?.abort();
    const key = announced.current.get(id);
    if (key !== undefined) throwAway(key);
    forget(id);
  };

  const start = useCallback(
    async ({ id, file }: Pick<Sending, 'id' | 'file'>) => {
      const controller = new AbortController();
      running.current.set(id, controller);
      show(id, { sent: 0, problem: undefined });
      try {
        const key = announced.current.get(id) ?? (await announceFile(file));
        announced.current.set(id, key);
        if (controller.signal.aborted) return;
        const { signal } = controller;
        const stored = await sendFile(key, file, { signal, onProgress: (sent) => show(id, { sent }) });
        setArrived((before) => [...before, stored]);
        put([...latest.current, key]);
        forget(id);
      } catch (error) {
        if (controller.signal.aborted) return;
        // A file that was refused is gone on the server: trying again begins anew.
        if (isProblem(error) && !error.passing) announced.current.delete(id);
        show(id, { problem: isProblem(error) ? error : unavailable() });
      }
    },
    [forget, put, show],
  );
  const add = (chosen: readonly File[]) => {
    const room = MOST - latest.current.length - sending.length;
    const rows = chosen.slice(0, Math.max(0, room)).map((file) => ({
      id: crypto.randomUUID(),
      file,
      sent: 0,
      problem: undefined,
    }));
    setSending((before) => [...before, ...rows]);
    for (const row of rows) void start(row);
    return chosen.length - rows.length;
  };
  return {
    attached,
    sending,
    gone,
    busy: sending.some(({ problem }) => problem === undefined),
    room: MOST - keys.length - sending.length,
    add,
    cancel,
    retry: (row: Sending) => void start(row),
    /** What stands under the post stays there until the text is saved. */
    remove: (key: string) => {
      if (!known.some((file) => file.key === key)) throwAway(key);
      put(latest.current.filter((other) => other !== key));
    },
    dropGone: () => put(attached.map(({ key }) => key)),
  };
}

export type Files = ReturnType<typeof useFiles>;
