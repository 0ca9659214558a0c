import { Radio } from '@mantine/core';
import type { ComponentProps } from 'react';
import './lists.css';

interface ChoiceFieldProps extends Omit<ComponentProps<typeof Radio.Group>, 'children'> {
  /** Value → its words, in the order shown. */
  choices: Record<string, string>;
}

/** One of a few, each in words. */
export const ChoiceField = ({ choices, ...props }: ChoiceFieldProps) => (
  <Radio.Group {...props}>
    <div className="choices">
      {Object.entries(choices).map(([value, word]) => (
        <Radio key={value} value={value} label={word} />
      ))}
    </div>
  </Radio.Group>
);
