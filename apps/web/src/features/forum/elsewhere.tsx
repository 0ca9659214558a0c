import type { Thread } from '@hat-nhan/contracts';
import { useQuery } from '@tanstack/react-query';
import { Navigate, useRouterState } from '@tanstack/react-router';
import type { ComponentProps } from 'react';
import { Waiting } from '../../components/problem-view.js';
import { inAddress, paths, useFilters } from '../../lib/address.js';
import { isProblem } from '../../lib/api.js';
import { query } from '../../lib/query.js';
import { arranging } from '../../lib/routes.js';

const POST = /^(?:bai|tra-loi)-[1-9]\d*$/;

type Awaited = ComponentProps<typeof Waiting>['on'];

/** In place of a thread that is not there: the one that it became a part of, or the words of what is not found. */
export function Elsewhere({ id, read }: { id: number; read: Awaited }) {
  const gone = isProblem(read.error, 'not-found');
  const place = useQuery({ ...query(arranging.place, { id }), enabled: gone, retry: false });
  const at = place.data;
  // As the server leads there (page-moved.ts): a merged one says so, an answer is gone to.
  if (gone && at?.merged)
    return <Navigate to={paths.thread(at.threadId, at.title)} search={inAddress({ tu: String(id) })} hash replace />;
  if (gone && at && at.threadId !== id)
    return <Navigate to={paths.thread(at.threadId, at.title)} hash={`bai-${id}`} replace />;
  if (gone && place.isFetching) return <Waiting on={{ ...read, error: null }} lines={9} />;
  return <Waiting on={read} lines={9} />;
}

/** A duplicate leads to what it is one of, unless its own page is asked for, or a post that stands there. */
export function WayOn({ thread }: { thread: Thread }) {
  const [{ xem }] = useFilters();
  const hash = useRouterState({ select: ({ location }) => location.hash });
  const into = thread.state === 'duplicate' && xem !== 'cu' ? thread.duplicateOf : null;
  if (!into || (POST.test(hash) && hash !== `bai-${thread.id}`)) return null;
  return <Navigate to={paths.thread(into.id, into.title)} search={inAddress({ tu: String(thread.id) })} replace />;
}
