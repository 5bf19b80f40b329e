/** The grid of titles: every title of the data set, with how often a run recommends it. */
import { TITLE_FIGURE_NAMES, TITLE_FIGURES, type TitleFigure } from '../contract/figures';
import type { TitleFilter, TitleRow } from '../contract/title';
import { own } from '../../../shared/values/own';
import {
  foldText,
  passingRows,
  type PageRequest,
  sortedRows,
  type SortKeys,
  textKeys,
  unknownColumn,
} from '../../../engine/data/display/rows';
import type { DatasetSession } from '../../../engine/sessions/dataset-session';
import { titlesOf } from '../../../engine/rules/conditions';
import { numberColumns, numbersOfColumn, numbersOfRows } from './numbers';
import { type Figures, figuresAt, figuresOfTitles, type TitlesByProfile } from './figures';

/** Columns of texts: what they sort by. */
const TEXT_KEYS: Readonly<Record<'item' | 'title' | 'group', (session: DatasetSession) => SortKeys>> = {
  item: ({ items }) => Float64Array.from(items.ids, (_, row) => row),
  title: ({ items }) => textKeys(items.titles),
  group: (session) => textKeys(session.items.ids.map((_, row) => session.groupOf(row))),
};

export function titlePage(
  session: DatasetSession,
  lists: TitlesByProfile | null,
  request: PageRequest & { filter?: TitleFilter | undefined },
): { all: number; total: number; rows: TitleRow[] } {
  const { ids } = session.items;
  const figures = figuresOfTitles(session, lists);
  const order = request.sort === undefined ? ids.length : orderBy(session, figures, request.sort);
  const rows = passingRows(order, filterOf(session, figures, request.filter ?? {}));
  return {
    all: ids.length,
    total: rows.length,
    rows: rows.slice(request.start, request.end).map((row) => titleRowOf(session, figures, row)),
  };
}

export const titleRowOf = (session: DatasetSession, figures: Figures, row: number): TitleRow => ({
  item: session.items.ids[row]!,
  title: session.items.titles[row]!,
  group: session.groupOf(row),
  numbers: numbersOfRows(session, [row]),
  ...figuresAt(figures, row),
});

export const isTitleFigure = (column: string): column is TitleFigure => Object.hasOwn(TITLE_FIGURES, column);

/** @throws ShelfwiseError `usage` for a column that the grid does not have */
export const orderBy = (
  session: DatasetSession,
  figures: Figures,
  { column, descending }: { column: string; descending: boolean },
): Int32Array =>
  keptOrder(
    isTitleFigure(column) ? figures[column] : (numbersOfColumn(session, column) ?? textKeysOf(session, column)),
    descending,
  );

/** Orders by keys that are kept: pages of one grid follow each other. */
const orders = new WeakMap<SortKeys, Map<boolean, Int32Array>>();

function keptOrder(keys: SortKeys, descending: boolean): Int32Array {
  const kept = orders.get(keys) ?? new Map<boolean, Int32Array>();
  const order = kept.get(descending) ?? sortedRows(keys, descending);
  orders.set(keys, kept.set(descending, order));
  return order;
}

/** The place of each title in the order of a column of texts; NaN is missing. @throws ShelfwiseError as orderBy */
export function textKeysOf(session: DatasetSession, column: string): SortKeys {
  const keys = own(TEXT_KEYS, column);
  if (keys === undefined)
    throw unknownColumn(column, [...Object.keys(TEXT_KEYS), ...TITLE_FIGURE_NAMES, ...numberColumns(session)]);
  return session.keep(`keys of titles by ${column}`, () => keys(session));
}

/** Searches IDs and titles for the text. @throws ShelfwiseError `usage` for numbers of an attribute that titles do not have */
export function filterOf(
  session: DatasetSession,
  figures: Figures,
  { text, recommended, watched, numbers }: TitleFilter,
): (row: number) => boolean {
  const wanted = foldText(text ?? '').trim();
  const folded = session.keep('folded titles', () =>
    session.items.ids.map((id, row) => foldText(`${id}\n${session.items.titles[row] ?? ''}`)),
  );
  const inRanges = numbers === undefined ? null : new Set(titlesOf(session.items, { numbers }));
  return (row) =>
    (wanted === '' || folded[row]!.includes(wanted)) &&
    (inRanges === null || inRanges.has(row)) &&
    (watched === undefined || figures.popularity[row]! > 0 === watched) &&
    (recommended === undefined ||
      Number.isNaN(figures.recommended[row]!) ||
      figures.recommended[row]! > 0 === recommended);
}
