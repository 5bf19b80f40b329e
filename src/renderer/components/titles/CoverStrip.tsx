import type { ReactNode } from 'react';
import { TitleCover } from './TitleCover';
import classes from './CoverStrip.module.css';

/** Titles by their covers, side by side; names by pointing at a cover, and for screen readers. */
export function CoverStrip({
  titles,
  label,
}: {
  titles: readonly { item: string; title: string | null }[];
  /** What they are, where they are a list by themselves. */
  label?: string;
}): ReactNode {
  return (
    <span className={classes.strip} {...(label !== undefined && { role: 'list', 'aria-label': label })}>
      {titles.map(({ item, title }) => (
        <span key={item} title={title ?? item} data-item={item} role={label === undefined ? undefined : 'listitem'}>
          <TitleCover item={item} title={title ?? item} />
          <span className="shelfwise-visually-hidden">{title ?? item} </span>
        </span>
      ))}
    </span>
  );
}
