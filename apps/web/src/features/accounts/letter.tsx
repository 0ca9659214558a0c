import { Trans } from '@lingui/react/macro';
import { useMemo } from 'react';
import { Time } from '../../components/time.js';
import './accounts.css';

export interface Mail {
  id: number;
  to: string;
  subject: string;
  at: string;
  html: string;
  text: string;
}

const ADDRESS = /(https?:\/\/\S+[^\s.,;:)])/;

/** The text of a letter with its addresses as links; those of this site open here. */
function lines(text: string) {
  return text.split(ADDRESS).map((part, at) => {
    if (at % 2 === 0) return part;
    const url = URL.parse(part);
    const own = url?.origin === location.origin;
    return (
      <a key={`${at}-${part}`} href={own && url ? `${url.pathname}${url.search}${url.hash}` : part} rel="noopener">
        {part}
      </a>
    );
  });
}

/** One letter, in the plain form that every mail program shows. */
export function Letter({ mail }: { mail: Mail }) {
  const body = useMemo(() => lines(mail.text), [mail.text]);
  return (
    <article className="letter">
      <header>
        <h2>{mail.subject}</h2>
        <p className="small soft">
          <Trans>Từ: Mạng lưới chuyên gia Chính phủ điện tử</Trans>
          <br />
          <Trans>Tới: {mail.to}</Trans>
          <br />
          <Time at={mail.at} full />
        </p>
      </header>
      <div className="text">{body}</div>
    </article>
  );
}
