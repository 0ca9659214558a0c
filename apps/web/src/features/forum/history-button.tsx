import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { later } from '../../components/later.js';
import { useMe } from '../../lib/session.js';

const HistoryDialog = later(async () => (await import('./history-dialog.js')).HistoryDialog);

/** "Lịch sử sửa" of a changed post, for members. */
export function HistoryButton({ postId, editedAt }: { postId: number; editedAt: string | null }) {
  const member = useMe().person !== null;
  const [open, setOpen] = useState(false);
  if (!member || !editedAt) return null;
  return (
    <>
      <Button size="xs" variant="subtle" onClick={() => setOpen(true)}>
        <Trans>Lịch sử sửa</Trans>
      </Button>
      {open && <HistoryDialog postId={postId} close={() => setOpen(false)} />}
    </>
  );
}
