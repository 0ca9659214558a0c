import type { Space } from '@hat-nhan/contracts';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useNameOf } from '../../components/organisation-link.js';
import { Facts } from '../../ui/rows.js';
import { Section } from '../../ui/section.js';

/** The name by which members know a space: its readers, or its own name. */
export function useSpaceName(): (space: Pick<Space, 'kind' | 'name' | 'nameEn'>) => string {
  const { t } = useLingui();
  const nameOf = useNameOf();
  return (space) => {
    if (space.kind === 'public') return t`Công khai`;
    if (space.kind === 'members') return t`Mọi thành viên`;
    if (space.kind === 'state') return t`Chỉ cơ quan nhà nước`;
    return nameOf(space);
  };
}

function Who({ kind }: Pick<Space, 'kind'>) {
  if (kind === 'public') return <Trans>Mọi người trên mạng, không cần đăng nhập</Trans>;
  if (kind === 'members') return <Trans>Mọi thành viên đã đăng nhập, kể cả thành viên doanh nghiệp</Trans>;
  if (kind === 'state') return <Trans>Thành viên đang công tác ở cơ quan nhà nước</Trans>;
  if (kind === 'cohort') return <Trans>Học viên của khóa này</Trans>;
  if (kind === 'organisation') return <Trans>Người của đơn vị này</Trans>;
  if (kind === 'draft') return <Trans>Chỉ người viết</Trans>;
  return <Trans>Những người có tên trong danh sách</Trans>;
}

/** Who reads what stands here, in words. */
export const Readers = ({ space }: { space: Space }) => (
  <Section title={<Trans>Ai xem được</Trans>}>
    <Facts
      items={[
        [<Trans key="n">Người đọc</Trans>, <Who key="v" kind={space.kind} />],
        [
          <Trans key="n">Đăng bài</Trans>,
          space.can.write ? <Trans key="v">Được đăng</Trans> : <Trans key="v">Chỉ đọc</Trans>,
        ],
        [<Trans key="n">Bài</Trans>, <Plural key="v" value={space.threads} other="# câu hỏi, thảo luận" />],
      ]}
    />
  </Section>
);
