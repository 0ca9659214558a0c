import type { moving as contract, Result } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Radio } from '@mantine/core';
import { flushSync } from 'react-dom';
import { DayField } from '../../components/day-field.js';
import { useNameOf } from '../../components/organisation-link.js';
import { PlaceFields } from '../../components/place-fields.js';
import { useTitleIn } from '../../components/title-in.js';
import { paths } from '../../lib/address.js';
import { showFirstWrong } from '../../lib/first-wrong.js';
import { useMe } from '../../lib/session.js';
import { ButtonLink } from '../../ui/button-link.js';
import { Section } from '../../ui/section.js';
import type { MovingForm } from './moving.page.js';
import { TitleField } from './title-field.js';

interface MovingStepProps {
  position: NonNullable<Result<typeof contract.read>['position']>;
  moves: MovingForm;
  goOn: () => void;
}

/** First: until when, and what comes next. */
export function MovingStep({ position, moves: { form, check }, goOn }: MovingStepProps) {
  const titleIn = useTitleIn();
  const { t } = useLingui();
  const nameOf = useNameOf();
  const { person } = useMe();
  const { next } = form.values;
  const needed = t`Cần điền mục này.`;
  const proceed = async (step: HTMLElement) => {
    const wanted = await check(form.values);
    if (!wanted) return showFirstWrong(step);
    if (wanted.next !== 'in_office') return goOn();
    const missing = {
      ...((wanted.title ?? '').length < 2 && { title: needed }),
      ...(wanted.organisationId === null && { organisationId: needed }),
    };
    flushSync(() => form.setErrors(missing));
    if (Object.keys(missing).length === 0) goOn();
    else showFirstWrong(step);
  };
  return (
    <Section title={<Trans>Bước 1: chức vụ mới</Trans>} hint={<Trans>chưa ghi gì cho tới khi xác nhận</Trans>}>
      <form
        className="fields"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void proceed(event.currentTarget);
        }}
      >
        <p>
          <Trans>Chức vụ hiện tại</Trans>:{' '}
          <b>{[titleIn(position.title), position.unit, nameOf(position.organisation)].filter(Boolean).join(', ')}</b>
        </p>
        <Radio.Group label={t`Việc tiếp theo`} {...form.getInputProps('next')}>
          <div className="position-kinds">
            <Radio value="in_office" label={t`Giữ chức vụ khác, đơn vị khác`} />
            <Radio value="retired" label={t`Đã nghỉ hưu`} />
            <Radio value="none" label={t`Chưa có chức vụ mới`} />
          </div>
        </Radio.Group>
        <DayField label={t`Ngày cuối giữ chức vụ hiện tại`} {...form.getInputProps('to')} />
        {next === 'in_office' && (
          <>
            <TitleField {...form.getInputProps('title')} />
            <PlaceFields
              form={form}
              current
              {...(position.enterprise && {
                description: t`Vào cơ quan nhà nước từ doanh nghiệp: nhờ điều phối viên hoặc đầu mối của nơi đến ghi.`,
              })}
            />
            <p className="small soft">
              <Trans>Chức vụ mới bắt đầu vào ngày liền sau ngày cuối.</Trans>
            </p>
          </>
        )}
        <div className="btns">
          <Button type="submit" variant="filled">
            <Trans>Tiếp tục</Trans>
          </Button>
          {person && (
            <ButtonLink variant="subtle" to={paths.person(person.id, person.name)}>
              <Trans>Bỏ qua</Trans>
            </ButtonLink>
          )}
        </div>
      </form>
    </Section>
  );
}
