/** A book on a board, seen from its back: what all drawings are made of. */
import type { ReactNode } from 'react';
import classes from './drawings.module.css';

export type Binding = 'cloth' | 'pale' | 'sun' | 'paper';

/** Where the upper edge of a board is. */
export const BOARD = 88;

export const Book = ({
  binding,
  x,
  width = 14,
  height,
  lean = 0,
}: {
  binding: Binding;
  x: number;
  width?: number;
  height: number;
  /** Degrees to the right, about the foot that it stands on. */
  lean?: number;
}): ReactNode => (
  <rect
    className={classes[binding]}
    {...{ x, width, height }}
    y={BOARD - height}
    rx="2.5"
    transform={lean === 0 ? undefined : `rotate(${lean} ${lean > 0 ? x + width : x} ${BOARD})`}
  />
);
