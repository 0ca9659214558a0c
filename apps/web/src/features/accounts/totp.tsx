import { Trans, useLingui } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import { encode } from 'uqr';
import { ProblemLine } from '../../components/problem-view.js';
import { useContractForm } from '../../lib/contract-form.js';
import { useSend } from '../../lib/query.js';
import { factors } from '../../lib/routes.js';
import './accounts.css';

/** A QR code as one path; dark on light in both themes, since that is what cameras read. */
function QrCode({ text, label }: { text: string; label: string }) {
  const { size, data } = encode(text, { border: 3 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <path d={path} />
    </svg>
  );
}

/** An app with codes: the secret as picture and as text, and the first code that proves it has arrived. */
export function Totp({ on, onChanged }: { on: boolean; onChanged: () => void }) {
  const { t } = useLingui();
  const begin = useSend(factors.beginTotp);
  const remove = useSend(factors.removeTotp, { onDone: onChanged });
  const { form, submit, send } = useContractForm(factors.confirmTotp, {
    initialValues: { code: '' },
    input: (values) => values,
    onDone: () => {
      begin.reset();
      form.reset();
      onChanged();
    },
  });
  const error = begin.error ?? remove.error ?? send.error;
  const problem = error && error.fields.length === 0 && error.code !== 'sign-in-again' && <ProblemLine error={error} />;
  if (!begin.data) {
    return (
      <div className="fields">
        <p className="small soft">
          {on ? (
            <Trans>Đã bật: ứng dụng trên điện thoại hiện mã sáu chữ số.</Trans>
          ) : (
            <Trans>Chưa bật. Dùng được với mọi ứng dụng tạo mã theo thời gian, không cần mạng.</Trans>
          )}
        </p>
        {problem}
        <div className="btns">
          <Button onClick={() => begin.mutate({})} loading={begin.isPending}>
            {on ? <Trans>Đổi ứng dụng</Trans> : <Trans>Bật mã trên ứng dụng</Trans>}
          </Button>
          {on && (
            <Button color="clay" variant="outline" onClick={() => remove.mutate({})} loading={remove.isPending}>
              <Trans>Tắt mã trên ứng dụng</Trans>
            </Button>
          )}
        </div>
      </div>
    );
  }
  const secret = begin.data.secret.replace(/.{4}(?=.)/g, '$& ');
  return (
    <form className="fields" onSubmit={submit} noValidate>
      <p>
        <Trans>Quét hình bằng ứng dụng tạo mã trên điện thoại, rồi gõ mã mà ứng dụng hiện.</Trans>
      </p>
      <QrCode text={begin.data.uri} label={t`Hình để ứng dụng quét`} />
      <p className="small">
        <Trans>
          Không quét được thì gõ dãy này vào ứng dụng: <code className="secret">{secret}</code>
        </Trans>
      </p>
      <TextInput
        label={t`Mã trên ứng dụng`}
        inputMode="numeric"
        autoComplete="one-time-code"
        {...form.getInputProps('code')}
      />
      {problem}
      <div className="btns">
        <Button type="submit" variant="filled" loading={send.isPending}>
          <Trans>Xác nhận mã</Trans>
        </Button>
        <Button variant="subtle" onClick={() => begin.reset()}>
          <Trans>Bỏ qua</Trans>
        </Button>
      </div>
    </form>
  );
}
