import type { PersonCard } from '@hat-nhan/contracts';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';

const words: Record<PersonCard['roles'][number], ReactNode> = {
  moderator: <Trans>Điều hành viên</Trans>,
  editor: <Trans>Biên tập viên</Trans>,
  coordinator: <Trans>Điều phối viên</Trans>,
  administrator: <Trans>Quản trị viên</Trans>,
};

/** What somebody does for the network. */
export const RoleWord = ({ role }: { role: PersonCard['roles'][number] }) => words[role];
