/**
 * Tables of Word and Excel have no heading cells, and Markdown has no table without them: the first row becomes the
 * heading. Merged cells, which Markdown cannot hold, become single ones.
 */
export function withTableHeads(html: string): string {
  if (!/<table/i.test(html)) return html;
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const table of page.querySelectorAll('table')) {
    for (const cell of table.querySelectorAll('td, th')) {
      cell.removeAttribute('colspan');
      cell.removeAttribute('rowspan');
    }
    if (table.querySelector('th')) continue;
    for (const cell of table.rows[0]?.cells ?? []) {
      const head = page.createElement('th');
      head.append(...cell.childNodes);
      cell.replaceWith(head);
    }
  }
  return page.body.innerHTML;
}
