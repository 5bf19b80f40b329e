import type { ReactNode } from 'react';
import classes from './CutName.module.css';

/** Letters of an end that stays: names that begin alike often end differently. */
const END = 10;

/**
 * A name on one line that is cut in its middle where it has no room: its beginning and its end tell it apart.
 * @param props.from where the end begins, by which it differs from those of the same name
 */
export function CutName({ name, from = Math.max(0, name.length - END) }: { name: string; from?: number }): ReactNode {
  return (
    <span className={classes.name}>
      <span className={classes.beginning}>{name.slice(0, from)}</span>
      <span className={classes.end}>{name.slice(from)}</span>
    </span>
  );
}
