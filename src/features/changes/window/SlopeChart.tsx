import { useElementSize } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { useOneStop } from '../../../renderer/components/titles/use-one-stop';
import { useFormat } from '../../../renderer/locales/format';
import { useTexts } from '../../../renderer/locales/use-texts';
import { slopesOf } from './slopes';
import classes from './SlopeChart.module.css';

/** A title or a genre that moved. */
export interface SlopeLine {
  readonly id: string;
  readonly name: string;
  /** How the row shows it, beside the name. */
  readonly mark: ReactNode;
  /** Numbers of lists, or of places. */
  readonly before: number;
  readonly after: number;
}

/** Where the earlier side stands, in pixels from the left, and what is between the sides: a part of the width. */
const EARLIER = 92;
const BETWEEN = { share: 0.32, least: 130, most: 300 };
/** From the later side to the names. */
const LEAD = 32;
/** Left of the numbers. */
const BAR = { at: 22, width: 12 };

/**
 * What moved, from the number of lists before to that now; names stand beside the later side, and each can be chosen. A narrow window shows the names
 * alone.
 * @param lines what moved furthest first
 * @param most how far training again alone moves one at most; null until that is known
 */
export function SlopeChart({
  label,
  sides: [before, after],
  lines,
  most,
  unit,
  chosen,
  onChoose,
}: {
  label: string;
  sides: readonly [before: string, after: string];
  lines: readonly SlopeLine[];
  most: number | null;
  unit: 'titles' | 'groups';
  chosen: string | null;
  onChoose: (id: string) => void;
}): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const { ref, width } = useElementSize<HTMLDivElement>();
  const later = EARLIER + Math.round(Math.min(BETWEEN.most, Math.max(BETWEEN.least, width * BETWEEN.share)));
  const toNames = later + LEAD;
  const [pointed, setPointed] = useState<string | null>(null);
  const { height, slopes, marks, chance } = slopesOf(lines, most);
  const { list, tabIndexOf } = useOneStop(slopes.map(({ id }) => id));
  const lineOf = new Map(lines.map((line) => [line.id, line]));
  const shown = lineOf.get(pointed ?? chosen ?? '') ?? null;
  return (
    <figure className={classes.figure} aria-label={label} onPointerLeave={() => setPointed(null)}>
      <div className={classes.heads} aria-hidden>
        <b style={{ insetInlineStart: EARLIER }}>{before}</b>
        <b style={{ insetInlineStart: later }}>{after}</b>
      </div>
      <div
        ref={ref}
        className={classes.plot}
        style={{ '--height': `${height}px`, '--names': `${toNames}px` } as object}
      >
        <svg width={toNames} height={height} aria-hidden>
          {chance !== null && (
            <rect className={classes.chance} x={BAR.at} width={BAR.width} y={chance.top} height={chance.height} />
          )}
          {[EARLIER, later].map((x) => (
            <path key={x} className={classes.side} d={`M${x} 0V${height}`} />
          ))}
          {marks.map(({ at, value }) => (
            <text key={value} x={EARLIER - 12} y={at} dy="0.35em">
              {format.count(value)}
            </text>
          ))}
          {slopes.map(({ id, from, to, name, before: was, after: is }) => (
            <g key={id} data-down={is < was || undefined} data-on={id === shown?.id || undefined}>
              <path className={classes.lead} d={`M${later + 6} ${to}L${toNames - 4} ${name}`} />
              <path d={`M${EARLIER} ${from}L${later} ${to}`} />
              <circle cx={EARLIER} cy={from} r={4} />
              <circle cx={later} cy={to} r={4} />
            </g>
          ))}
        </svg>
        {chance !== null && (
          <p className={classes.alone} style={{ insetBlockEnd: height - chance.top + 4 }}>
            {t('changes.alone')}
          </p>
        )}
        <ol className={classes.names} {...list}>
          {slopes.map(({ id, name, before: was, after: is }) => {
            const line = lineOf.get(id)!;
            return (
              <li key={id} data-item={id} style={{ '--middle': `${name}px` } as object}>
                <button
                  type="button"
                  tabIndex={tabIndexOf(id)}
                  aria-pressed={id === chosen}
                  data-down={is < was || undefined}
                  data-on={id === shown?.id || undefined}
                  onPointerEnter={() => setPointed(id)}
                  onFocus={() => setPointed(id)}
                  onBlur={() => setPointed(null)}
                  onClick={() => onChoose(id)}
                >
                  {line.mark}
                  <b>{format.change(is - was, 0)}</b>
                  <span>{line.name}</span>
                </button>
              </li>
            );
          })}
        </ol>
      </div>
      <figcaption className={classes.line}>
        {shown !== null && shown.id === lines[0]?.id && `${t('changes.furthest')} `}
        {shown !== null &&
          t(`changes.line.${unit}`, {
            name: shown.name,
            before: format.count(shown.before),
            after: format.count(shown.after),
          })}
      </figcaption>
    </figure>
  );
}
