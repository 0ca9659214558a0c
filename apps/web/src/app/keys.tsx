import { useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { Suspense, useEffect, useMemo, useState } from 'react';
import { paths } from '../lib/address.js';
import { moveRow, useKeys, type KeyCommand } from '../lib/keys.js';
import { useMe } from '../lib/session.js';
import { optional } from '../ui/optional.js';
import { useEntries } from './nav.js';

const KeysDialog = optional(async () => (await import('./keys-dialog.js')).KeysDialog);
const OPEN = 'hat-nhan:keys';

/** Opens the list of keyboard commands from anywhere. */
export const openKeys = (): void => void window.dispatchEvent(new Event(OPEN));

const find = () => {
  const box = document.getElementById('tim-nhanh');
  if (box && box.offsetParent !== null) box.focus();
};

/** The keyboard of the whole page: g and a letter, "/", Ctrl K, j, k, "?". */
export function Keys() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { can, person } = useMe();
  const [open, setOpen] = useState(false);
  const entries = useEntries();
  const signedIn = person !== null;
  const commands = useMemo((): KeyCommand[] => {
    const go = (key: string, to: string, label: string): KeyCommand => ({
      id: `g-${key}`,
      keys: ['g', key],
      label,
      run: () => void navigate({ to }),
    });
    return [
      ...entries.filter(({ members }) => signedIn || !members).map(({ key, to, label }) => go(key, to, label)),
      ...(signedIn ? [go('t', paths.inbox, t`Hộp thư`), go('s', paths.settings, t`Cài đặt`)] : []),
      ...(can.ask ? [go('n', paths.ask, t`Đặt câu hỏi`)] : []),
      { id: 'find', keys: ['/'], label: t`Tìm kiếm (hoặc Ctrl K)`, run: find },
      { id: 'down', keys: ['j'], label: t`Mục tiếp theo trong danh sách, Enter để mở`, run: () => moveRow(1) },
      { id: 'up', keys: ['k'], label: t`Mục trước trong danh sách`, run: () => moveRow(-1) },
      { id: 'help', keys: ['?'], label: t`Danh sách phím tắt`, run: () => setOpen(true) },
    ];
  }, [entries, signedIn, can.ask, navigate, t]);
  useKeys(commands);
  useEffect(() => {
    const ctrlK = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      find();
    };
    const show = () => setOpen(true);
    document.addEventListener('keydown', ctrlK);
    window.addEventListener(OPEN, show);
    return () => {
      document.removeEventListener('keydown', ctrlK);
      window.removeEventListener(OPEN, show);
    };
  }, []);
  if (!open) return null;
  return (
    <Suspense>
      <KeysDialog commands={commands} close={() => setOpen(false)} />
    </Suspense>
  );
}
