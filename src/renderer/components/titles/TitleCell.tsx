import type { ReactNode } from 'react';
import { TitleCover } from './TitleCover';
import { type RowFact, TitleText } from './TitleText';
import classes from './TitleRow.module.css';

/** A title, or a series by the cover of its first title, in a cell of a grid: as its row in a list. */
export function TitleCell({
  item,
  title,
  group,
  facts = [],
  isSeries = false,
  indent,
  before,
}: {
  item: string;
  title: string;
  group: string | null;
  facts?: readonly RowFact[];
  isSeries?: boolean;
  /** Whether it stands beside series, or below its own. */
  indent?: 'series' | 'episode' | undefined;
  /** Before the cover. */
  before?: ReactNode;
}): ReactNode {
  return (
    <div className={classes.cell} data-item={item} data-series={isSeries || undefined} data-indent={indent}>
      {before}
      <TitleCover item={item} title={title} />
      <TitleText item={item} title={title} group={group} facts={facts} />
    </div>
  );
}
