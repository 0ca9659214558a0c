import { Trans, useLingui } from '@lingui/react/macro';
import { Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { Asked } from './asked.js';

type Context = { context: Asked['context'] };

/** "Thêm thông tin để được trả lời nhanh hơn": all optional, open where something stands in it. */
export function ContextFields<V extends Context>({ form }: { form: UseFormReturnType<V> }) {
  const { t } = useLingui();
  const { context } = form.values;
  const given = Object.values(context).some((value) => value !== '');
  const wrong = Object.keys(form.errors).some((field) => field.startsWith('context'));
  return (
    <details className="more-facts" open={given || wrong || undefined}>
      <summary>
        <Trans>Thêm thông tin để được trả lời nhanh hơn</Trans>
      </summary>
      <div className="ask-fields">
        <TextInput
          label={t`Hệ thống`}
          description={t`Hệ thống hoặc nền tảng đang nói tới, quy mô.`}
          {...form.getInputProps('context.system')}
        />
        <TextInput
          label={t`Căn cứ đang dùng`}
          description={t`Số, ký hiệu văn bản, ví dụ 73/2019/NĐ-CP.`}
          {...form.getInputProps('context.legalBasis')}
        />
        <Textarea label={t`Đã thử`} rows={3} {...form.getInputProps('context.tried')} />
        <TextInput
          className="short"
          label={t`Cần trước`}
          description={t`Ngày/tháng/năm, ví dụ 30/11/2026.`}
          inputMode="numeric"
          placeholder={t`dd/mm/yyyy`}
          {...form.getInputProps('context.needBy')}
        />
      </div>
    </details>
  );
}
