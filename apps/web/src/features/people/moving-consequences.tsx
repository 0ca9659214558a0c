import type { moving as contract, Result } from '@hat-nhan/contracts';
import { Plural, Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { later } from '../../components/later.js';
import { OrganisationLink, useNameOf } from '../../components/organisation-link.js';
import { TopicLinks } from '../../components/topic-links.js';
import { paths } from '../../lib/address.js';
import { moving } from '../../lib/routes.js';
import { Section } from '../../ui/section.js';
import type { MovingForm } from './moving.page.js';
import { Taker } from './taker.js';

export type Moving = Result<typeof contract.read>;

interface Handing {
  form: MovingForm['form'];
  /** Who leaves. */
  but: number;
}

/** What the unit keeps: what one did only for it. */
export function Stays({ stays: { represents, spaces }, form, but }: Pick<Moving, 'stays'> & Handing) {
  const nameOf = useNameOf();
  return (
    <Section title={<Trans>Ở lại đơn vị cũ</Trans>}>
      <ul className="ticks">
        {represents.map((one) => (
          <li key={one.id}>
            <Trans>
              Vai trò đầu mối của <OrganisationLink organisation={one} /> kết thúc
            </Trans>
            <Taker
              form={form}
              role={{ organisationId: one.id }}
              of={nameOf(one)}
              among={{ organisation: one.id, but }}
            />
          </li>
        ))}
        {spaces.map((space) => (
          <li key={`s${space.id}`}>
            <Trans>
              Thôi là người của <Link to={paths.space(space.id, space.name)}>{space.name}</Link>
            </Trans>
          </li>
        ))}
        <li>
          <Trans>Bài đã viết giữ chức vụ và đơn vị lúc viết</Trans>
        </li>
      </ul>
    </Section>
  );
}

const HandOnDialog = later(async () => (await import('../../components/hand-on-dialog.js')).HandOnDialog);

/** Invitations to answer that wait: they go along, or a colleague takes them over now. */
function Waiting({ invitations }: { invitations: Moving['goes']['invitations'] }) {
  const client = useQueryClient();
  const [handing, setHanding] = useState<number>();
  const close = () => {
    setHanding(undefined);
    void client.invalidateQueries({ queryKey: [moving.read.name] });
  };
  return (
    <li>
      <Plural value={invitations.length} other="# lời mời trả lời đang chờ; có thể chuyển cho đồng nghiệp:" />
      <ul>
        {invitations.map(({ id, title }) => (
          <li key={id}>
            <Link to={paths.thread(id, title)}>{title}</Link>{' '}
            <Button size="xs" variant="subtle" onClick={() => setHanding(id)}>
              <Trans>Chuyển cho đồng nghiệp</Trans>
              <span className="vh">: {title}</span>
            </Button>
          </li>
        ))}
      </ul>
      {handing !== undefined && <HandOnDialog threadId={handing} close={close} />}
    </li>
  );
}

/** What stays one's own. */
export function Goes({
  goes: { questions, openQuestions, invitations, expertOf },
  form,
  but,
  organisation,
}: Pick<Moving, 'goes'> & Handing & { organisation: number }) {
  const nameOf = useNameOf();
  return (
    <Section title={<Trans>Đi cùng người</Trans>}>
      <ul className="ticks">
        {openQuestions > 0 && (
          <li>
            <Plural value={openQuestions} other="# câu hỏi chưa giải đáp:" />
            <ul>
              {questions.map(({ id, title }) => (
                <li key={id}>
                  <Link to={paths.thread(id, title)}>{title}</Link>
                </li>
              ))}
            </ul>
          </li>
        )}
        {invitations.length > 0 && <Waiting invitations={invitations} />}
        {expertOf.length > 0 && (
          <li>
            <Trans>
              Chuyên gia chủ đề <TopicLinks topics={expertOf} />
            </Trans>
            {expertOf.map((topic) => (
              <Taker
                key={topic.id}
                form={form}
                role={{ topicId: topic.id }}
                of={nameOf(topic)}
                among={{ organisation, but }}
              />
            ))}
          </li>
        )}
        <li>
          <Trans>Việc theo dõi, mục đã lưu, bản nháp và địa chỉ thư đã xác nhận</Trans>
        </li>
      </ul>
    </Section>
  );
}
