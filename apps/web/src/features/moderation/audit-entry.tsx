import type { moderation as contract, Result } from '@hat-nhan/contracts';
import { auditReasons, auditRoles, auditStates } from '@hat-nhan/contracts/audit-marks';
import { auditActions } from '@hat-nhan/contracts/audit-words';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useNameOf } from '../../components/organisation-link.js';
import { Time } from '../../components/time.js';
import { paths } from '../../lib/address.js';
import { useFormat } from '../../lib/format.js';
import { Row } from '../../ui/rows.js';

type Entry = Result<typeof contract.auditLog>['items'][number];
type Table = Readonly<Record<string, { vi: string; en: string } | undefined>>;

/** A mark of the log in words; what is not in the table stands as `otherwise` says. */
function useSay() {
  const { i18n } = useLingui();
  const language = i18n.locale === 'en' ? 'en' : 'vi';
  return (table: Table, mark: string, otherwise = '') => table[mark]?.[language] ?? otherwise;
}

/** A state, or a moment or number that stands in its place. */
function useStateOf() {
  const say = useSay();
  const format = useFormat();
  return (state: string | null) => {
    if (state === null) return '';
    if (/^\d{4}-\d\d-\d\d[T ]/.test(state)) return format.moment(state);
    return say(auditStates, state, /^\d+$/.test(state) ? state : '');
  };
}

/** What it was done to, by its title; by its number where only that is known. */
function What({ entry: { item, itemId, space } }: { entry: Entry }) {
  const nameOf = useNameOf();
  if (item && itemId !== null) {
    const { kind, title, threadId } = item;
    if (kind === 'person') return <Link to={paths.person(itemId, title)}>{title}</Link>;
    if (kind === 'organisation') return <Link to={paths.organisation(itemId, title)}>{title}</Link>;
    if (kind === 'topic') return <span>{title}</span>;
    if (kind === 'question' || kind === 'discussion') return <Link to={paths.thread(itemId, title)}>{title}</Link>;
    if (threadId !== null) return <Link to={paths.post(threadId, itemId, title)}>{title}</Link>;
  }
  if (space) return <Link to={paths.space(space.id, space.name)}>{nameOf(space)}</Link>;
  return itemId === null ? null : (
    <span>
      <Trans>số {itemId}</Trans>
    </span>
  );
}

/** One line of the log: who did what to what, and why. */
export function EntryRow({ entry }: { entry: Entry }) {
  const say = useSay();
  const stateOf = useStateOf();
  const { actorId, actor, role, action, itemId, item, from, to, reason, at, sealed } = entry;
  // A technical refusal names the call that was refused.
  const technical = action === 'refused' || action === 'limited';
  const [before, after] = [stateOf(from), stateOf(to)];
  const own = item?.kind === 'person' && itemId === actorId;
  return (
    <Row kind={<Time at={at} full />} act={sealed ? <Trans>Đã niêm phong</Trans> : <Trans>Chờ niêm phong</Trans>}>
      <span className="ttl">{say(auditActions, action, action)}</span>
      <div className="meta">
        {actorId === null ? actor : <Link to={paths.person(actorId, actor)}>{actor || actorId}</Link>}
        {role && <span>{say(auditRoles, role)}</span>}
        {!own && <What entry={entry} />}
        {(before || after) && <span>{[before, after].filter(Boolean).join(' → ')}</span>}
        {reason && (technical ? <code>{reason}</code> : <span>{say(auditReasons, reason, reason)}</span>)}
      </div>
    </Row>
  );
}
