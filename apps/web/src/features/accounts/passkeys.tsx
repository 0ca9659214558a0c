import type { factors as contract, Result } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { ProblemLine } from '../../components/problem-view.js';
import { Time } from '../../components/time.js';
import { useSend } from '../../lib/query.js';
import { factors } from '../../lib/routes.js';
import { Row, Rows } from '../../ui/rows.js';
import { StateWord } from '../../ui/state-word.js';
import { makePasskey, passkeysWork } from './passkey.js';
import { NoPasskeys } from './no-passkeys.js';
import { TurnedAway } from './turned-away.js';

type Passkey = Result<typeof contract.list>['passkeys'][number];

/** Passkeys of the account: what each is called, when it was used, and a way to add another. */
export function Passkeys({ items, onChanged }: { items: readonly Passkey[]; onChanged: () => void }) {
  const { t } = useLingui();
  const [name, setName] = useState('');
  const [refused, setRefused] = useState(false);
  const [busy, setBusy] = useState(false);
  const begin = useSend(factors.beginPasskey);
  const add = useSend(factors.addPasskey);
  const remove = useSend(factors.removePasskey, { onDone: onChanged });
  const error = begin.error ?? add.error ?? remove.error;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setRefused(false);
    setBusy(true);
    const options = await begin.mutateAsync({}).catch(() => undefined);
    const made = options && (await makePasskey(options).catch(() => setRefused(true)));
    const added = made && (await add.mutateAsync({ name: name.trim() || t`Máy này`, ...made }).catch(() => undefined));
    setBusy(false);
    if (!added) return;
    setName('');
    onChanged();
  };
  return (
    <>
      {items.length > 0 && (
        <Rows label={t`Passkey`}>
          {items.map((passkey) => (
            <Row
              key={passkey.id}
              act={
                <Button
                  size="xs"
                  color="clay"
                  variant="outline"
                  aria-label={t`Xóa passkey ${passkey.name}`}
                  onClick={() => remove.mutate({ id: passkey.id })}
                  loading={remove.isPending && remove.variables.id === passkey.id}
                >
                  <Trans>Xóa</Trans>
                </Button>
              }
            >
              <span className="ttl">{passkey.name}</span>
              <div className="meta">
                <span>
                  <Trans>
                    thêm <Time at={passkey.createdAt} />
                  </Trans>
                </span>
                {passkey.usedAt && (
                  <span>
                    <Trans>
                      lần cuối: <Time at={passkey.usedAt} />
                    </Trans>
                  </span>
                )}
                {!passkey.verified && (
                  <StateWord tone="due" icon="half">
                    <Trans>chỉ tính một yếu tố: thiết bị không hỏi người dùng</Trans>
                  </StateWord>
                )}
              </div>
            </Row>
          ))}
        </Rows>
      )}
      {passkeysWork() ? (
        <form className="fields" onSubmit={(event) => void submit(event)} noValidate>
          <TextInput
            label={t`Tên gọi của passkey`}
            description={t`Ví dụ: Điện thoại, Máy cơ quan. Có thể để trống.`}
            maxLength={60}
            autoComplete="off"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {refused && <TurnedAway />}
          {error && error.code !== 'sign-in-again' && <ProblemLine error={error} />}
          <div className="btns">
            <Button type="submit" loading={busy}>
              <Trans>Thêm passkey</Trans>
            </Button>
          </div>
        </form>
      ) : (
        <NoPasskeys />
      )}
    </>
  );
}
