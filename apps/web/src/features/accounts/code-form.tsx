import type { Me } from '@hat-nhan/contracts';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import { useEffect, useState, type FormEvent } from 'react';
import { ProblemLine } from '../../components/problem-view.js';
import { useSend } from '../../lib/query.js';
import { sessions } from '../../lib/routes.js';
import { Banner } from '../../ui/banner.js';
import { TrustDevice } from './trust-device.js';

const TRIES = 5;
const WAIT_SECONDS = 60;

/** Seconds until another code may be asked for; `restart` begins anew. */
function useCountdown(seconds: number) {
  const [end, setEnd] = useState(() => Date.now() + seconds * 1000);
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const tick = () => setLeft(Math.max(0, Math.ceil((end - Date.now()) / 1000)));
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [end]);
  return [left, () => setEnd(Date.now() + seconds * 1000)] as const;
}

interface Sent {
  email: string;
  minutes: number;
}
interface CodeFormProps {
  sent: Sent;
  onDone: (me: Me) => void;
  onAgain: (sent: Sent) => void;
  /** Left out where only this address will do. */
  onOther?: () => void;
}

/** The six digits, how many tries are left, and another code after a minute. */
export function CodeForm({ sent: { email, minutes }, onDone, onAgain, onOther }: CodeFormProps) {
  const { t } = useLingui();
  const [code, setCode] = useState('');
  const [trustDevice, setTrust] = useState(false);
  const [wrong, setWrong] = useState(0);
  const [wait, restart] = useCountdown(WAIT_SECONDS);
  const confirm = useSend(sessions.confirmCode, {
    onDone,
    onProblem: ({ code: problem }) => {
      if (problem === 'wrong-code') setWrong((count) => count + 1);
      setCode('');
    },
  });
  const again = useSend(sessions.requestCode, {
    onDone: (answer) => {
      onAgain({ email, minutes: answer.minutes });
      setWrong(0);
      confirm.reset();
      restart();
    },
  });
  const left = TRIES - wrong;
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (/^\d{6}$/.test(code) && left > 0) confirm.mutate({ email, code, trustDevice });
  };
  const type = (text: string) => setCode(text.replace(/\D/g, '').slice(0, 6));
  const error =
    confirm.error?.code === 'wrong-code' &&
    (left > 0 ? (
      <Trans>
        Mã không đúng hoặc đã hết hạn. <Plural value={left} other="Còn # lần thử." />
      </Trans>
    ) : (
      <Trans>Đã thử năm lần. Gửi mã khác để tiếp tục.</Trans>
    ));
  return (
    <form className="fields" onSubmit={submit} noValidate>
      <Banner tone="ok" live>
        <Trans>
          Nếu <b>{email}</b> là địa chỉ của thành viên, mã đã được gửi tới đó. Mã dùng được trong {minutes} phút, trên
          trình duyệt này.
        </Trans>
      </Banner>
      <TextInput
        label={t`Mã sáu chữ số`}
        description={t`Thư có thể nằm trong mục thư rác.`}
        inputMode="numeric"
        autoComplete="one-time-code"
        autoFocus
        value={code}
        error={error}
        disabled={left <= 0}
        onChange={(event) => type(event.currentTarget.value)}
      />
      <TrustDevice checked={trustDevice} onChange={(event) => setTrust(event.currentTarget.checked)} />
      {confirm.error && confirm.error.code !== 'wrong-code' && <ProblemLine error={confirm.error} />}
      {again.error && <ProblemLine error={again.error} />}
      <div className="btns">
        <Button type="submit" variant="filled" loading={confirm.isPending} disabled={code.length < 6 || left <= 0}>
          <Trans>Đăng nhập</Trans>
        </Button>
        <Button onClick={() => again.mutate({ email })} disabled={wait > 0 && left > 0} loading={again.isPending}>
          {wait > 0 && left > 0 ? <Trans>Gửi mã khác sau {wait} giây</Trans> : <Trans>Gửi mã khác</Trans>}
        </Button>
        {onOther && (
          <Button variant="subtle" onClick={onOther}>
            <Trans>Dùng địa chỉ khác</Trans>
          </Button>
        )}
      </div>
    </form>
  );
}
