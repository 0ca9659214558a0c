import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Section } from '../../ui/section.js';

const doors: readonly (readonly [role: string, name: ReactNode])[] = [
  ['member', <Trans key="n">Thành viên</Trans>],
  ['expert', <Trans key="n">Chuyên gia chủ đề</Trans>],
  ['enterprise', <Trans key="n">Thành viên doanh nghiệp</Trans>],
  ['representative', <Trans key="n">Đầu mối đơn vị</Trans>],
  ['moderator', <Trans key="n">Điều hành viên</Trans>],
  ['editor', <Trans key="n">Biên tập viên</Trans>],
  ['coordinator', <Trans key="n">Điều phối viên</Trans>],
  ['administrator', <Trans key="n">Quản trị viên</Trans>],
];

/** In a demonstration: one click into the place of somebody with a role. Not registered anywhere else. */
export const DemoDoors = () => (
  <Section title={<Trans>Xem thử theo vai trò</Trans>} hint={<Trans>chỉ có ở bản minh họa, không cần mật khẩu</Trans>}>
    <ul className="home-doors">
      {doors.map(([role, name]) => (
        <li key={role}>
          <a href={`/demo/sign-in/${role}`}>{name}</a>
        </li>
      ))}
    </ul>
  </Section>
);
