import type { ReactNode } from 'react';
import classes from './ShareBar.module.css';

/**
 * A thin bar above the words of a share, which screen readers get alone. @param share from 0 to 1
 * @param other a share that a line marks on the bar
 */
export function ShareBar({ share, other }: { share: number; other?: number | undefined }): ReactNode {
  return (
    <span className={classes.bar} aria-hidden>
      <span style={{ width: `${(100 * share).toFixed(1)}%` }} />
      {other !== undefined && <OtherMark style={{ insetInlineStart: `calc(${(100 * other).toFixed(1)}% - 1px)` }} />}
    </span>
  );
}

/** The line of the other share, as its heading shows it. */
export const OtherMark = ({ style }: { style?: { readonly insetInlineStart: string } }): ReactNode => (
  <i className={classes.other} style={style} aria-hidden />
);
