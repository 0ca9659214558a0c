import { auditActions, auditObjects, type AuditAction } from '@hat-nhan/contracts/audit-words';
import { useLingui } from '@lingui/react/macro';
import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { DayField } from '../../components/day-field.js';
import { PersonPicker } from '../../components/person-picker.js';
import { dayOf } from '../../components/typed-day.js';
import { useFilters } from '../../lib/address.js';
import { useFormat } from '../../lib/format.js';

const actions = Object.keys(auditActions) as AuditAction[];
const objects = Object.keys(auditObjects) as (keyof typeof auditObjects)[];

/** What was done: all that happened to one kind of thing, or one thing that happens to it. */
function ActionFilter() {
  const { t, i18n } = useLingui();
  const language = i18n.locale === 'en' ? 'en' : 'vi';
  const [filters, set] = useFilters();
  const chosen = filters['action'] ?? '';
  const choice = (value: AuditAction) => ({ value, label: auditActions[value][language] });
  const data = objects.map((object) => {
    const group = auditObjects[object][language];
    const items = actions.filter((action) => action.startsWith(`${object}.`)).map(choice);
    return { group, items: items.length > 1 ? [{ value: object, label: t`Tất cả: ${group}` }, ...items] : items };
  });
  const alone = actions.filter((action) => !action.includes('.')).map(choice);
  const known = [...data.flatMap(({ items }) => items), ...alone].some(({ value }) => value === chosen);
  return (
    <NativeSelect
      label={t`Việc`}
      data={[{ value: '', label: t`Mọi việc` }, ...data, ...alone]}
      value={known ? chosen : ''}
      onChange={(event) => set({ action: event.currentTarget.value || undefined })}
    />
  );
}

/** A day as it is typed; it narrows the list as soon as it is one. */
function DayFilter({ name, label }: { name: 'from' | 'to'; label: string }) {
  const { t } = useLingui();
  const format = useFormat();
  const [filters, set] = useFilters();
  const stands = filters[name] ?? '';
  const [typed, setTyped] = useState(() => (isDay(stands) ? format.date(stands) : ''));
  const day = dayOf(typed) ?? '';
  const wrong = day !== '' && !isDay(day);
  return (
    <DayField
      label={label}
      value={typed}
      error={wrong && typed.trim().length >= 10 && t`Ngày viết theo thứ tự ngày, tháng, năm.`}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        const next = dayOf(text) ?? '';
        if (next === '' || isDay(next)) set({ [name]: next || undefined }, { replace: true });
      }}
    />
  );
}

/** A day that the calendar has: 31/02 is none. */
const isDay = (day: string) =>
  /^\d{4}-\d\d-\d\d$/.test(day) && new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day) === true;

function ActorFilter({ name }: { name: string | undefined }) {
  const { t } = useLingui();
  const [filters, set] = useFilters();
  const actor = filters['actor'];
  const choose = (id: string | null) => set({ actor: id ?? undefined });
  const label = t`Người làm`;
  // Come by the address, or by going back: the picker knows only whom it has found itself.
  const [found, setFound] = useState<string | null>(null);
  if (actor && actor !== found)
    return (
      <NativeSelect
        label={label}
        data={[
          { value: actor, label: name || t`số ${actor}` },
          { value: '', label: t`Mọi người` },
        ]}
        value={actor}
        onChange={(event) => choose(event.currentTarget.value || null)}
      />
    );
  return (
    <PersonPicker
      label={label}
      value={actor ?? null}
      onChange={(id) => {
        setFound(id);
        choose(id);
      }}
    />
  );
}

/** What narrows the audit log; all of it stands in the address. */
export function AuditFilters({ actorName }: { actorName: string | undefined }) {
  const { t } = useLingui();
  const [filters, set] = useFilters();
  return (
    <div className="audit-filters">
      <ActionFilter />
      <ActorFilter name={actorName} />
      <TextInput
        label={t`Số trong địa chỉ`}
        description={t`Của bài, người, đơn vị`}
        inputMode="numeric"
        autoComplete="off"
        value={filters['item'] ?? ''}
        onChange={(event) => set({ item: event.currentTarget.value || undefined }, { replace: true })}
      />
      <DayFilter name="from" label={t`Từ ngày`} />
      <DayFilter name="to" label={t`Đến ngày`} />
    </div>
  );
}
