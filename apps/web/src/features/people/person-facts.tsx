import type { people as contract, Result } from '@hat-nhan/contracts';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { TopicLinks } from '../../components/topic-links.js';
import { paths } from '../../lib/address.js';
import { useFormat } from '../../lib/format.js';
import { Facts } from '../../ui/rows.js';
import { Section } from '../../ui/section.js';
import { topicsOf } from './person-row.js';
import { useRegionName } from '../../components/region-name.js';

type Person = Result<typeof contract.read>;

/** An address breaks after its @ where the rail is narrow, not in the middle of a word. */
function Mail({ email }: { email: string }) {
  const [name, host] = email.split('@');
  return (
    <a href={`mailto:${email}`}>
      {name}@<wbr />
      {host}
    </a>
  );
}

function Contact({ person: { contact, can } }: { person: Person }) {
  const { email, telephone } = contact;
  if (email === null && telephone === null) {
    return (
      <p className="small soft">
        {can.edit ? (
          <Trans>
            Chưa cho xem thông tin liên hệ. <Link to={paths.settings}>Đổi trong Cài đặt</Link>
          </Trans>
        ) : (
          <Trans>Không công bố thông tin liên hệ.</Trans>
        )}
      </p>
    );
  }
  return (
    <Facts
      items={[
        [<Trans key="n">Thư</Trans>, email && <Mail key="v" email={email} />],
        [
          <Trans key="n">Điện thoại</Trans>,
          telephone && <a href={`tel:${telephone.replace(/[^\d+]/g, '')}`}>{telephone}</a>,
        ],
      ]}
    />
  );
}

/** The rail: topics, contact as he allows it, what he did. */
export function PersonFacts({ person }: { person: Person }) {
  const format = useFormat();
  const regionName = useRegionName();
  const { expertOf, counts, region, joinedAt } = person;
  const others = topicsOf(person).slice(expertOf.length);
  return (
    <>
      <Section title={<Trans context="danh mục">Chủ đề</Trans>}>
        {expertOf.length + others.length === 0 && (
          <p className="small soft">
            <Trans>Chưa chọn chủ đề nào.</Trans>
          </p>
        )}
        <Facts
          items={[
            [
              <Trans key="n">Chuyên gia chủ đề</Trans>,
              expertOf.length > 0 ? <TopicLinks key="v" topics={expertOf} /> : null,
            ],
            [<Trans key="n">Có thể trả lời</Trans>, others.length > 0 ? <TopicLinks key="v" topics={others} /> : null],
          ]}
        />
      </Section>
      <Section title={<Trans>Liên hệ</Trans>}>
        <Contact person={person} />
      </Section>
      <Section title={<Trans context="số liệu">Tham gia</Trans>}>
        <Facts
          items={[
            [
              <Trans key="n" context="số liệu">
                Câu hỏi
              </Trans>,
              format.number(counts.questions),
            ],
            [<Trans key="n">Câu trả lời</Trans>, format.number(counts.answers)],
            [<Trans key="n">Được chọn</Trans>, format.number(counts.accepted)],
            [<Trans key="n">Địa bàn</Trans>, regionName(region)],
            [<Trans key="n">Tham gia từ</Trans>, format.date(joinedAt)],
          ]}
        />
      </Section>
    </>
  );
}
