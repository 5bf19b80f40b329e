import { ActionIcon } from '@mantine/core';
import { IconListDetails } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../locales/use-texts';
import { toggleDetails, useListDetails } from '../../stores/list-details';
import { TitleCover } from './TitleCover';
import { type RowFact, type RowMark, TitleText } from './TitleText';
import classes from './TitleRow.module.css';

/**
 * A title as every list shows it: place, cover, name on two lines, episode and genre, marks. In this order it is read
 * out: place, name, what it is, why it is there, how it moved, its figures.
 */
export function TitleRow({
  item,
  title,
  group = null,
  place,
  isLink = false,
  isStruck = false,
  facts = [],
  marks = [],
  actions,
  children,
  ...attributes
}: {
  item: string;
  title: string | null;
  group?: string | null;
  /** Whether the genre is one that the profile has watched. */
  place?: number;
  /** Whether the name leads to the title. */
  isLink?: boolean;
  /** Whether the title is out of the list it is shown in. */
  isStruck?: boolean;
  facts?: readonly RowFact[];
  marks?: readonly RowMark[];
  actions?: ReactNode;
  /** Below the facts. */
  children?: ReactNode;
} & Readonly<Record<`data-${string}`, string | true | undefined>>): ReactNode {
  const t = useTexts();
  const isDetailed = useListDetails((state) => state.isOn);
  const name = title ?? item;
  return (
    <li
      className={classes.row}
      data-item={item}
      data-struck={isStruck || undefined}
      data-details={(isDetailed && marks.length > 0) || undefined}
      {...attributes}
    >
      <div className={classes.inner} data-placed={place === undefined ? undefined : true}>
        {place !== undefined && (
          <span className={classes.place}>
            <span className="shelfwise-visually-hidden">{t('compare.rank', { rank: place })}</span>
            <span aria-hidden>{place}</span>
          </span>
        )}
        <TitleCover item={item} title={name} />
        <TitleText
          item={item}
          title={name}
          group={group}
          isLink={isLink}
          facts={title === null ? [{ text: t('titles.nameless') }, ...facts] : facts}
          marks={marks}
        >
          {children}
        </TitleText>
        {actions !== undefined && <div className={classes.actions}>{actions}</div>}
      </div>
    </li>
  );
}

/** The length of the bar is the title's share of the best score. */
export const ScoreGlyph = ({ share }: { share: number }): ReactNode => (
  <span className={classes.bar}>
    <span style={{ width: `${(share * 100).toFixed(1)}%` }} />
  </span>
);

const AROUND = 2 * Math.PI * 5;

/** A ring, full where the title always stays. */
export const StabilityGlyph = ({ share }: { share: number }): ReactNode => (
  <svg className={classes.ring} viewBox="0 0 14 14">
    <circle cx="7" cy="7" r="5" />
    <circle cx="7" cy="7" r="5" strokeDasharray={`${(share * AROUND).toFixed(1)} ${AROUND.toFixed(1)}`} />
  </svg>
);

/** Shows the figures of all rows in words, or only the marks (D). */
export function DetailsButton(): ReactNode {
  const t = useTexts();
  const isOn = useListDetails((state) => state.isOn);
  const label = t('compare.details');
  return (
    <ActionIcon
      size={30}
      variant={isOn ? 'light' : 'subtle'}
      color={isOn ? undefined : 'gray'}
      aria-label={label}
      aria-pressed={isOn}
      aria-keyshortcuts="d"
      title={label}
      onClick={toggleDetails}
    >
      <IconListDetails size={18} aria-hidden />
    </ActionIcon>
  );
}
