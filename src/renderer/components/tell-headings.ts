/** Tells the cells of a table their headings, for a phone, where they are not above them (phone-rows.module.css). */
export function tellHeadings(table: HTMLTableElement): void {
  const headings = Array.from(table.querySelectorAll('thead tr:first-child > *'), ({ textContent }) => textContent);
  for (const row of table.querySelectorAll('tbody > tr'))
    for (const [place, cell] of Array.from(row.children).entries()) {
      const heading = headings[place]?.trim() ?? '';
      if (cell.matches('td:not([colspan])') && heading !== '') cell.setAttribute('data-label', heading);
    }
}
