/** Brings the first field that is marked as wrong under the cursor and into sight, a choice of several included. */
export function showFirstWrong(form: Element | null): void {
  const field = form?.querySelector<HTMLElement>('[aria-invalid="true"], [data-error] input');
  field?.focus({ preventScroll: true });
  field?.scrollIntoView({ block: 'center' });
}
