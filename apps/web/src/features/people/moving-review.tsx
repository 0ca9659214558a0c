import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useNameOf } from '../../components/organisation-link.js';
import { FormProblem } from '../../components/problem-view.js';
import { useTitleIn } from '../../components/title-in.js';
import { paths } from '../../lib/address.js';
import { query } from '../../lib/query.js';
import { accounts, organisations } from '../../lib/routes.js';
import { useMe } from '../../lib/session.js';
import { Banner } from '../../ui/banner.js';
import { Facts } from '../../ui/rows.js';
import { Section } from '../../ui/section.js';
import { Goes, Stays, type Moving } from './moving-consequences.js';
import type { MovingForm } from './moving.page.js';

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
