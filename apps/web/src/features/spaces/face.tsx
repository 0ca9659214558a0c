import type { SpacePage } from '@hat-nhan/contracts';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { later } from '../../components/later.js';
import { useNameOf } from '../../components/organisation-link.js';
import { Page } from '../../components/page.js';
import { paths } from '../../lib/address.js';
import { query } from '../../lib/query.js';
import { groups } from '../../lib/routes.js';
import { Facts } from '../../ui/rows.js';
import { Section } from '../../ui/section.js';
import { JoiningRows } from './joining-rows.js';
import { useSaid } from './said.js';

const AskDialog = later(async () => (await import('./ask-dialog.js')).AskDialog);

/** A group as somebody meets it who is not in it: what it is for, how many they are, who moderates, and how to join. */
export function Face({ space }: { space: SpacePage }) {
  const { t } = useLingui();
  const nameOf = useNameOf();
  const said = useSaid();
  const [asking, setAsking] = useState(false);
  const own = useQuery({ ...query(groups.joinings, { space: space.id }), enabled: space.joining !== null });
  return (
    <Page
      title={nameOf(space)}
      crumb={
        <Link to={paths.groups}>
          <Trans>Nhóm làm việc</Trans>
        </Link>
      }
      lede={said(space.purpose, space.purposeEn)}
    >
      <Section title={<Trans>Về nhóm</Trans>}>
        <Facts
          items={[
            [
              <Trans key="n" context="danh sách">
                Thành viên
              </Trans>,
              <Plural key="v" value={space.members ?? 0} other="# người" />,
            ],
            [
              <Trans key="n">Điều hành viên</Trans>,
              <span key="v">
                {space.moderators.map(({ personId, name }, at) => (
                  <span key={personId}>
                    {at > 0 && ', '}
                    <Link to={paths.person(personId, name)}>{name}</Link>
                  </span>
                ))}
              </span>,
            ],
          ]}
        />
      </Section>
      {own.data && own.data.items.length > 0 && (
        <Section title={<Trans>Chờ trả lời</Trans>}>
          <JoiningRows items={own.data.items} />
        </Section>
      )}
      {space.joining === null && (
        <div className="stack measure groups-sift">
          <p className="soft">
            {space.closedAt !== null ? (
              <Trans>Nhóm đã đóng.</Trans>
            ) : space.can.ask ? (
              <Trans>Bài trong nhóm chỉ thành viên của nhóm đọc được.</Trans>
            ) : (
              <Trans>Nhóm chỉ nhận người được mời. Muốn tham gia, liên hệ điều hành viên của nhóm.</Trans>
            )}
          </p>
          {space.can.ask && (
            <div className="btns">
              <Button variant="filled" onClick={() => setAsking(true)}>
                {t`Đề nghị vào nhóm`}
              </Button>
            </div>
          )}
        </div>
      )}
      {asking && <AskDialog space={space} close={() => setAsking(false)} />}
    </Page>
  );
}
