import { Trans, useLingui } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';

interface DecideProps {
  /** Whom it is about, for screen readers. */
  name: string;
  /** Whether confirming too asks how. */
  reasoned: boolean;
  busy: boolean;
  onConfirm: (reason: string) => void;
  onDecline: (reason: string) => void;
}

/** Confirm, or decline with a reason. */
export function Decide({ name, reasoned, busy, onConfirm, onDecline }: DecideProps) {
  const { t } = useLingui();
  const [reason, setReason] = useState('');
  const [asking, setAsking] = useState(reasoned);
  return (
    <div className="stack">
      {asking && (
        <TextInput
          label={reasoned ? t`Đã xác nhận bằng cách nào, hoặc lý do từ chối` : t`Lý do`}
          autoComplete="off"
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      <div className="btns">
        <Button
          size="xs"
          aria-label={t`Xác nhận ${name}`}
          disabled={reasoned && reason.trim().length < 10}
          loading={busy}
          onClick={() => onConfirm(reason.trim())}
        >
          <Trans>Xác nhận</Trans>
        </Button>
        <Button
          size="xs"
          color="clay"
          variant="outline"
          aria-label={t`Không xác nhận ${name}`}
          disabled={asking && reason.trim().length < 3}
          onClick={() => (asking ? onDecline(reason.trim()) : setAsking(true))}
        >
          <Trans>Không xác nhận</Trans>
        </Button>
      </div>
    </div>
  );
}
