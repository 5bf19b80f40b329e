/**
 * Charts as pictures. Only this file and plot-style.ts know Observable Plot; they load when there is something to
 * draw.
 */
import * as Plot from '@observablehq/plot';
import { assertNever } from '../errors';
import type {
  BarsDrawing,
  Column,
  ColumnsDrawing,
  CurveDrawing,
  CurvePoint,
  Drawing,
  IntervalsDrawing,
  PairsDrawing,
  SeriesDrawing,
} from './drawing';
import {
  type Canvas,
  COLUMNS_HEIGHT,
  FAINT,
  FIRST,
  fitted,
  FONT,
  GRID,
  LEAST_WIDTH,
  OTHER,
  SERIES,
  TEXT,
  ticksFor,
  toldApart,
  tipsOver,
} from './plot-style';

/** Room for the numbers of most series: those that stand below each other begin at one line. */
const SERIES_MARGIN = 60;
/** Largest share of the width for row names. */
const MOST_LABELS = 0.42;

/**
 * @returns a picture without a style element: the window's content security policy refuses those that Plot writes, and
 * Chart.module.css replaces them. Colours are CSS variables of its container.
 */
export function drawPlot(drawing: Drawing, canvas: Canvas): SVGSVGElement {
  const options = optionsOf(drawing, { ...canvas, width: Math.max(LEAST_WIDTH, canvas.width) });
  // Without title, caption or legend, Plot returns the picture itself.
  const svg = Plot.plot({ ...options, document: canvas.document }) as SVGSVGElement;
  for (const style of Array.from(svg.getElementsByTagName('style'))) style.parentNode!.removeChild(style);
  return svg;
}

function optionsOf(drawing: Drawing, canvas: Canvas): Plot.PlotOptions {
  switch (drawing.kind) {
    case 'intervals':
      return intervals(drawing, canvas);
    case 'pairs':
      return pairs(drawing, canvas);
    case 'bars':
      return barRows(drawing, canvas);
    case 'columns':
      return columns(drawing, canvas);
    case 'curve':
      return curve(drawing, canvas);
    case 'series':
      return series(drawing, canvas);
    default:
      return assertNever(drawing);
  }
}

/** A line of the picture: a heading or a value. */
interface Line<Row> {
  readonly place: number;
  readonly text: string;
  readonly row: Row | null;
}

const linesOf = <Row extends { label: string }>(rows: readonly Row[], headingOf: (row: Row) => string): Line<Row>[] => {
  const lines: Omit<Line<Row>, 'place'>[] = [];
  let heading = '';
  for (const row of rows) {
    if (headingOf(row) !== heading) {
      heading = headingOf(row);
      lines.push({ text: heading, row: null });
    }
    lines.push({ text: row.label, row });
  }
  return lines.map((line, place) => ({ ...line, place }));
};

/** Common options of charts with rows: names at the left, scale on top, a faint line under each row. */
function rowOptions<Row>(
  lines: readonly Line<Row>[],
  { width, rowHeight, textWidth }: Canvas,
  { axis, format, isIndented }: { axis: string; format: (value: number) => string; isIndented: boolean },
  domain: [number, number],
  marks: Plot.Markish[],
): Plot.PlotOptions {
  const indent = isIndented ? 10 : 0;
  const widthOf = (text: string): number => textWidth(text, FONT);
  const widest = Math.max(...lines.map(({ text, row }) => widthOf(text) + (row === null ? 0 : indent)));
  const marginLeft = Math.min(Math.ceil(widest) + 14, Math.floor(width * MOST_LABELS));
  const named = lines.map((line) => ({
    ...line,
    text: fitted(line.text, marginLeft - 14 - (line.row === null ? 0 : indent), widthOf),
  }));
  return {
    width,
    height: lines.length * rowHeight + 44,
    marginLeft,
    marginRight: 16,
    marginTop: 40,
    marginBottom: 4,
    x: { domain, nice: true },
    y: { type: 'band', domain: lines.map(({ place }) => place), padding: 0, axis: null },
    marks: [
      Plot.gridX({ stroke: GRID, strokeOpacity: 1, ticks: ticksFor(width - marginLeft) }),
      Plot.axisX({
        anchor: 'top',
        label: `${axis} →`,
        tickSize: 0,
        ticks: ticksFor(width - marginLeft),
        tickFormat: toldApart(format),
        fill: FAINT,
        fontSize: FONT,
      }),
      // From the name to its marks.
      Plot.ruleY(
        named.filter(({ row }) => row !== null),
        { y: 'place', stroke: GRID, strokeDasharray: '1,3' },
      ),
      ...[false, true].map((isRow) =>
        Plot.text(
          named.filter(({ row }) => (row !== null) === isRow),
          {
            y: 'place',
            text: 'text',
            frameAnchor: 'left',
            textAnchor: 'start',
            dx: -marginLeft + (isRow ? indent : 0),
            fill: TEXT,
            fontWeight: isRow || !isIndented ? 400 : 600,
            fontSize: FONT,
          },
        ),
      ),
      ...marks,
    ],
  };
}

