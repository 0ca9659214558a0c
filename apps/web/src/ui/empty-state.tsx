import type { ReactNode } from 'react';

interface EmptyStateProps {
  /** What comes here: "Chưa có câu hỏi nào". */
  title: ReactNode;
  /** Who puts it there, and when. */
  children?: ReactNode;
  /** The one thing that can be done now. */
  action?: ReactNode;
}

/** An empty place that says what comes here, who puts it there, and offers one action. */
export const EmptyState = ({ title, children, action }: EmptyStateProps) => (
  <div className="empty">
    <p className="say">{title}</p>
    {children && <p className="how">{children}</p>}
    {action && <div className="btns">{action}</div>}
  </div>
);
