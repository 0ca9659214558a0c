import { Trans, useLingui } from '@lingui/react/macro';
import { Checkbox } from '@mantine/core';

export type Purpose = 'mail-digest' | 'statistics';

/** A consent per purpose, none ticked beforehand. */
export function ConsentChoices({
  given,
  onChange,
}: {
  given: readonly Purpose[];
  onChange: (given: Purpose[]) => void;
}) {
  const { t } = useLingui();
  const purposes: [Purpose, string, string][] = [
    ['mail-digest', t`Nhận bản tin tuần qua thư`, t`Mỗi tuần một thư, thôi nhận bất cứ lúc nào.`],
    ['statistics', t`Tính hoạt động của tôi vào số liệu tổng hợp`, t`Không nêu tên.`],
  ];
  return (
    <fieldset className="fields">
      <legend className="vh">
        <Trans>Đồng ý theo từng mục đích</Trans>
      </legend>
      {purposes.map(([purpose, label, description]) => (
        <Checkbox
          key={purpose}
          label={label}
          description={description}
          checked={given.includes(purpose)}
          onChange={({ currentTarget }) =>
            onChange(currentTarget.checked ? [...given, purpose] : given.filter((other) => other !== purpose))
          }
        />
      ))}
    </fieldset>
  );
}
