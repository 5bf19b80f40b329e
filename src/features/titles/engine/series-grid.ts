/** The grid of titles by series. */
import { passingRows, type PageRequest, sortedRows } from '../../../engine/data/display/rows';
import type { DatasetSession } from '../../../engine/sessions/dataset-session';
import type { SeriesGridRow, SeriesPage } from '../contract/series';
import type { TitleFilter } from '../contract/title';
import { type Figures, figuresAt, figuresOfSeries, figuresOfTitles, seriesOf, type TitlesByProfile } from './figures';
import { medianOf, numbersOfColumn, numbersOfRows } from './numbers';
import { filterOf, isTitleFigure, orderBy, textKeysOf, titleRowOf } from './title-grid';

/** Titles that stand together: of a series, or one by itself. */
interface Entry {
  /** Index of the series; null for a title by itself. */
  readonly series: number | null;
  /** Rows of the data set, in the order of the grid. */
  readonly rows: readonly number[];
}

/** Of titles, and of series as one. */
interface GridFigures {
  readonly titles: Figures;
  /** Of the titles that match alone. */
  readonly series: Figures;
}

/** One title of a series by itself, when the others do not match, stands for itself. */
export function titlesBySeries(
  session: DatasetSession,
  lists: TitlesByProfile | null,
  request: PageRequest & { filter?: TitleFilter | undefined; open: readonly number[] },
): SeriesPage {
  const { sort, start, end } = request;
  const all = session.items.ids.length;
  const titles = figuresOfTitles(session, lists);
  const order = sort === undefined ? all : orderBy(session, titles, sort);
  const rows = passingRows(order, filterOf(session, titles, request.filter ?? {}));
  const found = entriesOf(session, rows);
  const figures = { titles, series: figuresOfSeries(session, lists, rows) };
  const sorted = sort === undefined ? found : sortedEntries(session, figures, found, sort);
  const open = new Set(request.open);
  const page: SeriesGridRow[] = [];
  let total = 0;
  /** Makes the rows of the page alone. */
  const put = (make: () => SeriesGridRow): void => {
    if (total >= start && total < end) page.push(make());
    total++;
  };
  for (const entry of sorted) {
    const { series } = entry;
    const isOpen = series === null || open.has(series);
    if (series !== null) put(() => seriesRow(session, figures.series, { series, rows: entry.rows }, isOpen));
    if (!isOpen) continue;
    for (const row of entry.rows)
      put(() => ({ kind: 'title', isEpisode: series !== null, ...titleRowOf(session, titles, row) }));
  }
  return { all, found: rows.length, total, rows: page };
}

/** By their first row. */
function entriesOf(session: DatasetSession, rows: readonly number[]): Entry[] {
  const { series } = seriesOf(session);
  const entries = new Map<number, number[]>();
  for (const row of rows) {
    // Negative for a title without a name, which is of no series.
    const key = series[row] === -1 ? -1 - row : series[row]!;
    const there = entries.get(key);
    if (there === undefined) entries.set(key, [row]);
    else there.push(row);
  }
  return Array.from(entries, ([key, together]) => ({ series: together.length > 1 ? key : null, rows: together }));
}

function sortedEntries(
  session: DatasetSession,
  figures: GridFigures,
  entries: readonly Entry[],
  { column, descending }: { column: string; descending: boolean },
): Entry[] {
  const numbers = numbersOfColumn(session, column);
  const keys = Float64Array.from(
    entries,
    isTitleFigure(column)
      ? ({ series, rows }) => (series === null ? figures.titles[column][rows[0]!]! : figures.series[column][series]!)
      : numbers === undefined
        ? firstPlace(session, column)
        : ({ rows }) => medianOf(numbers, rows),
  );
  return Array.from(sortedRows(keys, descending), (index) => entries[index]!);
}

/** The place, in ascending order of a column of texts, of the title that comes first; NaN if all lack the text. */
function firstPlace(session: DatasetSession, column: string): (entry: Entry) => number {
  const keys = textKeysOf(session, column);
  const places = session.keep(`places of titles by ${column}`, () => {
    const made = new Float64Array(keys.length);
    sortedRows(keys, false).forEach((row, place) => (made[row] = place));
    return made;
  });
  return ({ rows }) =>
    rows.reduce((least, row) => (Number.isNaN(keys[row]!) ? least : smaller(least, places[row]!)), NaN);
}

const smaller = (least: number, value: number): number => (least < value ? least : value);

/** Number of titles of each series. */
const sizesOfSeries = (session: DatasetSession): Int32Array =>
  session.keep('sizes of series', () => {
    const { names, series } = seriesOf(session);
    const sizes = new Int32Array(names.length);
    for (const of of series) if (of !== -1) sizes[of]!++;
    return sizes;
  });

function seriesRow(
  session: DatasetSession,
  figures: Figures,
  { series, rows }: { series: number; rows: readonly number[] },
  isOpen: boolean,
): SeriesGridRow {
  const first = rows.reduce((least, row) => Math.min(least, row));
  return {
    kind: 'series',
    series,
    name: seriesOf(session).names[series]!,
    item: session.items.ids[first]!,
    group: session.groupOf(first),
    titles: rows.length,
    of: sizesOfSeries(session)[series]!,
    numbers: numbersOfRows(session, rows),
    ...figuresAt(figures, series),
    isOpen,
  };
}
