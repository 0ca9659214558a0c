import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { ProblemLine } from '../../components/problem-view.js';
import { useSend } from '../../lib/query.js';
import { factors } from '../../lib/routes.js';
import { Banner } from '../../ui/banner.js';

/** Ten codes for the day without phone and mailbox: shown this once, to be printed. */
export function RecoveryCodes({ left, onChanged }: { left: number; onChanged: () => void }) {
  const { t } = useLingui();
  const make = useSend(factors.makeRecoveryCodes, { onDone: onChanged });
  const { data, error } = make;
  return (
    <div className="fields">
      {data ? (
        <>
          <Banner tone="due" live>
            <Trans>Mười mã này chỉ hiện một lần. In ra hoặc chép lại, cất nơi an toàn; mỗi mã dùng một lần.</Trans>
          </Banner>
          <ul className="recovery" aria-label={t`Mã dự phòng`}>
            {data.codes.map((code) => (
              <li key={code}>
                <code>{code}</code>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p className="small soft">
          {left > 0 ? (
            <Plural value={left} other="Còn # mã chưa dùng." />
          ) : (
            <Trans>Chưa có mã nào. Mã dự phòng mở được tài khoản khi mất điện thoại hoặc hộp thư.</Trans>
          )}
        </p>
      )}
      {error && error.code !== 'sign-in-again' && <ProblemLine error={error} />}
      <div className="btns">
        {data && (
          <Button onClick={() => window.print()}>
            <Trans>In</Trans>
          </Button>
        )}
        <Button onClick={() => make.mutate({})} loading={make.isPending}>
          {left > 0 ? <Trans>Tạo mã mới thay mã cũ</Trans> : <Trans>Tạo mã dự phòng</Trans>}
        </Button>
      </div>
    </div>
  );
}
