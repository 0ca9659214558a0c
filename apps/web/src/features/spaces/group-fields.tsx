import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import { ChoiceField } from '../../components/choice-field.js';
import type { Shown } from '../../components/two-versions.js';

export interface SpaceValues extends Record<string, unknown> {
  kind: string;
  name: string;
  nameEn: string;
  purpose: string;
  purposeEn: string;
  description: string;
  descriptionEn: string;
  listed: string;
  joining: string;
}

/** What stands in the form as the contract takes it. */
export function spaceInput(values: SpaceValues) {
  const { kind: _, listed, joining, ...texts } = values;
  return { ...texts, listed: listed === 'listed', takesRequests: listed === 'listed' && joining === 'asked' };
}

/** What may be chosen of a group, in words. */
function useChoices() {
  const { t } = useLingui();
  return {
    listed: {
      listed: t`Ai cũng biết có nhóm: thành viên mạng lưới thấy tên, mục đích, số người và điều hành viên`,
      unlisted: t`Chỉ thành viên biết: với người khác, nhóm như không có`,
    },
    joining: { asked: t`Ai cũng được đề nghị; điều hành viên quyết định`, invited: t`Chỉ nhận người được mời` },
  };
}

/** The fields by their labels, to show two versions of them. */
export function useSpaceFields(): Shown<SpaceValues>[] {
  const { t } = useLingui();
  const { listed, joining } = useChoices();
  return [
    ['name', t`Tên`],
    ['purpose', t`Mục đích`],
    ['description', t`Giới thiệu cho người trong nhóm`],
    ['listed', t`Ai biết có nhóm này`, listed],
    ['joining', t`Vào nhóm bằng cách nào`, joining],
    ['nameEn', t`Tên tiếng Anh`],
    ['purposeEn', t`Mục đích bằng tiếng Anh`],
    ['descriptionEn', t`Giới thiệu bằng tiếng Anh`],
  ];
}

/** What a space is called and says of itself, in both languages; of a group also who may know of it and join. */
export function GroupFields({ form }: { form: UseFormReturnType<SpaceValues> }) {
  const { t } = useLingui();
  const { nameEn, purposeEn, descriptionEn } = form.values;
  const [english, setEnglish] = useState(`${nameEn}${purposeEn}${descriptionEn}` !== '');
  const optional = t`Có thể để trống.`;
  const { listed, joining } = useChoices();
  return (
    <>
      <TextInput label={t`Tên`} autoComplete="off" data-autofocus {...form.getInputProps('name')} />
      <TextInput
        label={t`Mục đích`}
        description={t`Một câu, đứng cạnh tên trong danh sách.`}
        autoComplete="off"
        {...form.getInputProps('purpose')}
      />
      <Textarea
        label={t`Giới thiệu cho người trong nhóm`}
        description={optional}
        autosize={false}
        rows={3}
        {...form.getInputProps('description')}
      />
      {form.values.kind === 'group' && (
        <ChoiceField label={t`Ai biết có nhóm này`} choices={listed} {...form.getInputProps('listed')} />
      )}
      {form.values.kind === 'group' && form.values.listed === 'listed' && (
        <ChoiceField label={t`Vào nhóm bằng cách nào`} choices={joining} {...form.getInputProps('joining')} />
      )}
      {english ? (
        <>
          <TextInput
            label={t`Tên tiếng Anh`}
            description={optional}
            autoComplete="off"
            {...form.getInputProps('nameEn')}
          />
          <TextInput
            label={t`Mục đích bằng tiếng Anh`}
            description={optional}
            autoComplete="off"
            {...form.getInputProps('purposeEn')}
          />
          <Textarea
            label={t`Giới thiệu bằng tiếng Anh`}
            description={optional}
            autosize={false}
            rows={3}
            {...form.getInputProps('descriptionEn')}
          />
        </>
      ) : (
        <Button variant="subtle" onClick={() => setEnglish(true)}>
          <Trans>Thêm tiếng Anh</Trans>
        </Button>
      )}
    </>
  );
}
