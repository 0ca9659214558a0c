import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { paths } from '../lib/address.js';

interface Named {
  name: string;
  nameEn: string;
}

/** The name of a row of data in the language of the page; what has no English name keeps its own. */
export function useNameOf(): (named: Named) => string {
  const { i18n } = useLingui();
  return ({ name, nameEn }) => (i18n.locale === 'en' && nameEn ? nameEn : name);
}

/** An organisation by name, with the link to its page. */
export function OrganisationLink({ organisation }: { organisation: Named & { id: number } }) {
  const nameOf = useNameOf();
  return <Link to={paths.organisation(organisation.id, organisation.name)}>{nameOf(organisation)}</Link>;
}
