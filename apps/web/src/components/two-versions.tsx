import { Trans } from '@lingui/react/macro';
import type { UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import type { ProblemError } from '../lib/api.js';
import { TwoTexts } from './two-texts.js';

/** What a form holds and what a 412 brings: a version, and values of the same fields. */
interface Theirs<V> {
  version: number;
  values: Partial<V>;
}

/**
 * The two versions of a form that somebody else saved meanwhile: `ifMatch` and `onProblem` go to the form, the rest to
 * `TwoVersions`. `read` makes the form's values of what the server sent; undefined where it sent none.
 */
export function useVersions<V>(opened: number, read: (current: object) => Partial<V> | undefined) {
  const [version, setVersion] = useState(opened);
  const [theirs, setTheirs] = useState<Theirs<V>>();
  const onProblem = ({ code, body: { current } }: ProblemError) => {
    if (code !== 'stale' || typeof current !== 'object' || current === null) return setTheirs(undefined);
    const found = 'version' in current && typeof current.version === 'number' ? current.version : undefined;
    const values = read(current);
    setTheirs(found === undefined || values === undefined ? undefined : { version: found, values });
  };
  const settle = () => {
    if (theirs) setVersion(theirs.version);
    setTheirs(undefined);
  };
  return { ifMatch: version, onProblem, theirs: theirs?.values, settle, saved: setVersion };
}

/** The texts of these names among what a server sent; undefined where one is missing. */
export function textsOf<K extends string>(current: object, names: readonly K[]): Record<K, string> | undefined {
  const sent = current as Partial<Record<K, unknown>>;
  const found = names.flatMap((name): [K, string][] => {
    const value = sent[name];
    return typeof value === 'string' ? [[name, value]] : [];
  });
  return found.length === names.length ? (Object.fromEntries(found) as Record<K, string>) : undefined;
}

/** A field by its label, and its value as it is read. */
export type Shown<V> = readonly [field: keyof V & string, label: string, words?: Readonly<Record<string, string>>];

interface TwoVersionsProps<V extends Record<string, unknown>> {
  versions: { theirs: Partial<V> | undefined; settle: () => void };
  form: UseFormReturnType<V>;
  send: { reset: () => void };
  fields: readonly Shown<V>[];
}

/** Both versions beside each other, only where they differ; the chosen one stands in the form, to be saved. */
export function TwoVersions<V extends Record<string, unknown>>({ versions, form, send, fields }: TwoVersionsProps<V>) {
  const { theirs, settle } = versions;
  if (!theirs) return null;
  const differ = fields.filter(([field]) => field in theirs && theirs[field] !== form.values[field]);
  const text = (values: Partial<V>) =>
    differ
      .map(([field, label, words]) => `${label}: ${words?.[String(values[field])] ?? String(values[field])}`)
      .join('\n');
  const choose = (values: Partial<V>) => {
    form.setValues(values);
    settle();
    send.reset();
  };
  return (
    <TwoTexts
      why={<Trans>Nội dung đã được sửa ở nơi khác. Chọn nội dung giữ lại, rồi lưu.</Trans>}
      mine={{ text: text(form.values) }}
      theirs={{ text: text(theirs) }}
      keepMine={() => choose(form.values)}
      takeTheirs={() => choose(theirs)}
    />
  );
}
