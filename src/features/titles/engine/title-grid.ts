/** The grid of titles: every title of the data set, with how often a run recommends it. */
import type * as z from 'zod';
import type { titleFilterSchema, TitleRow } from '../../../shared/contract/profiles';
import type { AppliedRules } from '../../../shared/contract/rules';
import { LIST_LENGTH } from '../../../shared/limits';
import {
  foldText,
  passingRows,
  type PageRequest,
  sortedRows,
  type SortKeys,
  textKeys,
  unknownColumn,
} from '../../../engine/data/display/rows';
import { seriesOfItems, type SeriesOfItems } from '../../../engine/data/series';
import { deliveredToAll } from '../../../engine/lists/delivered';
import { listOf } from '../../../engine/runs/lists-file';
import type { DatasetSession } from '../../../engine/sessions/dataset-session';
import type { RunSession } from '../../../engine/sessions/run-session';

/** One entry per item of the data set. */
export interface TitleFigures {
  readonly recommended: Int32Array;
  /** NaN if it is in no list. */
  readonly meanRank: Float64Array;
  /** The same of each series, by the best place in each list of its titles that are found. @param found 1 for each such row */
  ofSeries(found: Uint8Array): SeriesFigures;
}

export type SeriesFigures = Pick<TitleFigures, 'recommended' | 'meanRank'>;

const COLUMNS = ['item', 'title', 'group', 'popularity', 'recommended', 'meanRank'];

export function titlePage(
  session: DatasetSession,
  figures: TitleFigures | null,
  request: PageRequest & { filter?: z.infer<typeof titleFilterSchema> | undefined },
): { all: number; total: number; rows: TitleRow[] } {
  const { ids } = session.items;
  const order = request.sort === undefined ? ids.length : orderBy(session, figures, request.sort);
  const rows = passingRows(order, filterOf(session, figures, request.filter ?? {}));
  return {
    all: ids.length,
    total: rows.length,
    rows: rows.slice(request.start, request.end).map((row) => titleRowOf(session, figures, row)),
  };
}

export const titleRowOf = (session: DatasetSession, figures: TitleFigures | null, row: number): TitleRow => ({
  item: session.items.ids[row]!,
  title: session.items.titles[row]!,
  group: session.groupOf(row),
  popularity: session.popularity[row]!,
  ...figuresOfTitle(figures, row),
});

export function figuresOfTitle(
  figures: SeriesFigures | null,
  row: number,
): { recommended: number | null; meanRank: number | null } {
  if (figures === null) return { recommended: null, meanRank: null };
  const meanRank = figures.meanRank[row]!;
  return { recommended: figures.recommended[row]!, meanRank: Number.isNaN(meanRank) ? null : meanRank };
}

export function orderBy(
  session: DatasetSession,
  figures: TitleFigures | null,
  { column, descending }: { column: string; descending: boolean },
): Int32Array {
  const { ids, titles } = session.items;
  const nothing = (): SortKeys => new Float64Array(ids.length).fill(NaN);
  switch (column) {
    case 'recommended':
      return sortedRows(figures === null ? nothing() : Float64Array.from(figures.recommended), descending);
    case 'meanRank':
      return sortedRows(figures?.meanRank ?? nothing(), descending);
  }
  return session.keep(`order of titles by ${column} ${descending}`, () => {
    switch (column) {
      case 'item':
        return sortedRows(
          Float64Array.from(ids, (_, row) => row),
          descending,
        );
      case 'title':
        return sortedRows(textKeys(titles), descending);
      case 'group':
        return sortedRows(textKeys(ids.map((_, row) => session.groupOf(row))), descending);
      case 'popularity':
        return sortedRows(Float64Array.from(session.popularity), descending);
      default:
        throw unknownColumn(column, COLUMNS);
    }
  });
}

/** Searches IDs and titles for the text. */
export function filterOf(
  session: DatasetSession,
  figures: TitleFigures | null,
  { text, recommended, watched }: z.infer<typeof titleFilterSchema>,
): (row: number) => boolean {
  const wanted = foldText(text ?? '').trim();
  const folded = session.keep('folded titles', () =>
    session.items.ids.map((id, row) => foldText(`${id}\n${session.items.titles[row] ?? ''}`)),
  );
  return (row) =>
    (wanted === '' || folded[row]!.includes(wanted)) &&
    (watched === undefined || session.popularity[row]! > 0 === watched) &&
    (recommended === undefined || figures === null || figures.recommended[row]! > 0 === recommended);
}

/** The figures of a run's delivered lists over all items of its data set; null for a run without lists. @param rules null for lists as ranked */
export async function titleFigures(session: RunSession, rules: AppliedRules | null): Promise<TitleFigures | null> {
  if (session.record.listsSha256 === null) return null;
  const [data, { items, lists }] = await Promise.all([session.data(), deliveredToAll(session, rules)]);
  // Only rules bring in titles that the run does not know.
  const isBeyond = items.ids.length > data.items.ids.length;
  const { datasetItem } = isBeyond ? await session.withNewTitles() : data;
  const all = session.dataset.items.ids.length;
  const { names, series } = seriesOf(session.dataset);
  /** @param indexOf the title or the series of a row, which a list counts once, at its best place; negative for none */
  const count = (length: number, indexOf: (row: number) => number): SeriesFigures => {
    const recommended = new Int32Array(length);
    const meanRank = new Float64Array(length);
    /** The last list that was seen to have it, from 1. */
    const seen = new Int32Array(length);
    for (let profile = 0; profile < data.profiles.ids.length; profile++)
      listOf(lists, profile, LIST_LENGTH).forEach((column, place) => {
        const index = indexOf(datasetItem[column]!);
        if (index < 0 || seen[index] === profile + 1) return;
        seen[index] = profile + 1;
        recommended[index]!++;
        meanRank[index]! += place + 1;
      });
    meanRank.forEach((sum, index) => (meanRank[index] = sum / recommended[index]!));
    return { recommended, meanRank };
  };
  return {
    ...count(all, (row) => row),
    ofSeries: (found) => count(names.length, (row) => (found[row] === 1 ? series[row]! : -1)),
  };
}

export const seriesOf = (session: DatasetSession): SeriesOfItems =>
  session.keep('series of titles', () => seriesOfItems(session.items.titles));
