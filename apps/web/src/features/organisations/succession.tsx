import type { organisations as contract, Result } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { OrganisationLink, useNameOf } from '../../components/organisation-link.js';
import { ProblemLine } from '../../components/problem-view.js';
import { useFormat } from '../../lib/format.js';
import { useSend } from '../../lib/query.js';
import { organisations, registry } from '../../lib/routes.js';
import { Icon } from '../../ui/icons.js';
import { Section } from '../../ui/section.js';
import { Unverified } from './organisation-facts.js';
import { useIsFormer } from './organisation-state.js';

type Organisation = Result<typeof contract.read>;
type Step = Organisation['before'][number];

/** Steps of the same distance stand together. */
function byDistance(steps: readonly Step[]): Step[][] {
  const groups = new Map<number, Step[]>();
  for (const step of steps) groups.set(step.distance, [...(groups.get(step.distance) ?? []), step]);
  return [...groups].toSorted(([left], [right]) => left - right).map(([, group]) => group);
}

/** The registry dates a succession by the last day of what was before. */
const dayAfter = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** "an toàn thông tin mạng (network information security)": the registry writes a part in both languages. */
function scopeIn(scope: string, locale: string): string {
  const at = scope.lastIndexOf(' (');
  if (at < 0 || !scope.endsWith(')')) return scope;
  return locale === 'en' ? scope.slice(at + 2, -1) : scope.slice(0, at);
}

/** Takes back a step that was recorded by mistake. */
function TakeBack({ from, step }: { from: Organisation; step: Step }) {
  const { t } = useLingui();
  const { name } = step;
  const send = useSend(registry.removeSuccession, {
    ifMatch: from.version,
    invalidates: [organisations.read],
  });
  return (
    <>
      <Button
        size="xs"
        variant="subtle"
        aria-label={t`Bỏ ghi kế thừa: ${name}`}
        loading={send.isPending}
        onClick={() => send.mutate({ id: from.id, toId: step.id })}
      >
        <Trans>Bỏ ghi</Trans>
      </Button>
      <ProblemLine error={send.error} />
    </>
  );
}

interface StepCellProps {
  step: Step;
  way: 'before' | 'after';
  first: boolean;
  /** The organisation shown, to who may take back what was recorded of it. */
  takeBack: Organisation | undefined;
}

/** One organisation before or after: what went over, and when. */
function StepCell({ step, way, first, takeBack }: StepCellProps) {
  const format = useFormat();
  const { i18n } = useLingui();
  const last = step.date && format.date(step.date);
  const begins = step.date && dayAfter(step.date);
  const from = begins && format.date(begins);
  const coming = begins !== null && begins > new Date().toISOString().slice(0, 10);
  return (
    <div className="succession-cell">
      {first && <span className="note">{way === 'before' ? <Trans>Tiền thân</Trans> : <Trans>Kế thừa</Trans>}</span>}
      <OrganisationLink organisation={step} />
      {step.date && (
        <span className="soft">
          {way === 'before' ? <Trans>đến {last}</Trans> : <Trans>từ {from}</Trans>}
          {coming && ', '}
          {coming && <Trans>sắp tới</Trans>}
        </span>
      )}
      {step.scope !== 'main' && (
        <span className="soft">
          <Trans>phần {scopeIn(step.scope, i18n.locale)}</Trans>
        </span>
      )}
      {step.basis && <span className="soft">{step.basis}</span>}
      {!step.verified && <Unverified />}
      {takeBack && step.added && <TakeBack from={takeBack} step={step} />}
    </div>
  );
}

function Now({ organisation }: { organisation: Organisation }) {
  const nameOf = useNameOf();
  const format = useFormat();
  const former = useIsFormer()(organisation.validTo);
  const from = organisation.validFrom && format.date(organisation.validFrom);
  const to = organisation.validTo && format.date(organisation.validTo);
  return (
    <div className="succession-cell succession-now" aria-current="true">
      <span className="note">{former ? <Trans>Đang xem, không còn</Trans> : <Trans>Đang xem</Trans>}</span>
      <b>{nameOf(organisation)}</b>
      <span className="soft">
        {from && <Trans>từ {from}</Trans>} {to && <Trans>đến {to}</Trans>}
      </span>
    </div>
  );
}

/** Before, now and after, in the order of time; a chain of any length. Beyond three places it runs downwards. */
export function Succession({ organisation }: { organisation: Organisation }) {
  const before = byDistance(organisation.before).toReversed();
  const after = byDistance(organisation.after);
  const cells = (group: Step[], way: 'before' | 'after') =>
    group.map((step, at) => (
      <StepCell
        key={`${step.id}-${step.scope}`}
        step={step}
        way={way}
        first={at === 0}
        takeBack={way === 'after' && organisation.can.addSuccession ? organisation : undefined}
      />
    ));
  const places: ReactNode[] = [
    ...before.map((group) => cells(group, 'before')),
    <Now key="now" organisation={organisation} />,
    ...after.map((group) => cells(group, 'after')),
  ];
  return (
    <Section
      title={<Trans>Đơn vị trước và nay</Trans>}
      hint={<Trans>tên cũ vẫn tìm được; bài cũ giữ tên khi viết</Trans>}
    >
      <ol className={places.length > 3 ? 'succession succession-down' : 'succession'}>
        {places.map((place, at) => (
          <li key={at}>
            {at > 0 && <Icon name="right" />}
            <div>{place}</div>
          </li>
        ))}
      </ol>
    </Section>
  );
}
