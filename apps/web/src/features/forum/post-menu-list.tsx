import { Menu } from '@mantine/core';
import { useState } from 'react';
import { later } from '../../components/later.js';
import { PostMenuButton, type MenuPost } from './post-menu.js';
import { usePostEntries, type PostDialog } from './post-entries.js';

const FlagDialog = later(async () => (await import('./flag-dialog.js')).FlagDialog);
const DuplicateDialog = later(async () => (await import('./combine-dialog.js')).DuplicateDialog);
const MergeDialog = later(async () => (await import('./combine-dialog.js')).MergeDialog);
const MoveDialog = later(async () => (await import('./move-dialog.js')).MoveDialog);
const SplitDialog = later(async () => (await import('./split-dialog.js')).SplitDialog);
const HideDialog = later(async () => (await import('./hide-dialog.js')).HideDialog);

/** Fetched and shown by the first click (see post-menu.tsx), so it begins open. */
export function PostMenuList({ post }: { post: MenuPost }) {
  const [dialog, setDialog] = useState<PostDialog>();
  const entries = usePostEntries(post, setDialog);
  const close = () => setDialog(undefined);
  return (
    <>
      <Menu position="bottom-start" width={240} withinPortal defaultOpened withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <PostMenuButton />
        </Menu.Target>
        <Menu.Dropdown>
          {entries.map(({ label, run }) => (
            <Menu.Item key={label} onClick={run}>
              {label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {dialog === 'flag' && <FlagDialog post={post} close={close} />}
      {post.thread && dialog === 'duplicate' && <DuplicateDialog thread={post.thread} close={close} />}
      {post.thread && dialog === 'merge' && <MergeDialog thread={post.thread} close={close} />}
      {post.thread && dialog === 'move' && <MoveDialog thread={post.thread} close={close} />}
      {post.thread && dialog === 'split' && <SplitDialog thread={post.thread} close={close} />}
      {dialog === 'hide' && <HideDialog post={post} close={close} />}
    </>
  );
}
