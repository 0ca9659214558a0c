import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Columns, useTitle } from '../ui/page.js';

interface PageProps {
  title: string;
  /** Title of the browser's tab where it differs; the home page has only the name of the network. */
  tab?: string;
  crumb?: ReactNode;
  /** Beside the title: a date, one action. */
  beside?: ReactNode;
  lede?: ReactNode;
  /** The rail of facts. */
  facts?: ReactNode;
  children: ReactNode;
}

/** The frame of one page: title of the tab, crumb, heading, columns. Every page begins with it. */
export function Page({ title, tab, crumb, beside, lede, facts, children }: PageProps) {
  const { t } = useLingui();
  useTitle(tab ?? title, t`Mạng lưới chuyên gia Chính phủ điện tử`);
  return (
    <>
      {crumb && (
        <nav className="crumb" aria-label={t`Đường dẫn`}>
          {crumb}
        </nav>
      )}
      <Columns facts={facts} factsLabel={t`Thông tin thêm`}>
        <div className="titlebar">
          <h1 className="title">{title}</h1>
          {beside && <div className="small muted">{beside}</div>}
        </div>
        {lede && <div className="lede">{lede}</div>}
        {children}
      </Columns>
    </>
  );
}
