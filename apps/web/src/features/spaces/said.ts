import { useLingui } from '@lingui/react/macro';

/** What a space says of itself, in the language of the page where it has it. */
export function useSaid(): (vietnamese: string, english: string) => string {
  const { i18n } = useLingui();
  return (vietnamese, english) => (i18n.locale === 'en' && english ? english : vietnamese || english);
}
