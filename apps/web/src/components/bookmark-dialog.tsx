import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useFormat } from '../lib/format.js';
import { useSend } from '../lib/query.js';
import { returning, threads } from '../lib/routes.js';
import { notify } from '../ui/notify.js';
import { DialogForm } from './dialog-form.js';
import { dayOf } from './typed-day.js';

type Remind = 'never' | 'hour' | 'monday' | 'day';
const CHANGED = [threads.read, returning.bookmarks] as const;

interface BookmarkDialogProps {
  postId: number;
  saved: boolean;
  close: () => void;
}

/** When to be reminded of what is saved, in the time of Việt Nam. */
export function BookmarkDialog({ postId, saved, close }: BookmarkDialogProps) {
  const { t } = useLingui();
  const format = useFormat();
  const [remind, setRemind] = useState<Remind>('never');
  const [day, setDay] = useState('');
  const save = useSend(returning.save, {
    invalidates: CHANGED,
    onDone: ({ remindAt }) => {
      const when = remindAt ? format.moment(remindAt) : '';
      void notify({ message: when ? t`Đã lưu, nhắc lúc ${when}.` : t`Đã lưu.` });
      close();
    },
  });
  const remove = useSend(returning.remove, { invalidates: CHANGED, onDone: close });
  const typed = dayOf(day);
  return (
    <DialogForm
      title={t`Lưu lại để xem sau`}
      close={close}
      submit={(event) => {
        event.preventDefault();
        save.mutate({ id: postId, remind, ...(remind === 'day' && typed && { day: typed }) });
      }}
      send={{ error: save.error ?? remove.error, isPending: save.isPending }}
      act={<Trans>Lưu</Trans>}
      other={
        saved && (
          <Button variant="subtle" loading={remove.isPending} onClick={() => remove.mutate({ id: postId })}>
            <Trans>Bỏ khỏi mục đã lưu</Trans>
          </Button>
        )
      }
    >
      <Radio.Group label={t`Nhắc lại`} value={remind} onChange={(value) => setRemind(value as Remind)}>
        <div className="stack">
          <Radio value="never" label={t`Không nhắc`} />
          <Radio value="hour" label={t`Sau một giờ`} />
          <Radio value="monday" label={t`Sáng thứ Hai 08:00`} />
          <Radio value="day" label={t`Vào một ngày, 08:00`} />
        </div>
      </Radio.Group>
      {remind === 'day' && (
        <TextInput
          label={t`Ngày`}
          description={t`Ví dụ 05/01/2027`}
          value={day}
          error={save.error?.fields[0]?.message}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
      )}
    </DialogForm>
  );
}
