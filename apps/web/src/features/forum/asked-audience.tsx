import type { UseFormReturnType } from '@mantine/form';
import { useEffect, useRef } from 'react';
import type { Asked } from './asked.js';
import { AudienceChoice } from './audience-choice.js';
import { Issued } from './files/issued.js';
import { isPicture } from './files/kinds.js';
import type { useFiles } from './files/use-files.js';
import type { useAudiences } from './use-audiences.js';

interface AskedAudienceProps {
  form: UseFormReturnType<Asked>;
  files: ReturnType<typeof useFiles>;
  audiences: ReturnType<typeof useAudiences>;
  /** The draft has been brought back. */
  ready: boolean;
}

/** Who may see what is asked. A document is for state bodies until somebody says otherwise, and has been issued or not. */
export function AskedAudience({ form, files, audiences: { places, spaceId }, ready }: AskedAudienceProps) {
  const documents = files.attached.filter((file) => !isPicture(file)).length;
  const place = places.find(({ id }) => String(id) === spaceId);
  const wide = place?.kind === 'public' || place?.kind === 'members';
  const state = places.find(({ kind }) => kind === 'state');
  // One that came with the draft has been decided on.
  const counted = useRef<number>(undefined);
  useEffect(() => {
    if (!ready) return;
    const first = counted.current === 0 && documents > 0;
    counted.current = files.attached.length === form.values.files.length ? documents : counted.current;
    if (first && wide && state && form.values.issued === '') form.setFieldValue('spaceId', String(state.id));
  }, [documents, ready, files.attached.length, form, state, wide]);
  return (
    <>
      {documents > 0 && (
        <Issued value={form.values.issued} wide={wide} onChange={(issued) => form.setFieldValue('issued', issued)} />
      )}
      <AudienceChoice
        places={places}
        value={spaceId}
        onChange={(id) => form.setFieldValue('spaceId', id)}
        error={form.errors['spaceId']}
      />
    </>
  );
}
