import type { ReactNode } from 'react';
import { BOARD, Book, type Binding } from './Book';
import classes from './drawings.module.css';

/** Thickness, height and binding; some are followed by a gap. */
const BOOKS: readonly (readonly [width: number, height: number, binding: Binding, gap?: number])[] = [
  [15, 58, 'cloth'],
  [11, 48, 'pale'],
  [18, 66, 'cloth'],
  [13, 52, 'sun'],
  [15, 60, 'pale'],
  [10, 44, 'paper', 46],
  [17, 62, 'pale'],
  [12, 50, 'cloth'],
  [15, 56, 'paper'],
  [19, 68, 'pale'],
  [12, 54, 'sun', 62],
  [14, 60, 'cloth'],
  [16, 52, 'paper'],
  [11, 64, 'pale'],
  [18, 58, 'cloth'],
  [13, 46, 'pale'],
  [12, 56, 'paper', 54],
  [16, 64, 'sun'],
  [14, 54, 'cloth'],
  [18, 60, 'pale'],
  [11, 50, 'paper'],
  [15, 66, 'cloth', 60],
  [13, 52, 'pale'],
  [17, 58, 'paper'],
  [12, 48, 'cloth'],
  [15, 62, 'sun'],
];

const WIDTH = 720;

/** A full shelf as wide as its container, shown where work is complete. */
export function LongShelf(): ReactNode {
  let x = 10;
  const books = BOOKS.map(([width, height, binding, gap = 0]) => {
    const place = { x, width, height, binding };
    x += width + 3 + gap;
    return place;
  });
  return (
    <svg className={classes.wide} viewBox={`0 0 ${WIDTH} 96`} preserveAspectRatio="xMinYMax slice" aria-hidden>
      {books.map((book) => (
        <Book key={book.x} {...book} />
      ))}
      <rect className={classes.wood} x="0" y={BOARD} width={WIDTH} height="7" rx="3" />
    </svg>
  );
}
