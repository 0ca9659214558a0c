import { regions } from '@hat-nhan/contracts/regions';
import { useLingui } from '@lingui/react/macro';

/** A region in the language of the page; one that no registry knows keeps its name. */
export function useRegionName(): (region: string) => string {
  const { i18n } = useLingui();
  return (region) => (i18n.locale === 'en' && regions[region]) || region;
}
