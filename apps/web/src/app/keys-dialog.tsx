import { Trans, useLingui } from '@lingui/react/macro';
import { Checkbox, Modal } from '@mantine/core';
import { useKeySwitches, type KeyCommand } from '../lib/keys.js';

/** Every keyboard command, each with its switch. */
export function KeysDialog({ commands, close }: { commands: readonly KeyCommand[]; close: () => void }) {
  const { t } = useLingui();
  const [off, set] = useKeySwitches();
  return (
    <Modal opened onClose={close} title={t`Phím tắt`}>
      <Checkbox
        label={t`Dùng phím tắt trên máy này`}
        checked={!off.has('*')}
        onChange={(event) => set('*', !event.currentTarget.checked)}
      />
      <ul className="rows" style={{ marginTop: '1rem' }}>
        {commands.map(({ id, keys, label }) => (
          <li key={id} className="row">
            <Checkbox
              label={label}
              disabled={off.has('*')}
              checked={!off.has(id) && !off.has('*')}
              onChange={(event) => set(id, !event.currentTarget.checked)}
            />
            <span className="nw">
              {keys.map((key, at) => (
                <span key={key}>
                  {at > 0 && (
                    <span className="note">
                      {' '}
                      <Trans>rồi</Trans>{' '}
                    </span>
                  )}
                  <kbd className="kbd">{key}</kbd>
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
