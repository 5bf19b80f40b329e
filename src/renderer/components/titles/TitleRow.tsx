import { ActionIcon, Tooltip } from '@mantine/core';
import { IconListDetails } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import { titleParts } from '../../../shared/values/episode';
import { useTexts } from '../../locales/use-texts';
import { toggleDetails, useListDetails } from '../../stores/list-details';
import { GenreName } from '../labels/GenreName';
import { useLabels } from '../labels/use-labels';
import { TitleCover } from './TitleCover';
import classes from './TitleRow.module.css';

/** A short fact about the title, below its name. */
export interface RowFact {
  readonly text: string;
  readonly tone?: 'good' | 'new' | 'warning';
}

/**
 * A figure of the title: a mark to look at, its figure in words on hover, on focus and in the details mode. Screen
 * readers always get the words.
 */
export interface RowMark {
  readonly key: string;
  /** Absent for a reason that only the words tell. */
  readonly glyph?: ReactNode;
  /** Whether the words always stand in the row, as they say it as shortly as a mark would. */
  readonly isWord?: boolean;
  readonly figure: string;
  readonly tone?: 'good' | 'warning' | undefined;
  /** What the figure means. */
  readonly hint?: string;
}

/**
 * A title as every list shows it: place, cover, name on two lines, episode and genre, marks. In this order it is read
 * out: place, name, what it is, why it is there, how it moved, its figures.
 */
export function TitleRow({
  item,
  title,
  group = null,
  isGroupShared = false,
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
  isGroupShared?: boolean;
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
  const labels = useLabels();
  const isDetailed = useListDetails((state) => state.isOn);
  const name = title ?? item;
  const { episode } = titleParts(name);
  const genre = group === null ? [] : [labels.group === null ? group : labels.text(labels.group, group)];
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
        <div className={classes.text}>
          <Name item={item} title={name} isLink={isLink} />
          <div className={classes.foot}>
            <div
              className={classes.facts}
              title={[...(episode === null ? [] : [episode]), ...genre, ...facts.map(({ text }) => text)].join(' · ')}
            >
              {/* The name says it, too. */}
              {episode !== null && <span aria-hidden>{episode}</span>}
              {group !== null && (
                <span data-shared={isGroupShared || undefined}>
                  <GenreName group={group} />
                </span>
              )}
              {facts.map(({ text, tone }) => (
                <span key={text} data-tone={tone}>
                  {text}
                </span>
              ))}
            </div>
            {marks.length > 0 && <Marks marks={marks} />}
          </div>
          {children}
        </div>
        {actions !== undefined && <div className={classes.actions}>{actions}</div>}
      </div>
    </li>
  );
}

/** At most two lines; the whole name opens by mouse and keyboard if they do not hold it. */
function Name({ item, title, isLink }: { item: string; title: string; isLink: boolean }): ReactNode {
  const { series, episode } = titleParts(title);
  const [isCut, setIsCut] = useState(false);
  const look = ({ currentTarget: { scrollHeight, clientHeight } }: { currentTarget: Element }): void =>
    setIsCut(scrollHeight > clientHeight + 1);
  const shown = (
    <span data-title={title}>
      {series}
      {episode !== null && <span className="shelfwise-visually-hidden"> {episode}</span>}
    </span>
  );
  return (
    <Tooltip
      label={title}
      disabled={!isCut}
      events={{ hover: true, focus: true, touch: false }}
      openDelay={300}
      multiline
      maw={420}
    >
      {isLink ? (
        <Link href={`/titles/${encodeURIComponent(item)}`} className={classes.name} onMouseEnter={look} onFocus={look}>
          {shown}
        </Link>
      ) : (
        <span className={classes.name} onMouseEnter={look}>
          {shown}
        </span>
      )}
    </Tooltip>
  );
}

const Marks = ({ marks }: { marks: readonly RowMark[] }): ReactNode => (
  <div className={classes.marks}>
    {marks.map(({ key, glyph, figure, tone, hint, isWord = false }) => (
      <span key={key} className={classes.mark} data-mark={key} data-tone={tone} title={hint}>
        {glyph !== undefined && (
          <span className={classes.glyph} aria-hidden>
            {glyph}
          </span>
        )}
        <span className={isWord ? undefined : classes.figure}>{figure}</span>
      </span>
    ))}
  </div>
);

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
