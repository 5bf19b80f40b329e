/** The grid of titles by series. */
import type * as z from 'zod';
import type { titleFilterSchema } from '../../../shared/contract/profiles';
import { passingRows, type PageRequest, type SortKeys, sortedRows } from '../../../engine/data/display/rows';
import type { DatasetSession } from '../../../engine/sessions/dataset-session';
import type { SeriesGridRow, SeriesPage } from '../contract/series';
import {
  figuresOfTitle,
  filterOf,
  orderBy,
  type SeriesFigures,
  seriesOf,
  type TitleFigures,
  titleRowOf,
} from './title-grid';

/** Titles that stand together: of a series, or one by itself. */
interface Entry {
  /** Index of the series; null for a title by itself. */
  readonly series: number | null;
  /** Rows of the data set, in the order of the grid. */
  readonly rows: readonly number[];
}

/** By series, of the titles that match alone. */
interface FoundFigures {
  readonly popularity: Int32Array;
  /** Null without a run. */
  readonly lists: SeriesFigures | null;
}

/** One title of a series by itself, when the others do not match, stands for itself. */
export function titlesBySeries(
  session: DatasetSession,
  figures: TitleFigures | null,
  request: PageRequest & { filter?: z.infer<typeof titleFilterSchema> | undefined; open: readonly number[] },
): SeriesPage {
  const { sort, start, end } = request;
  const all = session.items.ids.length;
  const order = sort === undefined ? all : orderBy(session, figures, sort);
  const rows = passingRows(order, filterOf(session, figures, request.filter ?? {}));
  const found = entriesOf(session, rows);
  const ofSeries = foundFigures(session, figures, rows);
  const sorted = sort === undefined ? found : sortedEntries(session, { figures, ofSeries }, found, sort);
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
    if (series !== null) put(() => seriesRow(session, ofSeries, { series, rows: entry.rows }, isOpen));
    if (!isOpen) continue;
    for (const row of entry.rows)
      put(() => ({ kind: 'title', isEpisode: series !== null, ...titleRowOf(session, figures, row) }));
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
  figures: { readonly figures: TitleFigures | null; readonly ofSeries: FoundFigures },
  entries: readonly Entry[],
  { column, descending }: { column: string; descending: boolean },
): Entry[] {
  const keyOf = entryKeys(session, figures, column);
  const keys = Float64Array.from(entries, (entry) => keyOf(entry));
  return Array.from(sortedRows(keys, descending), (index) => entries[index]!);
}

/** Texts sort by the title that comes first, figures by those of the series. NaN is missing. */
function entryKeys(
  session: DatasetSession,
  { figures, ofSeries: { popularity, lists } }: Parameters<typeof sortedEntries>[1],
  column: string,
): (entry: Entry) => number {
  const { titles } = session.items;
  const of = (ofTitle: ArrayLike<number>, ofSeries: ArrayLike<number>) => (entry: Entry) =>
    entry.series === null ? ofTitle[entry.rows[0]!]! : ofSeries[entry.series]!;
  switch (column) {
    case 'popularity':
      return of(session.popularity, popularity);
    case 'recommended':
    case 'meanRank':
      return figures === null || lists === null ? () => NaN : of(figures[column], lists[column]);
    default: {
      const places = placesBy(session, column);
      const isMissing = (row: number): boolean =>
        column === 'title' ? titles[row] === null : column === 'group' && session.groupOf(row) === null;
      return ({ rows }) => rows.reduce((least, row) => (isMissing(row) ? least : smaller(least, places[row]!)), NaN);
    }
  }
}

const smaller = (least: number, value: number): number => (least < value ? least : value);

/** The place of each title in ascending order of a column of texts. */
const placesBy = (session: DatasetSession, column: string): SortKeys =>
  session.keep(`places of titles by ${column}`, () => {
    const places = new Float64Array(session.items.ids.length);
    orderBy(session, null, { column, descending: false }).forEach((row, place) => (places[row] = place));
    return places;
  });

function foundFigures(session: DatasetSession, figures: TitleFigures | null, rows: readonly number[]): FoundFigures {
  const all = session.items.ids.length;
  const found = new Uint8Array(all);
  for (const row of rows) found[row] = 1;
  const count = (): Int32Array => popularityOfSeries(session, found);
  return {
    popularity: rows.length === all ? session.keep('popularity of series', count) : count(),
    lists: figures && figures.ofSeries(found),
  };
}

/** Number of profiles that watched any of the titles of each series that are found. */
function popularityOfSeries(session: DatasetSession, found: Uint8Array): Int32Array {
  const { names, series } = seriesOf(session);
  const popularity = new Int32Array(names.length);
  const seen = new Int32Array(names.length);
  for (let profile = 0; profile < session.profiles.ids.length; profile++)
    for (const item of session.watchedBy(profile)) {
      const of = series[item]!;
      if (of === -1 || found[item] === 0 || seen[of] === profile + 1) continue;
      seen[of] = profile + 1;
      popularity[of]!++;
    }
  return popularity;
}

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
  { popularity, lists }: FoundFigures,
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
    popularity: popularity[series]!,
    ...figuresOfTitle(lists, series),
    isOpen,
  };
}