function intervals({ rows, reference, axis, format }: IntervalsDrawing, canvas: Canvas): Plot.PlotOptions {
  const lines = linesOf(rows, ({ heading }) => heading);
  const dots = lines.flatMap(({ place, row }) => (row === null ? [] : [{ ...row, place }]));
  const known = dots.filter(({ low, high }) => low !== null && high !== null);
  const rings = dots.filter(({ ring }) => ring !== undefined);
  const ends = dots.flatMap(({ value, low, high, ring }) => [value, low ?? value, high ?? value, ring ?? value]);
  return rowOptions(
    lines,
    canvas,
    { axis, format, isIndented: true },
    [Math.min(0, ...ends), Math.max(0.01, ...ends)],
    [
      ...(reference === null ? [] : [Plot.ruleX([reference], { stroke: TEXT, strokeDasharray: '3,3' })]),
      Plot.link(known, { x1: 'low', x2: 'high', y: 'place', stroke: FIRST, strokeWidth: 2 }),
      Plot.dot(rings, { x: 'ring', y: 'place', stroke: OTHER, strokeWidth: 2, r: 5 }),
      Plot.dot(dots, { x: 'value', y: 'place', fill: FIRST, r: 4 }),
      ...tipsOver(canvas, dots, Plot.pointerY, { x: 'value', y: 'place' }),
    ],
  );
}

function pairs({ rows, axis, format }: PairsDrawing, canvas: Canvas): Plot.PlotOptions {
  const lines = linesOf(rows, () => '');
  const dots = lines.flatMap(({ place, row }) => (row === null ? [] : [{ ...row, place }]));
  const most = Math.max(0.01, ...rows.flatMap(({ ring, dot }) => [ring, dot]));
  return rowOptions(
    lines,
    canvas,
    { axis, format, isIndented: false },
    [0, most],
    [
      Plot.link(dots, { x1: 'ring', x2: 'dot', y: 'place', stroke: FAINT, strokeWidth: 1.5 }),
      Plot.dot(dots, { x: 'ring', y: 'place', fill: 'var(--plot-background)', stroke: OTHER, strokeWidth: 2, r: 5 }),
      Plot.dot(dots, { x: 'dot', y: 'place', fill: FIRST, r: 4 }),
      ...tipsOver(canvas, dots, Plot.pointerY, { x: 'dot', y: 'place' }),
    ],
  );
}

function barRows({ rows, axis, format }: BarsDrawing, canvas: Canvas): Plot.PlotOptions {
  const lines = linesOf(rows, () => '');
  const all = lines.flatMap(({ place, row }) => (row === null ? [] : [{ ...row, place }]));
  const most = Math.max(0.01, ...rows.map(({ value }) => value));
  const room = Math.ceil(Math.max(...rows.map(({ note }) => canvas.textWidth(note, FONT)))) + 12;
  const options = rowOptions(
    lines,
    canvas,
    { axis, format, isIndented: false },
    [0, most],
    [
      Plot.barX(all, { x: 'value', y: 'place', fill: FIRST, insetTop: 5, insetBottom: 5 }),
      Plot.text(all, { x: 'value', y: 'place', text: 'note', textAnchor: 'start', dx: 6, fill: TEXT, fontSize: FONT }),
      ...tipsOver(canvas, all, Plot.pointerY, { x: 'value', y: 'place' }),
    ],
  );
  // The note of the longest bar stands behind it.
  return { ...options, marginRight: room };
}

