import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Banner } from '../../ui/banner.js';

interface Version {
  title?: string;
  text: string;
}

interface TwoTextsProps {
  /** Why there are two. */
  why: ReactNode;
  mine: Version;
  theirs: Version;
  keepMine: () => void;
  takeTheirs: () => void;
}

const Side = ({ name, version, choose }: { name: ReactNode; version: Version; choose: ReactNode }) => (
  <div className="side">
    <h3 className="small">{name}</h3>
    {version.title && <p className="side-title">{version.title}</p>}
    {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls */}
    <pre tabIndex={0}>{version.text}</pre>
    {choose}
  </div>
);

/** Two versions of one text side by side: nothing is lost before one is chosen. */
export const TwoTexts = ({ why, mine, theirs, keepMine, takeTheirs }: TwoTextsProps) => (
  <Banner tone="due" live>
    <p>{why}</p>
    <div className="sides">
      <Side
        name={<Trans>Nội dung đang viết ở đây</Trans>}
        version={mine}
        choose={
          <Button size="xs" onClick={keepMine}>
            <Trans>Giữ nội dung ở đây</Trans>
          </Button>
        }
      />
      <Side
        name={<Trans>Nội dung đã lưu ở nơi khác</Trans>}
        version={theirs}
        choose={
          <Button size="xs" onClick={takeTheirs}>
            <Trans>Dùng nội dung đã lưu</Trans>
          </Button>
        }
      />
    </div>
  </Banner>
);
