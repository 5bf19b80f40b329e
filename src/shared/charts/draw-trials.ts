/** Charts of tried settings: parallel coordinates, and one setting against the score. */
import * as Plot from '@observablehq/plot';
import type { ParallelDrawing, ScatterDrawing } from './drawing';
import { type Canvas, COLUMNS_HEIGHT, FAINT, FIRST, fitted, FONT, GRID, OTHER, TEXT, tipsOver } from './plot-style';

/** In pixels. */
const PARALLEL_HEIGHT = 300;
/** Opacity of the weakest line. */
const LEAST_OPACITY = 0.2;

interface Point {
  readonly id: string;
  readonly axis: number;
  readonly at: number;
  readonly strength: number;
  readonly tip: string;
}

export function parallel({ axes, lines }: ParallelDrawing, { width, textWidth, hasPointer }: Canvas): Plot.PlotOptions {
  const widthOf = (text: string): number => textWidth(text, FONT);
  const ticks = axes.flatMap((axis, place) =>
    axis.ticks.map((tick) => ({ axis: place, at: tick.at, label: tick.label })),
  );
  const widthsOf = (place: number): number[] =>
    ticks.filter(({ axis }) => axis === place).map(({ label }) => widthOf(label));
  // The lines end at the last axis: its figures stand beyond it, where no line runs through them.
  const last = axes.length - 1;
  const marginLeft = Math.ceil(Math.max(24, ...widthsOf(0))) + 14;
  const marginRight = Math.ceil(Math.max(44, ...widthsOf(last).map((wide) => wide + 14)));
  const figures = (isLast: boolean): Plot.Markish =>
    Plot.text(
      ticks.filter(({ axis }) => (axis === last) === isLast),
      {
        x: 'axis',
        y: 'at',
        text: 'label',
        textAnchor: isLast ? 'start' : 'end',
        dx: isLast ? 8 : -6,
        fill: TEXT,
        stroke: 'var(--plot-background)',
        strokeWidth: 4,
        fontSize: FONT,
      },
    );
  const room = (width - marginLeft - marginRight) / Math.max(1, axes.length - 1);
  const pointsOf = (isChosen: boolean): Point[] =>
    lines
      .filter((line) => line.isChosen === isChosen)
      .flatMap(({ id, at, strength, tip }) => at.map((place, axis): Point => ({ id, axis, at: place, strength, tip })));
  const [others, chosen] = [pointsOf(false), pointsOf(true)];
  return {
    width,
    height: PARALLEL_HEIGHT,
    marginLeft,
    marginRight,
    marginTop: 34,
    marginBottom: 14,
    x: { type: 'linear', domain: [0, Math.max(1, axes.length - 1)], axis: null },
    y: { type: 'linear', domain: [0, 1], axis: null },
    marks: [
      Plot.ruleX(
        axes.map((_, place) => place),
        { stroke: FAINT },
      ),
      Plot.line(others, {
        x: 'axis',
        y: 'at',
        z: 'id',
        stroke: FIRST,
        strokeWidth: 1.5,
        strokeOpacity: ({ strength }: Point) => LEAST_OPACITY + (1 - LEAST_OPACITY) * strength,
      }),
      Plot.line(chosen, { x: 'axis', y: 'at', z: 'id', stroke: OTHER, strokeWidth: 3 }),
      Plot.dot(chosen, { x: 'axis', y: 'at', fill: OTHER, r: 4 }),
      Plot.text(
        axes.map(({ label }, axis) => ({ axis, label: fitted(label, Math.max(FONT * 3, room - 10), widthOf) })),
        { x: 'axis', text: 'label', frameAnchor: 'top', dy: -20, fill: TEXT, fontWeight: 600, fontSize: FONT },
      ),
      figures(false),
      figures(true),
      ...tipsOver({ width, hasPointer }, [...others, ...chosen], Plot.pointer, { x: 'axis', y: 'at' }),
    ],
  };
}

export function scatter({ xAxis, yAxis, points, formatY }: ScatterDrawing, canvas: Canvas): Plot.PlotOptions {
  const values = points.map(({ y }) => y);
  const widest = Math.max(...values.map((value) => canvas.textWidth(formatY(value), FONT)));
  return {
    width: canvas.width,
    height: COLUMNS_HEIGHT,
    marginLeft: Math.ceil(widest) + 18,
    marginRight: 28,
    marginTop: 28,
    marginBottom: 42,
    x: { type: 'linear', domain: [-0.03, 1.03] },
    y: { domain: [Math.min(...values), Math.max(...values)], nice: true },
    marks: [
      Plot.gridY({ stroke: GRID, strokeOpacity: 1, ticks: 4 }),
      Plot.axisY({ label: `↑ ${yAxis}`, tickSize: 0, ticks: 4, tickFormat: formatY, fill: FAINT, fontSize: FONT }),
      Plot.axisX(
        xAxis.ticks.map(({ at }) => at),
        {
          label: `${xAxis.label} →`,
          tickSize: 0,
          tickFormat: (at: number) => xAxis.ticks.find((tick) => tick.at === at)?.label ?? '',
          fill: FAINT,
          fontSize: FONT,
        },
      ),
      Plot.dot(points, {
        x: 'at',
        y: 'y',
        fill: ({ isChosen }: { isChosen: boolean }) => (isChosen ? OTHER : FIRST),
        stroke: 'var(--plot-background)',
        r: ({ isChosen }: { isChosen: boolean }) => (isChosen ? 5.5 : 4),
      }),
      ...tipsOver(canvas, points, Plot.pointer, { x: 'at', y: 'y' }),
    ],
    r: { type: 'identity' },
  };
}
