import type { ReactNode } from 'react';
import classes from './ShareBar.module.css';

/** A thin bar above the words of a share, which screen readers get alone. @param share from 0 to 1 */
export function ShareBar({ share }: { share: number }): ReactNode {
  return (
    <span className={classes.bar} aria-hidden>
      <span style={{ width: `${(100 * share).toFixed(1)}%` }} />
    </span>
  );
}
