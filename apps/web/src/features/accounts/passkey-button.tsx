import type { Call, factors as contract, Me, Result } from '@hat-nhan/contracts';
import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { ProblemLine } from '../../components/problem-view.js';
import { useSend } from '../../lib/query.js';
import { factors, type PageRoute } from '../../lib/routes.js';
import { passkeysWork, signWithPasskey } from './passkey.js';
import { TurnedAway } from './turned-away.js';

type Begin = typeof contract.beginStepUp | typeof contract.beginPasskeySignIn;

interface PasskeyButtonProps {
  /** Sign-in, or proving oneself again. */
  to: 'sign-in' | 'step-up';
  onDone: (me: Me) => void;
  filled?: boolean;
}

/** One press: the device asks its owner, signs, and the server answers who is there. */
export function PasskeyButton({ to, onDone, filled = false }: PasskeyButtonProps) {
  const [refused, setRefused] = useState(false);
  const [busy, setBusy] = useState(false);
  const begin = useSend((to === 'sign-in' ? factors.beginPasskeySignIn : factors.beginStepUp) as PageRoute<Begin>);
  const signIn = useSend(factors.passkeySignIn);
  const stepUp = useSend(factors.stepUpByPasskey);
  if (!passkeysWork()) return null;
  const send = (signed: Call<typeof contract.stepUpByPasskey>): Promise<Me> =>
    to === 'sign-in' ? signIn.mutateAsync({ ...signed, trustDevice: false }) : stepUp.mutateAsync(signed);
  const press = async () => {
    setRefused(false);
    setBusy(true);
    const options: Result<Begin> | undefined = await begin.mutateAsync({}).catch(() => undefined);
    const signed = options && (await signWithPasskey(options).catch(() => setRefused(true)));
    const me = signed && (await send(signed).catch(() => undefined));
    setBusy(false);
    if (me) onDone(me);
  };
  const error = begin.error ?? signIn.error ?? stepUp.error;
  return (
    <>
      {refused && <TurnedAway />}
      {error && <ProblemLine error={error} />}
      <div className="btns">
        <Button variant={filled ? 'filled' : 'default'} onClick={() => void press()} loading={busy}>
          {to === 'sign-in' ? <Trans>Đăng nhập bằng passkey</Trans> : <Trans>Xác nhận bằng passkey</Trans>}
        </Button>
      </div>
    </>
  );
}
