/** Content of a cell that opens its row with a click, as a link does. */
import type { ReactNode } from 'react';
import classes from './DataGrid.module.css';

/** Milliseconds in which a second click makes a double click, on the slowest setting of a system. */
const LONGEST_DOUBLE_CLICK = 900;

/** The content of a column as a link to its row. */
export const asLink =
  <Row,>({ render, text }: { render?: (row: Row) => ReactNode; text: (row: Row) => string }) =>
  (row: Row): ReactNode => (
    <span className={classes.link} data-opens>
      {render?.(row) ?? text(row)}
    </span>
  );

/** Whether a click was on content that opens its row. */
export const isOnLink = ({ target }: Event): boolean =>
  target instanceof Element && target.closest('[data-opens]') !== null;

/** The second click of a double click would meet what the first one opened. */
export function dropSecondClick(): void {
  const drop = (event: MouseEvent): void => {
    if (event.detail > 1) event.stopPropagation();
  };
  window.addEventListener('click', drop, true);
  window.setTimeout(() => window.removeEventListener('click', drop, true), LONGEST_DOUBLE_CLICK);
}
