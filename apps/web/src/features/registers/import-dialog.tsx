import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Textarea } from '@mantine/core';
import { useRef } from 'react';
import { DialogForm } from '../../components/dialog-form.js';
import { useContractForm } from '../../lib/contract-form.js';
import { calendar } from '../../lib/routes.js';
import { notify } from '../../ui/notify.js';

const EXAMPLE = `day,kind,name,name_en,source
2026-08-31,off,Nghỉ hoán đổi,,…
2026-08-22,work,Làm bù,,…`;

/** The days of a CSV file, all or none: chosen as a file, or pasted. */
export function ImportDialog({ close }: { close: () => void }) {
  const { t } = useLingui();
  const chosen = useRef<HTMLInputElement>(null);
  const { form, submit, send } = useContractForm(calendar.importDays, {
    initialValues: { text: '' },
    input: (values) => values,
    invalidates: [calendar.year],
    onDone: ({ added, changed }) => {
      close();
      void notify({ message: <Plural value={added + changed} other="Đã nhập # ngày." /> });
    },
  });
  return (
    <DialogForm
      title={t`Nhập từ tệp CSV`}
      close={close}
      submit={submit}
      send={send}
      act={<Trans>Nhập</Trans>}
      disabled={form.values.text === ''}
    >
      <div>
        <input
          ref={chosen}
          type="file"
          accept=".csv,text/csv"
          aria-label={t`Tệp CSV (UTF-8)`}
          hidden
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            void file?.text().then((text) => form.setFieldValue('text', text));
          }}
        />
        <Button onClick={() => chosen.current?.click()}>
          <Trans>Chọn tệp CSV (UTF-8)</Trans>
        </Button>
      </div>
      <Textarea
        label={t`Nội dung`}
        description={t`Cột: day, kind (off hoặc work), name, name_en, source. Có thể dán vào đây.`}
        placeholder={EXAMPLE}
        autosize
        minRows={6}
        maxRows={14}
        {...form.getInputProps('text')}
      />
    </DialogForm>
  );
}
