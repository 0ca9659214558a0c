import type { Found, Result, search as contract } from '@hat-nhan/contracts';
import { Plural, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { inAddress, useFilters } from '../../lib/address.js';
import { useFormat } from '../../lib/format.js';
import { FOUND_KINDS, useFoundKinds } from './found-kinds.js';

interface KindsProps {
  found: Result<typeof contract.search>;
  chosen: Found['kind'] | undefined;
}

/** How much was found, and of which kinds; each narrows the list and stands in the address. */
export function Kinds({ found, chosen }: KindsProps) {
  const { t } = useLingui();
  const words = useFoundKinds();
  const format = useFormat();
  const [filters] = useFilters();
  const counts = new Map(found.kinds.map(({ kind, count }) => [kind, count]));
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const tab = (kind: Found['kind'] | undefined, word: string, count: number) => (
    <Link
      key={word}
      to="."
      replace
      resetScroll={false}
      search={inAddress({ ...filters, kind })}
      aria-current={chosen === kind ? 'page' : undefined}
      activeProps={{}}
    >
      {word} <span className="figures">{format.number(count)}</span>
    </Link>
  );
  return (
    <>
      <p className="small soft" role="status">
        {found.more ? (
          <Plural value={found.total} other="Ít nhất # kết quả" />
        ) : (
          <Plural value={found.total} other="# kết quả" />
        )}
      </p>
      {all > 0 && (
        <nav className="found-kinds" aria-label={t`Loại kết quả`}>
          {tab(undefined, t`Tất cả`, all)}
          {FOUND_KINDS.map((kind) => {
            const count = counts.get(kind) ?? 0;
            return count > 0 || kind === chosen ? tab(kind, words[kind], count) : null;
          })}
        </nav>
      )}
    </>
  );
}
