import type { moving as contract, Result } from '@hat-nhan/contracts';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { OrganisationLink, useNameOf } from '../../components/organisation-link.js';
import { later } from '../../components/later.js';
import { FormProblem } from '../../components/problem-view.js';
import { useTitleIn } from '../../components/title-in.js';
import { TopicLinks } from '../../components/topic-links.js';
import { paths } from '../../lib/address.js';
import { query } from '../../lib/query.js';
import { accounts, moving, organisations } from '../../lib/routes.js';
import { useMe } from '../../lib/session.js';
import { Banner } from '../../ui/banner.js';
import { Facts } from '../../ui/rows.js';
import { Section } from '../../ui/section.js';
import type { MovingForm } from './moving.page.js';
import { Taker } from './taker.js';

type Moving = Result<typeof contract.read>;

interface Handing {
  form: MovingForm['form'];
  /** Who leaves. */
  but: number;
}

/** What the unit keeps: what one did only for it. */
function Stays({ stays: { represents, spaces }, form, but }: Pick<Moving, 'stays'> & Handing) {
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
function Goes({
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

/** The mailbox of the office stays with the office: said while another address can still be confirmed. */
function OneAddress() {
  const confirmed = useQuery(query(accounts.emails, {})).data?.items.filter((one) => one.confirmed) ?? [];
  const [only, second] = confirmed;
  if (!only || second) return null;
  const { email } = only;
  return (
    <Banner tone="due">
      <Trans>
        Tài khoản chỉ có một địa chỉ thư: {email}. Nếu hộp thư này ở lại đơn vị cũ, thêm{' '}
        <Link to={paths.settings}>địa chỉ thứ hai</Link> để còn đăng nhập được.
      </Trans>
    </Banner>
  );
}

interface MovingReviewProps extends Moving {
  position: NonNullable<Moving['position']>;
  moves: MovingForm;
  back: () => void;
}

/** Second: what changes by it, and the one step that does it. */
export function MovingReview({ position, stays, goes, moves: { form, submit, send }, back }: MovingReviewProps) {
  const titleIn = useTitleIn();
  const { t } = useLingui();
  const nameOf = useNameOf();
  const but = useMe().person?.id ?? 0;
  const { next, to, title, unit, organisationId } = form.values;
  const place = useQuery({
    ...query(organisations.read, { id: Number(organisationId) }),
    enabled: organisationId !== '',
  }).data;
  const former = [titleIn(position.title), position.unit, nameOf(position.organisation)].filter(Boolean).join(', ');
  const coming = {
    in_office: [titleIn(title), unit, place && nameOf(place)].filter(Boolean).join(', '),
    retired: t`Đã nghỉ hưu`,
    none: t`Chưa có chức vụ mới`,
  }[next];
  return (
    <form className="fields" onSubmit={submit} noValidate>
      <Section title={<Trans>Bước 2: xem lại và xác nhận</Trans>}>
        <Facts
          items={[
            [<Trans key="n">Kết thúc</Trans>, former],
            [<Trans key="n">Ngày cuối</Trans>, to],
            [<Trans key="n">Tiếp theo</Trans>, coming],
          ]}
        />
      </Section>
      <Stays stays={stays} form={form} but={but} />
      <Goes goes={goes} form={form} but={but} organisation={position.organisation.id} />
      {form.errors['handOver'] && (
        <p className="in-err" role="alert">
          {form.errors['handOver']}
        </p>
      )}
      <OneAddress />
      <FormProblem error={send.error} />
      <div className="btns">
        <Button type="submit" variant="filled" loading={send.isPending}>
          <Trans>Ghi chuyển công tác</Trans>
        </Button>
        <Button variant="subtle" onClick={back}>
          <Trans>Quay lại</Trans>
        </Button>
      </div>
    </form>
  );
}
