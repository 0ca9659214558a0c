import { Trans, useLingui } from '@lingui/react/macro';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { ConnectionBanner } from './connection-banner.js';
import { useFirstSteps } from './first-steps.js';
import { Footer } from './footer.js';
import { Keys } from './keys.js';
import { NavRail, TabBar } from './nav.js';
import { RolesWait } from './roles-wait.js';
import { RulesDue } from './rules-due.js';
import { pages } from './routes.js';
import { StepUp } from './step-up.js';
import { TopBar } from './top-bar.js';
import './bar.css';
import './frame.css';

const alone = new Set<string>(pages.flatMap((page) => ('alone' in page ? [page.path] : [])));

/** What stands around every page: bar on top, rail at the left, bottom bar on phones, footer. */
export function Frame() {
  const { t } = useLingui();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  useFirstSteps();
  const main = useRef<HTMLElement>(null);
  const before = useRef(path);
  // A new page starts at its beginning for the keyboard and for screen readers too.
  useEffect(() => {
    if (before.current !== path) main.current?.focus({ preventScroll: true });
    before.current = path;
  }, [path]);
  const single = alone.has(path.replace(/\/[1-9][^/]*$/, '/$id'));
  return (
    <>
      <a className="skip" href="#noi-dung">
        <Trans>Tới nội dung chính</Trans>
      </a>
      <TopBar single={single} />
      <ConnectionBanner />
      <RolesWait />
      <RulesDue />
      <div className={single ? 'frame single' : 'frame'}>
        {!single && <NavRail />}
        <main className="main" id="noi-dung" ref={main} tabIndex={-1} aria-label={t`Nội dung chính`}>
          <Outlet />
        </main>
        <Footer />
      </div>
      {!single && <TabBar />}
      <Keys />
      <StepUp />
    </>
  );
}
