import { Tooltip } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import { titleParts } from '../../../shared/values/episode';
import { GenreName } from '../labels/GenreName';
import { useLabels } from '../labels/use-labels';
import classes from './TitleRow.module.css';

/** A short fact about the title, below its name. */
export interface RowFact {
  readonly text: string;
  readonly tone?: 'good' | 'new' | 'warning';
  /** Whether it is never cut off. */
  readonly isWhole?: boolean;
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

/** What stands beside the cover: the name, below it episode, genre and facts, and the marks. */
export function TitleText({
  item,
  title,
  group = null,
  isLink = false,
  facts = [],
  marks = [],
  children,
}: {
  item: string;
  title: string;
  group?: string | null;
  isLink?: boolean;
  facts?: readonly RowFact[];
  marks?: readonly RowMark[];
  children?: ReactNode;
}): ReactNode {
  const labels = useLabels();
  const { episode } = titleParts(title);
  const genre = group === null ? [] : [labels.group === null ? group : labels.text(labels.group, group)];
  return (
    <div className={classes.text}>
      <Name item={item} title={title} isLink={isLink} />
      <div className={classes.foot}>
        <div
          className={classes.facts}
          title={[...(episode === null ? [] : [episode]), ...genre, ...facts.map(({ text }) => text)].join(' · ')}
        >
          {/* The name says it, too. */}
          {episode !== null && <span aria-hidden>{episode}</span>}
          {group !== null && (
            <span data-genre>
              <GenreName group={group} />
            </span>
          )}
          {facts.map(({ text, tone, isWhole }) => (
            <span key={text} data-tone={tone} data-whole={isWhole || undefined}>
              {text}
            </span>
          ))}
        </div>
        {marks.length > 0 && <Marks marks={marks} />}
      </div>
      {children}
    </div>
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
    <Tooltip label={title} disabled={!isCut} openDelay={300} multiline maw={420}>
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
