import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import type { ProblemError } from '../lib/api.js';
import { Dialog } from './dialog.js';
import { FormProblem } from './problem-view.js';

interface DialogFormProps {
  title: string;
  close: () => void;
  submit: (event: FormEvent<HTMLFormElement>) => void;
  send: { error: ProblemError | null; isPending: boolean };
  /** What the button does. */
  act: ReactNode;
  /** Takes something away from somebody. */
  grave?: boolean;
  /** Nothing to send yet. */
  disabled?: boolean;
  /** Both versions, where somebody else saved meanwhile: one is chosen before anything is sent. */
  meanwhile?: ReactNode;
  /** A second thing that can be done here. */
  other?: ReactNode;
  children?: ReactNode;
}

/** A form over the page: its fields, what went wrong, the one thing that it does, and the way out. */
export const DialogForm = ({
  title,
  close,
  submit,
  send,
  act,
  grave,
  disabled,
  meanwhile,
  other,
  children,
}: DialogFormProps) => (
  <Dialog title={title} close={close}>
    <form className="dialog" onSubmit={submit} noValidate>
      {children}
      {meanwhile || <FormProblem error={send.error} />}
      <div className="btns">
        <Button
          type="submit"
          disabled={disabled || Boolean(meanwhile)}
          loading={send.isPending}
          {...(grave ? { variant: 'outline', color: 'clay' } : { variant: 'filled' })}
        >
          {act}
        </Button>
        {other}
        <Button variant="subtle" onClick={close}>
          <Trans>Bỏ qua</Trans>
        </Button>
      </div>
    </form>
  </Dialog>
);
