import type { ReactNode } from 'react';
import classes from './drawings.module.css';

export type Binding = 'cloth' | 'pale' | 'sun' | 'paper';

/** The y of a board's upper edge. */
export const BOARD = 88;

/** A book seen from its spine, the building block of all drawings. */
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
  /** Degrees to the right, around its foot. */
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
