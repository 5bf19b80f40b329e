import { useId, type ReactNode } from 'react';
import type { SeriesDrawing } from '../../../shared/charts/drawing';
import { SERIES } from '../../../shared/charts/plot-style';
import classes from './CurveChart.module.css';
import { Picture } from './Picture';

export interface Curve {
  label: string;
  points: readonly { x: number; y: number }[];
}

interface Properties {
  title: string;
  curves: readonly Curve[];
  /** The curves in words, for screen readers. */
  summary: string;
  /** What the curves run over. */
  xAxis: string;
  formatX: (x: number) => string;
  formatY: (y: number) => string;
  height?: number;
}

/** Curves over epochs, drawn again as a training reports them. */
export function CurveChart({ title, curves, summary, xAxis, formatX, formatY, height = 170 }: Properties): ReactNode {
  const sentence = useId();
  const drawing: SeriesDrawing = {
    kind: 'series',
    height,
    xAxis,
    series: curves.map(({ label, points }) => ({
      points: points.map(({ x, y }) => ({ x, y, tip: `${label}\n${formatX(x)}: ${formatY(y)}` })),
    })),
    formatX,
    formatY,
  };
  return (
    <figure className={classes.figure}>
      <figcaption className={classes.caption}>
        <span className={classes.title}>{title}</span>
        {curves.length > 1 &&
          curves.map(({ label }, index) => {
            const { colour, dashes } = SERIES[index % SERIES.length]!;
            return (
              <span key={label} className={classes.key}>
                <svg width="22" height="8" aria-hidden>
                  <line x1="0" x2="22" y1="4" y2="4" stroke={colour} strokeWidth="2" strokeDasharray={dashes} />
                </svg>
                {label}
              </span>
            );
          })}
      </figcaption>
      <p id={sentence} hidden>
        {summary}
      </p>
      <div style={{ minHeight: height }}>
        <Picture drawing={drawing} labelledBy={sentence} />
      </div>
    </figure>
  );
}
