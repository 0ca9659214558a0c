import type { Thread } from '@hat-nhan/contracts';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { inAddress, paths } from '../../lib/address.js';
import { Section } from '../../ui/section.js';

const words: Record<Thread['related'][number]['how'], ReactNode> = {
  duplicate: <Trans>Bản trùng</Trans>,
  split: <Trans>Đã tách ra</Trans>,
  splitFrom: <Trans>Được tách từ</Trans>,
};

/** Duplicates, what was split off, and from what: each way from the one to the other. */
export function ThreadLinks({ related }: { related: Thread['related'] }) {
  return (['splitFrom', 'split', 'duplicate'] as const).map((how) => {
    const some = related.filter((one) => one.how === how);
    return (
      some.length > 0 && (
        <Section key={how} title={words[how]}>
          <ul className="list">
            {some.map(({ id, title }) => (
              <li key={id}>
                <Link to={paths.thread(id, title)} {...(how === 'duplicate' && { search: inAddress({ xem: 'cu' }) })}>
                  {title}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )
    );
  });
}
