import { titleIn } from '@hat-nhan/vietnamese';
import { useLingui } from '@lingui/react/macro';

/** A title of the controlled list in the language of the page; one that somebody typed as he typed it. */
export function useTitleIn(): (title: string) => string {
  const { i18n } = useLingui();
  return (title) => titleIn(title, i18n.locale);
}
