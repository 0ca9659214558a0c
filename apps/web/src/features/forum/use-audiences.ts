import type { Space } from '@hat-nhan/contracts';
import { useQuery } from '@tanstack/react-query';
import { query } from '../../lib/query.js';
import { spaces } from '../../lib/routes.js';

/** The places where the viewer may write, and the one that counts: the chosen one while it is among them, else every member. */
export function useAudiences(chosen: string): { places: Space[]; spaceId: string } {
  const { data } = useQuery({ ...query(spaces.list, {}), staleTime: 60_000 });
  const places = data?.items.filter(({ kind, can }) => can.write && kind !== 'draft' && kind !== 'conversation') ?? [];
  const known = places.find(({ id }) => String(id) === chosen);
  const place = known ?? places.find(({ kind }) => kind === 'members') ?? places[0];
  return { places, spaceId: place ? String(place.id) : '' };
}
