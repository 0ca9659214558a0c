import type { Answer } from '@hat-nhan/contracts';
import { Plural, Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { later } from '../../components/later.js';
import { useNow } from '../../components/time.js';
import { StateWord } from '../../ui/state-word.js';

const StillTrueDialog = later(async () => (await import('./still-true-dialog.js')).StillTrueDialog);

const MONTH_MS = 30.4375 * 86_400_000;
/** Months from which on an answer says how old it is. */
const OLD_MONTHS = 6;
/** Organisations whose "không" puts an answer on the list of its topic. */
const DOUBTED_BY = 2;

function Age({ months }: { months: number }) {
  const years = Math.floor(months / 12);
  if (years === 0)
    return (
      <span>
        <Plural value={months} other="Viết cách đây # tháng" />
      </span>
    );
  return (
    <span>
      <Plural value={years} other="Viết cách đây # năm" />
    </span>
  );
}

/** Under an answer: how old it is, what readers say of it, and the question to whoever reads: "Còn đúng không?". */
export function StillTrue({ answer }: { answer: Answer }) {
  const [asking, setAsking] = useState(false);
  const now = useNow();
  const { stillTrue, can, createdAt } = answer;
  const { yes, no, mine } = stillTrue;
  const months = Math.floor((now - Date.parse(createdAt)) / MONTH_MS);
  const old = months >= OLD_MONTHS;
  if (answer.deleted || (!old && yes + no === 0 && !can.stillTrue)) return null;
  return (
    <div className="meta still-true">
      {old && <Age months={months} />}
      {no > 0 && (
        <StateWord tone={no >= DOUBTED_BY ? 'due' : 'off'} icon="half">
          <Plural value={no} other="# đơn vị: không còn đúng" />
        </StateWord>
      )}
      {yes > 0 && (
        <span>
          <Plural value={yes} other="# đơn vị: còn đúng" />
        </span>
      )}
      {can.stillTrue && (
        <Button size="xs" variant="subtle" onClick={() => setAsking(true)}>
          {mine === null ? (
            <Trans>Còn đúng không?</Trans>
          ) : mine ? (
            <Trans>Đã báo còn đúng</Trans>
          ) : (
            <Trans>Đã báo không còn đúng</Trans>
          )}
        </Button>
      )}
      {asking && <StillTrueDialog answer={answer} close={() => setAsking(false)} />}
    </div>
  );
}
