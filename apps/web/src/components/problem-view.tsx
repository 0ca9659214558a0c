import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { paths } from '../lib/address.js';
import { isProblem, ProblemError } from '../lib/api.js';
import { useConnection } from '../lib/connection.js';
import { useVisitor } from '../lib/session.js';
import { Banner } from '../ui/banner.js';
import { ButtonLink } from '../ui/button-link.js';
import { Skeleton } from '../ui/skeleton.js';
import { Page } from './page.js';

/** The words of a failure; what is no problem of the catalogue is a fault of the page itself. */
function useWords(error: unknown): { title: string; detail: string; requestId: string } {
  const { t } = useLingui();
  if (isProblem(error)) return error.body;
  return { title: t`Trang gặp lỗi`, detail: t`Tải lại trang. Nội dung đang viết vẫn được giữ.`, requestId: '' };
}

/** A failure beside the button or list that it concerns. */
export function ProblemLine({ error }: { error: unknown }) {
  const words = useWords(error);
  if (!error) return null;
  return (
    <Banner tone="bad" live>
      <b>{words.title}.</b> {words.detail}
      <RequestId id={words.requestId} />
    </Banner>
  );
}

/** The same under a form, where what concerns a field stands at the field. */
export const FormProblem = ({ error }: { error: ProblemError | null }) =>
  error?.fields.length === 0 ? <ProblemLine error={error} /> : null;

const RequestId = ({ id }: { id: string }) =>
  id ? (
    <p className="note">
      <Trans>Mã yêu cầu: {id}</Trans>
    </p>
  ) : null;

/** The address of the page with its filters, for coming back after sign-in. */
export const useHere = (): string => useRouterState({ select: ({ location }) => location.href });

/** Tries again by itself, once the server answers again. */
function useRetryWhenBack(passing: boolean, retry: (() => void) | undefined): void {
  const connection = useConnection();
  const lost = useRef(false);
  useEffect(() => {
    if (connection !== 'good') lost.current = passing;
    else if (lost.current) {
      lost.current = false;
      retry?.();
    }
  }, [connection, passing, retry]);
}

/**
 * Stands in place of a page. Hidden and absent are one and the same: "Không tìm thấy, hoặc chỉ dành cho thành viên"; a
 * visitor is offered the sign-in that returns to this address.
 */
export function ProblemView({ error, retry }: { error: unknown; retry?: () => void }) {
  const words = useWords(error);
  const here = useHere();
  const visitor = useVisitor();
  const locked = isProblem(error, 'not-found') || isProblem(error, 'unauthenticated');
  // Asking once more helps where the server was not reached or failed, not where it refuses.
  const refused = isProblem(error) && error.status >= 400 && error.status < 500 && error.status !== 429;
  const again = retry ?? (() => location.reload());
  useRetryWhenBack(isProblem(error) && error.passing, retry);
  return (
    <Page title={words.title}>
      <div className="stack measure">
        <p>{words.detail}</p>
        <div className="btns">
          {locked && visitor && (
            <ButtonLink variant="filled" to={paths.signInFrom(here)}>
              <Trans>Đăng nhập</Trans>
            </ButtonLink>
          )}
          {isProblem(error, 'rules-not-accepted') && (
            <ButtonLink variant="filled" to={paths.rules}>
              <Trans>Đọc quy tắc</Trans>
            </ButtonLink>
          )}
          {!refused && (
            <Button onClick={again}>
              <Trans>Thử lại</Trans>
            </Button>
          )}
          <ButtonLink to={paths.home} variant={refused && !visitor ? 'default' : 'subtle'}>
            <Trans>Về trang chủ</Trans>
          </ButtonLink>
        </div>
        <RequestId id={words.requestId} />
      </div>
    </Page>
  );
}

/** What a visitor sees at an address that needs an account, whatever stands there: the same words, and the way in. */
export function SignInFirst() {
  const { t } = useLingui();
  const [title, detail] = [t`Cần đăng nhập`, t`Đăng nhập rồi tiếp tục.`];
  const needed = { type: 'about:blank', status: 401, code: 'unauthenticated', requestId: '', title, detail } as const;
  return <ProblemView error={new ProblemError(needed)} />;
}

/** No such page: the same words, and the same for addresses that some may read. */
export function NotFound() {
  const { t } = useLingui();
  const here = useHere();
  const visitor = useVisitor();
  return (
    <Page title={t`Không tìm thấy, hoặc chỉ dành cho thành viên`}>
      <div className="stack measure">
        <p>
          <Trans>Địa chỉ có thể đã đổi, hoặc nội dung chỉ dành cho một số thành viên.</Trans>
        </p>
        <div className="btns">
          {visitor && (
            <ButtonLink variant="filled" to={paths.signInFrom(here)}>
              <Trans>Đăng nhập</Trans>
            </ButtonLink>
          )}
          <ButtonLink to={paths.home} variant={visitor ? 'subtle' : 'default'}>
            <Trans>Về trang chủ</Trans>
          </ButtonLink>
        </div>
      </div>
    </Page>
  );
}

interface Answer {
  isPending: boolean;
  error: unknown;
  refetch: () => unknown;
}

/** What stands in place of a page whose first answer is not there: grey lines after 300 ms, or the problem. */
export function Waiting({ on, lines = 6 }: { on: Answer; lines?: number }) {
  const { t } = useLingui();
  if (on.error) return <ProblemView error={on.error as ProblemError} retry={() => void on.refetch()} />;
  return <Skeleton lines={lines} label={t`Đang tải`} />;
}