function columns({ columns: all, xAxis, yAxis, format }: ColumnsDrawing, canvas: Canvas): Plot.PlotOptions {
  const { width } = canvas;
  const widthOf = (text: string): number => canvas.textWidth(text, FONT);
  const bars = all.map((column, place) => ({ ...column, place, top: heightOf(column) }));
  const most = Math.max(Number.MIN_VALUE, ...bars.map(({ top, dot }) => Math.max(top, dot ?? 0)));
  const marginLeft =
    Math.ceil(Math.max(...[0, most / 2, most, 0.75 * most].map((value) => widthOf(format(value))))) + 14;
  const room = Math.floor((width - marginLeft) / (Math.max(...all.map(({ label }) => widthOf(label))) + 14));
  const every = Math.max(1, Math.ceil(all.length / Math.max(1, room)));
  const shown = bars.filter(({ place }) => place % every === 0);
  const hollow = bars.filter((bar) => (bar.hollow ?? 0) > 0);
  const dots = bars.filter((bar) => bar.dot !== undefined);
  const inset = all.length > 60 ? 0.5 : 1;
  return {
    width,
    height: COLUMNS_HEIGHT,
    marginLeft,
    marginRight: 12,
    marginTop: 28,
    marginBottom: 42,
    x: { type: 'band', domain: bars.map(({ place }) => place), padding: 0.05 },
    y: { domain: [0, most], nice: true },
    marks: [
      Plot.gridY({ stroke: GRID, strokeOpacity: 1, ticks: 4 }),
      Plot.axisY({
        label: `↑ ${yAxis}`,
        tickSize: 0,
        ticks: 4,
        tickFormat: toldApart(format),
        fill: FAINT,
        fontSize: FONT,
      }),
      Plot.axisX(
        shown.map(({ place }) => place),
        {
          label: `${xAxis} →`,
          tickSize: 0,
          tickFormat: (place: number) => all[place]!.label,
          fill: FAINT,
          fontSize: FONT,
        },
      ),
      Plot.barY(bars, {
        x: 'place',
        y: 'value',
        fill: ({ isOther }: Column) => (isOther === true ? OTHER : FIRST),
        fillOpacity: 0.85,
        insetLeft: inset,
        insetRight: inset,
      }),
      Plot.barY(hollow, {
        x: 'place',
        y1: 'value',
        y2: 'top',
        fill: 'var(--plot-background)',
        stroke: OTHER,
        strokeWidth: 1.5,
        insetLeft: inset + 0.75,
        insetRight: inset + 0.75,
      }),
      Plot.dot(dots, { x: 'place', y: 'dot', fill: OTHER, stroke: 'var(--plot-background)', r: 4.5 }),
      Plot.ruleY([0], { stroke: FAINT }),
      ...tipsOver(canvas, bars, Plot.pointerX, { x: 'place', y: 'top' }),
    ],
  };
}

