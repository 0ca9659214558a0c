import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { later } from '../../components/later.js';
import { useMe } from '../../lib/session.js';

const BookmarkDialog = later(async () => (await import('../../components/bookmark-dialog.js')).BookmarkDialog);

/** "Lưu": keeps a question or an answer for later, with a reminder where one is wished. */
export function BookmarkButton({ post }: { post: { id: number; saved: boolean } }) {
  const member = useMe().person !== null;
  const [open, setOpen] = useState(false);
  if (!member) return null;
  return (
    <>
      <Button size="xs" variant="subtle" aria-pressed={post.saved} onClick={() => setOpen(true)}>
        {post.saved ? <Trans>Đã lưu</Trans> : <Trans context="đánh dấu">Lưu lại</Trans>}
      </Button>
      {open && <BookmarkDialog postId={post.id} saved={post.saved} close={() => setOpen(false)} />}
    </>
  );
}
