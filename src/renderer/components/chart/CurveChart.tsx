/** The only file that knows uPlot. */
import 'uplot/dist/uPlot.min.css';
import { useComputedColorScheme } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useEffect, useRef, type ReactNode } from 'react';
import UPlot from 'uplot';
import { CHART_TEXT } from '../../../shared/charts/drawing';
import classes from './CurveChart.module.css';

export interface Curve {
  label: string;
  points: readonly { x: number; y: number }[];
}

interface Properties {
  title: string;
  curves: readonly Curve[];
  /** The curves in words, for screen readers. */
  summary: string;
  formatX: (x: number) => string;
  formatY: (y: number) => string;
  height?: number;
}

const COLOURS = ['--shelfwise-line-1', '--shelfwise-line-2', '--shelfwise-line-3'] as const;
/** Distinguishes curves without colour. */
const DASHES = [[], [6, 3], [2, 3]];

function aligned(curves: readonly Curve[]): UPlot.AlignedData {
  const xs = [...new Set(curves.flatMap(({ points }) => points.map(({ x }) => x)))].sort((left, right) => left - right);
  const columns = curves.map(({ points }) => {
    const byX = new Map(points.map(({ x, y }) => [x, y]));
    return xs.map((x) => byX.get(x) ?? null);
  });
  return [xs, ...columns];
}

/** Reads the colour where the chart stands: system colours are set there, not for the whole page. */
const colourIn =
  (element: HTMLElement) =>
  (name: string): string =>
    getComputedStyle(element).getPropertyValue(name).trim();

/** Curves over epochs. */
export function CurveChart({ title, curves, summary, formatX, formatY, height = 170 }: Properties): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const plot = useRef<UPlot | null>(null);
  const scheme = useComputedColorScheme('light');
  const isForced = useMediaQuery('(forced-colors: active)');
  const latest = useRef({ curves, formatX, formatY });
  latest.current = { curves, formatX, formatY };
  const labels = curves.map(({ label }) => label).join('\n');

  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const colour = colourIn(element);
    const text = colour('--mantine-color-dimmed');
    const axis: UPlot.Axis = {
      stroke: text,
      font: `${CHART_TEXT}px ${getComputedStyle(document.body).fontFamily}`,
      grid: { stroke: colour('--shelfwise-grid'), width: 1 },
      ticks: { show: false },
    };
    const made = new UPlot(
      {
        width: element.clientWidth,
        height,
        cursor: { y: false, points: { size: 6 } },
        legend: { show: false },
        scales: { x: { time: false } },
        axes: [
          {
            ...axis,
            size: 26,
            values: (_, ticks) => ticks.map((tick) => (Number.isInteger(tick) ? latest.current.formatX(tick) : '')),
          },
          { ...axis, size: 54, values: (_, ticks) => ticks.map((tick) => latest.current.formatY(tick)) },
        ],
        series: [
          {},
          ...labels.split('\n').map((label, index) => ({
            label,
            stroke: colour(COLOURS[index % COLOURS.length]!),
            dash: DASHES[index % DASHES.length]!,
            width: 1.75,
            spanGaps: true,
            points: { show: false },
          })),
        ],
      },
      aligned(latest.current.curves),
      element,
    );
    plot.current = made;
    // A canvas does not redraw by itself when fonts arrive.
    void document.fonts.ready.then(() => plot.current?.redraw());
    const observer = new ResizeObserver(() => made.setSize({ width: element.clientWidth, height }));
    observer.observe(element);
    return () => {
      observer.disconnect();
      made.destroy();
      plot.current = null;
    };
  }, [scheme, isForced, labels, height]);

  useEffect(() => plot.current?.setData(aligned(curves)), [curves]);

  return (
    <figure className={classes.figure}>
      <figcaption className={classes.caption}>
        <span className={classes.title}>{title}</span>
        {curves.length > 1 &&
          curves.map(({ label }, index) => (
            <span key={label} className={classes.key}>
              <svg width="22" height="8" aria-hidden>
                <line
                  x1="0"
                  x2="22"
                  y1="4"
                  y2="4"
                  stroke={`var(${COLOURS[index % COLOURS.length]!})`}
                  strokeWidth="2"
                  strokeDasharray={DASHES[index % DASHES.length]!.join(' ')}
                />
              </svg>
              {label}
            </span>
          ))}
      </figcaption>
      <div ref={box} role="img" aria-label={summary} className={classes.plot} style={{ height }} />
    </figure>
  );
}
