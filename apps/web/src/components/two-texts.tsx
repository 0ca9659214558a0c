import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Banner } from '../ui/banner.js';
import { Scrolls } from '../ui/scrolls.js';
import './two-texts.css';

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

const Side = ({ name, version, choose }: { name: string; version: Version; choose: ReactNode }) => (
  <div className="side">
    <h3 className="small">{name}</h3>
    {version.title && <p className="side-title">{version.title}</p>}
    <Scrolls className="side-text" label={name}>
      {version.text}
    </Scrolls>
    {choose}
  </div>
);

/** Two versions of one text side by side: nothing is lost before one is chosen. */
export const TwoTexts = ({ why, mine, theirs, keepMine, takeTheirs }: TwoTextsProps) => {
  const { t } = useLingui();
  return (
    <Banner tone="due" live>
      <p>{why}</p>
      <div className="sides">
        <Side
          name={t`Nội dung đang viết ở đây`}
          version={mine}
          choose={
            <Button size="xs" onClick={keepMine}>
              <Trans>Giữ nội dung ở đây</Trans>
            </Button>
          }
        />
        <Side
          name={t`Nội dung đã lưu ở nơi khác`}
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
};
