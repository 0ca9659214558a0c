import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { paths } from '../../lib/address.js';
import { Section } from '../../ui/section.js';
import './accounts.css';

const roles: readonly (readonly [string, ReactNode])[] = [
  ['member', <Trans key="r">Thành viên</Trans>],
  ['expert', <Trans key="r">Chuyên gia chủ đề</Trans>],
  ['enterprise', <Trans key="r">Thành viên doanh nghiệp</Trans>],
  ['representative', <Trans key="r">Đầu mối đơn vị</Trans>],
  ['moderator', <Trans key="r">Điều hành viên</Trans>],
  ['editor', <Trans key="r">Biên tập viên</Trans>],
  ['coordinator', <Trans key="r">Điều phối viên</Trans>],
  ['administrator', <Trans key="r">Quản trị viên</Trans>],
  ['visitor', <Trans key="r">Khách</Trans>],
];

/** In a demonstration: step into the place of somebody with a role. These addresses exist nowhere else. */
export const DemoRoles = () => (
  <Section title={<Trans>Xem thử theo vai trò</Trans>} hint={<Trans>chỉ có ở bản minh họa</Trans>}>
    <ul className="topics demo-roles">
      {roles.map(([key, name]) => (
        <li key={key}>
          <a href={`/demo/sign-in/${key}`}>{name}</a>
        </li>
      ))}
    </ul>
    <p className="small soft">
      <Trans>
        Thư do hệ thống gửi nằm ở <Link to={paths.demoMailbox}>hộp thư minh họa</Link>.
      </Trans>
    </p>
  </Section>
);
