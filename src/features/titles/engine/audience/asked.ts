/** The titles that a question about an audience names, and their places in lists. */
import type { RulesThatCount } from '../../../../shared/contract/rule-answers';
import type { TitleCondition } from '../../../../shared/contract/rules';
import { ShelfwiseError } from '../../../../shared/errors';
import { allowedWords } from '../../../../shared/values/suggest';
import { say } from '../../../../shared/words/sentence';
import { seriesOfItems } from '../../../../engine/data/series';
import type { ItemTable } from '../../../../engine/data/tables';
import type { Lists } from '../../../../engine/model/ranking/lists';
import { titlesOf } from '../../../../engine/rules/conditions';
import { listOf } from '../../../../engine/runs/lists-file';
import type { RunSession } from '../../../../engine/sessions/run-session';

export interface AskedTitles {
  readonly titles: TitleCondition;
  /** The rules that count, or null. */
  readonly rules: RulesThatCount | null;
}

/**
 * Rows of the data set, ascending.
 * @throws ShelfwiseError `not-found` for an ID that is not in the data set, or titles of which it has none; `usage` for an attribute of titles that it
 * does not have
 */
export function askedRows({ dataset, record }: RunSession, condition: TitleCondition): number[] {
  const { items, itemRow } = dataset;
  const data = record.dataset.name;
  const unknown = condition.ids?.find((id) => !itemRow.has(id));
  if (unknown !== undefined)
    throw new ShelfwiseError('not-found', [
      say('title.unknown-in-data', { title: unknown, data }),
      ...allowedWords(unknown, items.ids),
    ]);
  const rows = titlesOf(items, condition);
  if (rows.length > 0) return rows;
  const [series] = condition.series ?? [];
  if (series === undefined) throw new ShelfwiseError('not-found', say('titles.none-asked', { data }));
  throw new ShelfwiseError('not-found', [
    say('titles.no-series', { series, data }),
    ...allowedWords(series, seriesOfItems(items.titles).names),
  ]);
}

/** For each column of the lists, 1 if it is asked about. */
export function askedColumns(items: ItemTable, condition: TitleCondition): Uint8Array {
  const isAsked = new Uint8Array(items.ids.length);
  for (const column of titlesOf(items, condition)) isAsked[column] = 1;
  return isAsked;
}

/** For each of the first lists, the first place of a title that is asked about: from 1, 0 without one. */
export function placesIn(lists: Lists, count: number, isAsked: Uint8Array, length?: number): Int32Array {
  return Int32Array.from(
    { length: count },
    (_, row) => listOf(lists, row, length).findIndex((column) => isAsked[column] === 1) + 1,
  );
}
