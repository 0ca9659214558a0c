import type { Me } from '@hat-nhan/contracts';
import { useLingui } from '@lingui/react/macro';
import { Checkbox, Radio } from '@mantine/core';
import { useDisplay, type Display } from '../../lib/display.js';

interface ChoiceProps<V extends string> {
  label: string;
  value: V;
  options: readonly (readonly [V, string])[];
  onChange: (value: V) => void;
}

function Choice<V extends string>({ label, value, options, onChange }: ChoiceProps<V>) {
  return (
    <Radio.Group label={label} value={value} onChange={(chosen) => onChange(chosen as V)}>
      <div className="picks inline">
        {options.map(([option, word]) => (
          <Radio key={option} value={option} label={word} />
        ))}
      </div>
    </Radio.Group>
  );
}

/** Language, theme, text size, contrast: shown at once, kept in the account. */
export function DisplayChoices({ person }: { person: Me['person'] }) {
  const { t } = useLingui();
  const [shown, set] = useDisplay(person);
  const change = (some: Partial<Display>) => void set(some);
  return (
    <div className="fields">
      <Choice
        label={t`Ngôn ngữ`}
        value={shown.locale}
        options={[
          ['vi', 'Tiếng Việt'],
          ['en', 'English'],
        ]}
        onChange={(locale) => change({ locale })}
      />
      <Choice
        label={t`Nền`}
        value={shown.theme}
        options={[
          ['light', t`Sáng`],
          ['dark', t`Tối`],
          ['system', t`Theo máy`],
        ]}
        onChange={(theme) => change({ theme })}
      />
      <Choice
        label={t`Cỡ chữ`}
        value={shown.textSize}
        options={[
          ['small', t`Nhỏ`],
          ['normal', t`Thường`],
          ['large', t`Lớn`],
          ['largest', t`Rất lớn`],
        ]}
        onChange={(textSize) => change({ textSize })}
      />
      <Checkbox
        label={t`Tương phản cao`}
        checked={shown.contrast === 'high'}
        onChange={({ currentTarget }) => change({ contrast: currentTarget.checked ? 'high' : 'normal' })}
      />
    </div>
  );
}
