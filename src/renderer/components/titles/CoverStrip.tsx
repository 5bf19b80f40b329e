import type { ReactNode } from 'react';
import { TitleCover } from './TitleCover';
import classes from './CoverStrip.module.css';

/** A few titles by their covers, side by side; names by pointing at a cover, and for screen readers. */
export function CoverStrip({ titles }: { titles: readonly { item: string; title: string | null }[] }): ReactNode {
  return (
    <span className={classes.strip}>
      {titles.map(({ item, title }) => (
        <span key={item} title={title ?? item} data-item={item}>
          <TitleCover item={item} title={title ?? item} />
          <span className="shelfwise-visually-hidden">{title ?? item} </span>
        </span>
      ))}
    </span>
  );
}
