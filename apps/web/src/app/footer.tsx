import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { paths } from '../lib/address.js';
import { TEXT_SIZES, useDisplay, type Display } from '../lib/display.js';
import { sessionQuery, useMe } from '../lib/session.js';
import { openKeys } from './keys.js';

const THEMES = ['light', 'dark', 'system'] as const;

/** Text size, theme, contrast and language within reach of every page; what the network is; its API. */
export function Footer() {
  const { t } = useLingui();
  const { person, instance } = useMe();
  const [shown, set] = useDisplay(person);
  const client = useQueryClient();
  const size = TEXT_SIZES.indexOf(shown.textSize);
  const words: Record<Display['theme'], string> = { light: t`sáng`, dark: t`tối`, system: t`theo máy` };
  const other = shown.locale === 'vi' ? 'en' : 'vi';
  // Some answers are written in the reader's language: reasons, titles of positions.
  const speakOther = () =>
    void set({ locale: other }).then(() =>
      client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] }),
    );
  const resize = (step: number) => void set({ textSize: TEXT_SIZES[size + step] ?? shown.textSize });
  return (
    <footer className="foot">
      <span className="name">
        <b>Hạt Nhân</b> · <Trans>Mạng lưới chuyên gia Chính phủ điện tử</Trans>
      </span>
      <span>
        <Trans>Cỡ chữ:</Trans>{' '}
        <button type="button" onClick={() => resize(-1)} disabled={size <= 0}>
          A-<span className="vh"> {t`giảm cỡ chữ`}</span>
        </button>{' '}
        <button type="button" onClick={() => resize(1)} disabled={size >= TEXT_SIZES.length - 1}>
          A+<span className="vh"> {t`tăng cỡ chữ`}</span>
        </button>
      </span>
      <span>
        <Trans>Giao diện:</Trans>{' '}
        {THEMES.map((theme) => (
          <button key={theme} type="button" aria-pressed={shown.theme === theme} onClick={() => void set({ theme })}>
            {words[theme]}
          </button>
        ))}
      </span>
      <button
        type="button"
        aria-pressed={shown.contrast === 'high'}
        onClick={() => void set({ contrast: shown.contrast === 'high' ? 'normal' : 'high' })}
      >
        <Trans>Tương phản cao</Trans>
      </button>
      <button type="button" lang={other} onClick={speakOther}>
        {other === 'en' ? 'English' : 'Tiếng Việt'}
      </button>
      <Link to={paths.about}>
        <Trans>Giới thiệu</Trans>
      </Link>
      <a href="/api/docs">
        <Trans>Giao diện lập trình</Trans>
      </a>
      <span className="end">
        {instance.demo && <Trans>Người, đơn vị minh họa và số liệu trên trang là giả định.</Trans>}{' '}
        <button type="button" className="keyhint" onClick={openKeys}>
          <Trans>Phím tắt</Trans>
        </button>
      </span>
    </footer>
  );
}