function curve(drawing: CurveDrawing, canvas: Canvas): Plot.PlotOptions {
  const { line, points, rings = [], isCounted = false, xAxis, yAxis, formatX, formatY } = drawing;
  const known = points.filter(({ low, high }) => low !== null && high !== null);
  const ends = [...points.flatMap(({ y, low, high }) => [y, low ?? y, high ?? y]), ...rings.map(({ y }) => y)];
  const widest = Math.max(...ends.map((value) => canvas.textWidth(formatY(value), FONT)));
  // A date is wider than a number and centred under its point, including the last one.
  const half = isCounted ? Math.max(...points.map(({ x }) => canvas.textWidth(formatX(x), FONT))) / 2 : 0;
  return {
    width: canvas.width,
    height: COLUMNS_HEIGHT,
    marginLeft: Math.ceil(Math.max(widest + 14, half + 2)),
    marginRight: Math.ceil(Math.max(20, half + 2)),
    marginTop: 28,
    marginBottom: 42,
    x: { domain: [Math.min(...points.map(({ x }) => x)), Math.max(...points.map(({ x }) => x))], nice: !isCounted },
    // The axis starts near the values, so that differences show.
    y: { domain: [Math.min(...ends), Math.max(...ends)], nice: true },
    marks: [
      Plot.gridY({ stroke: GRID, strokeOpacity: 1, ticks: 4 }),
      Plot.axisY({ label: `↑ ${yAxis}`, tickSize: 0, ticks: 4, tickFormat: formatY, fill: FAINT, fontSize: FONT }),
      Plot.axisX({
        label: `${xAxis} →`,
        tickSize: 0,
        ticks: isCounted
          ? countedTicks(points.length, Math.floor(canvas.width / (2 * half + 14)))
          : ticksFor(canvas.width),
        tickFormat: formatX,
        fill: FAINT,
        fontSize: FONT,
      }),
      Plot.line(rings, { x: 'x', y: 'y', stroke: OTHER, strokeWidth: 1.5, strokeDasharray: '4,3' }),
      Plot.dot(rings, { x: 'x', y: 'y', fill: 'var(--plot-background)', stroke: OTHER, strokeWidth: 2, r: 4.5 }),
      Plot.link(known, { x: 'x', y1: 'low', y2: 'high', stroke: FIRST, strokeWidth: 2, strokeOpacity: 0.5 }),
      Plot.line(line, { x: 'x', y: 'y', stroke: FIRST, strokeWidth: 1.5 }),
      Plot.dot(points, {
        x: 'x',
        y: 'y',
        fill: ({ isOther }: CurvePoint) => (isOther ? OTHER : FIRST),
        stroke: 'var(--plot-background)',
        r: ({ isOther }: CurvePoint) => (isOther ? 5.5 : 4),
      }),
      ...tipsOver(canvas, points, Plot.pointer, { x: 'x', y: 'y' }),
    ],
    r: { type: 'identity' },
  };
}

function series({ series: all, height, xAxis, formatX, formatY }: SeriesDrawing, canvas: Canvas): Plot.PlotOptions {
  const points = all.flatMap((one) => one.points);
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [low, high] = [Math.min(...ys), Math.max(...ys)];
  const widest = Math.max(...[low, (low + high) / 2, high].map((value) => canvas.textWidth(formatY(value), FONT)));
  return {
    width: canvas.width,
    height,
    marginLeft: Math.max(SERIES_MARGIN, Math.ceil(widest + 14)),
    marginRight: 20,
    marginTop: 10,
    marginBottom: 42,
    x: { domain: [Math.min(...xs), Math.max(...xs)] },
    y: { domain: [low, high], nice: true },
    marks: [
      Plot.gridX({ stroke: GRID, strokeOpacity: 1, ticks: ticksFor(canvas.width) }),
      Plot.gridY({ stroke: GRID, strokeOpacity: 1, ticks: 4 }),
      Plot.axisY({ label: null, tickSize: 0, ticks: 4, tickFormat: formatY, fill: FAINT, fontSize: FONT }),
      Plot.axisX({
        label: `${xAxis} →`,
        tickSize: 0,
        ticks: ticksFor(canvas.width),
        tickFormat: (value: number) => (Number.isInteger(value) ? formatX(value) : ''),
        fill: FAINT,
        fontSize: FONT,
      }),
      ...all.map((one, index) => {
        const { colour, dashes } = SERIES[index % SERIES.length]!;
        return Plot.line(one.points, { x: 'x', y: 'y', stroke: colour, strokeWidth: 1.75, strokeDasharray: dashes });
      }),
      ...tipsOver(canvas, points, Plot.pointer, { x: 'x', y: 'y' }),
    ],
  };
}

const heightOf = ({ value, hollow = 0 }: Column): number => value + hollow;

/** The first number and every nth one. @param room number of labels that fit along the axis */
function countedTicks(count: number, room: number): number[] {
  const every = Math.max(1, Math.ceil(count / Math.max(1, room)));
  return Array.from({ length: Math.ceil(count / every) }, (_, index) => 1 + index * every);
}
