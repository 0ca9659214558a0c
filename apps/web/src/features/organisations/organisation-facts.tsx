import type { organisations as contract, Result } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { useNameOf } from '../../components/organisation-link.js';
import { useRegionName } from '../../components/region-name.js';
import { useFormat } from '../../lib/format.js';
import { Facts } from '../../ui/rows.js';
import { Section } from '../../ui/section.js';
import { StateWord } from '../../ui/state-word.js';
import { useOrganisationKinds } from './organisation-kinds.js';

type Organisation = Result<typeof contract.read>;

const SITE = /^https?:\/\//;

/** A source that is an address is a link. */
const Source = ({ source }: { source: string }) =>
  SITE.test(source) ? (
    <a href={source} rel="noreferrer">
      {new URL(source).hostname}
    </a>
  ) : (
    source
  );

/** The registry has it from memory: nobody has compared it with a document yet. */
export const Unverified = () => (
  <StateWord tone="due" icon="warn">
    <Trans>Chưa kiểm chứng</Trans>
  </StateWord>
);

/** What the registry says of an organisation, and how sure it is. */
export function OrganisationFacts({ organisation }: { organisation: Organisation }) {
  const kinds = useOrganisationKinds();
  const format = useFormat();
  const { i18n } = useLingui();
  const nameOf = useNameOf();
  const regionName = useRegionName();
  const { formerNames, kind, abbreviation, region, code, validFrom, validTo, verified } = organisation;
  const source = (i18n.locale === 'en' && organisation.sourceEn) || organisation.source;
  return (
    <>
      <Section title={<Trans>Thông tin</Trans>}>
        <Facts
          items={[
            [<Trans key="n">Loại</Trans>, kinds[kind]],
            [<Trans key="n">Viết tắt</Trans>, abbreviation],
            [<Trans key="n">Địa bàn</Trans>, regionName(region)],
            [<Trans key="n">Từ ngày</Trans>, validFrom && format.date(validFrom)],
            [<Trans key="n">Đến ngày</Trans>, validTo && format.date(validTo)],
            [<Trans key="n">Mã danh mục</Trans>, code === abbreviation ? null : code],
            [<Trans key="n">Kiểm chứng</Trans>, verified ? null : <Unverified />],
          ]}
        />
      </Section>
      {formerNames.length > 0 && (
        <Section title={<Trans>Tên trước đây</Trans>}>
          <Facts
            items={formerNames.map((former) => [
              <Trans key="n">đến {format.date(former.to)}</Trans>,
              <>
                {nameOf(former)}
                {former.basis && <span className="note"> {former.basis}</span>}
              </>,
            ])}
          />
        </Section>
      )}
      {source && verified && (
        <Section title={<Trans>Nguồn của danh mục</Trans>}>
          <p className="note">
            <Source source={source} />
          </p>
        </Section>
      )}
    </>
  );
}
