import type { Thread } from '@hat-nhan/contracts';
import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState, type ComponentProps } from 'react';
import { unreachable } from '../../lib/connection.js';

/** A post as its menu knows it. */
export interface MenuPost {
  id: number;
  threadId: number;
  kind: 'question' | 'discussion' | 'answer' | 'comment';
  can: { delete: boolean; hide: boolean; flag: boolean; pin?: boolean };
  /** The whole, where the post is its question. */
  thread?: Thread;
}

const fetchMenu = async () => (await import('./post-menu-list.js')).PostMenuList;

/** The button of the menu of a post. */
export function PostMenuButton(props: ComponentProps<'button'>) {
  const { t } = useLingui();
  return (
    <Button {...props} type="button" size="xs" miw={32} variant="subtle" aria-label={t`Việc khác với bài này`}>
      …
    </Button>
  );
}

/** What else can be done with a post. The menu itself is fetched when somebody reaches for it; the first click opens it. */
export function PostMenu({ post }: { post: MenuPost }) {
  const [List, setList] = useState<Awaited<ReturnType<typeof fetchMenu>>>();
  if (List) return <List post={post} />;
  const warm = () => void fetchMenu().catch(() => undefined);
  const open = () => void fetchMenu().then((loaded) => setList(() => loaded), unreachable);
  return (
    <PostMenuButton aria-haspopup="menu" aria-expanded={false} onPointerEnter={warm} onFocus={warm} onClick={open} />
  );
}
