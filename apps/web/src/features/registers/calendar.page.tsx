import type { calendar as contract, Result } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { later } from '../../components/later.js';
import { Page } from '../../components/page.js';
import { NotFound, Waiting } from '../../components/problem-view.js';
import { useFilters } from '../../lib/address.js';
import { useFormat } from '../../lib/format.js';
import { query } from '../../lib/query.js';
import { calendar } from '../../lib/routes.js';
import { useCan } from '../../lib/session.js';
import { Row, Rows } from '../../ui/rows.js';
import { Section } from '../../ui/section.js';
import { StateWord } from '../../ui/state-word.js';

export type CalendarDay = Result<typeof contract.year>['days'][number];
type Opened = { what: 'day'; day: CalendarDay | null } | { what: 'file' } | null;

const DayDialog = later(async () => (await import('./day-dialog.js')).DayDialog);
const ImportDialog = later(async () => (await import('./import-dialog.js')).ImportDialog);

function DayRow({ day, change }: { day: CalendarDay; change: () => void }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const date = format.weekday(`${day.day}T00:00:00+07:00`);
  return (
    <Row
      act={
        <>
          {day.kind === 'work' ? (
            <StateWord tone="due" icon="open">
              <Trans>Làm bù</Trans>
            </StateWord>
          ) : (
            <StateWord tone="on" icon="checkRing">
              {day.basis === 'substitute' ? <Trans>Nghỉ bù</Trans> : <Trans>Nghỉ</Trans>}
            </StateWord>
          )}
          <Button size="xs" variant="subtle" onClick={change}>
            {day.basis === 'entered' ? <Trans>Sửa</Trans> : <Trans>Đổi</Trans>}
            <span className="vh">: {date}</span>
          </Button>
        </>
      }
    >
      <span className="ttl">{date}</span>
      <div className="meta">
        <span>{(i18n.locale === 'en' && day.nameEn) || day.name}</span>
        <span>
          {day.basis === 'law' && <Trans>Bộ luật Lao động, Điều 112</Trans>}
          {day.basis === 'substitute' && <Trans>Bộ luật Lao động, Điều 111</Trans>}
          {day.basis === 'entered' && day.source}
        </span>
      </div>
    </Row>
  );
}

/** Days off and days worked of a year (/quan-tri/ngay-nghi): the law's computed, the rest entered with its source. */
export function CalendarPage() {
  const { t } = useLingui();
  const [filters, set] = useFilters();
  const [opened, setOpened] = useState<Opened>(null);
  const now = new Date().getFullYear();
  const year = /^20\d\d$/.test(filters.year ?? '') ? Number(filters.year) : now;
  const answer = useQuery({ ...query(calendar.year, { year }), placeholderData: keepPreviousData });
  if (!useCan('administer')) return <NotFound />;
  if (!answer.data) return <Waiting on={answer} lines={12} />;
  const close = () => setOpened(null);
  const go = (to: number) => set({ year: to === now ? undefined : String(to) });
  return (
    <Page
      title={t`Ngày nghỉ và ngày làm bù`}
      lede={
        <Trans>
          Thời hạn tính bằng ngày làm việc dựa vào các ngày này. Ngày theo luật được tính sẵn; ngày hoán đổi, ngày nghỉ
          thêm và ngày làm bù nhập vào kèm nguồn.
        </Trans>
      }
    >
      <div className="btns">
        <Button variant="filled" onClick={() => setOpened({ what: 'day', day: null })}>
          <Trans>Thêm ngày</Trans>
        </Button>
        <Button onClick={() => setOpened({ what: 'file' })}>
          <Trans>Nhập từ tệp CSV</Trans>
        </Button>
      </div>
      <Section
        title={<Trans>Năm {year}</Trans>}
        aside={
          <span className="btns">
            <Button size="xs" variant="subtle" disabled={year <= 2000} onClick={() => go(year - 1)}>
              <Trans>Năm trước</Trans>
            </Button>
            <Button size="xs" variant="subtle" disabled={year >= 2099} onClick={() => go(year + 1)}>
              <Trans>Năm sau</Trans>
            </Button>
          </span>
        }
      >
        <p className="note">
          <Trans>
            Năm ngày nghỉ Tết Nguyên đán và ngày liền kề Quốc khánh là dự kiến. Khi có thông báo khác, đổi từng ngày
            theo thông báo.
          </Trans>
        </p>
        <Rows label={t`Các ngày của năm ${year}`}>
          {answer.data.days.map((day) => (
            <DayRow key={day.day} day={day} change={() => setOpened({ what: 'day', day })} />
          ))}
        </Rows>
      </Section>
      {opened?.what === 'day' && <DayDialog day={opened.day} close={close} />}
      {opened?.what === 'file' && <ImportDialog close={close} />}
    </Page>
  );
}
