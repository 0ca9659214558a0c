import type { Byline } from '@hat-nhan/contracts';
import type { DemoThread, DemoWhen } from './content/types.js';
import type { LoadedPerson } from './load-people.js';
import type { LoadedUnit } from './load-units.js';

const LEVELS: Partial<Record<LoadedUnit['topKind'], string>> = {
  province: 'Một thành viên cấp tỉnh',
  ministry: 'Một thành viên cấp bộ',
};

/** Who wrote, as he was that day: position, unit and mark of then. */
export function bylineOf(
  { id, person }: LoadedPerson,
  { daysAgo }: DemoWhen,
  thread: DemoThread,
  units: ReadonlyMap<string, LoadedUnit>,
): Byline {
  const held = person.positions.find(
    ({ kind, fromDays, toDays }) => kind !== 'retired' && fromDays >= daysAgo && (toDays ?? -1) < daysAgo,
  );
  const position = held ?? person.positions[0]!;
  const unit = units.get(position.unit)!;
  if (thread.unnamed && thread.author === person.key) return unnamed(unit);
  const organisation = [position.unitText, unit.name].filter(Boolean).join(', ');
  return {
    personId: id,
    name: [person.prefix, person.name].filter(Boolean).join(' '),
    title: held ? position.title : `Nguyên ${position.title}`,
    organisation,
    organisationId: held ? unit.id : null,
    mark: markOf(person.expertOf ?? [], thread, unit),
  };
}

/** The one who asked without name stays without it in the whole thread. */
const unnamed = ({ topKind }: LoadedUnit): Byline => ({
  personId: null,
  name: null,
  title: LEVELS[topKind] ?? 'Một thành viên',
  organisation: '',
  organisationId: null,
  mark: null,
});

function markOf(expertOf: readonly string[], { topic }: DemoThread, { topKind }: LoadedUnit): Byline['mark'] {
  if (topKind === 'enterprise') return 'enterprise';
  return expertOf.includes(topic) ? 'expert' : null;
}
