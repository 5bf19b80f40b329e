/** What an aim asks of each list, made ready for one table of titles. */
import { ShelfwiseError, toShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { type TitleGroups, titleGroups } from '../../../engine/data/display/title-groups';
import type { ItemTable, SparseRows } from '../../../engine/data/tables';
import { watchedOf } from '../../../engine/model/ranking/lists';
import { titlesOf } from '../../../engine/rules/conditions';
import type { Aim, MeasuredAim } from '../contract/aims';
import { divergence, valueShares } from './calibration';

/** What an aim is measured on. */
export interface AimData {
  /** The titles behind the columns of lists and histories; those of lists may go on. */
  readonly items: ItemTable;
  readonly histories: SparseRows;
  /** Columns that the child of a row watched within so many days before the last day; null without times. */
  readonly watchedWithin: ((days: number) => (row: number) => ReadonlySet<number>) | null;
}

export interface PreparedAim {
  /** What the mean over the children has to be, at least or at most. */
  readonly goal: number;
  readonly isLeast: boolean;
  /** What a list comes to; null where that cannot be told. @param list columns */
  figureOf(row: number, list: ArrayLike<number>): number | null;
}

/** @throws ShelfwiseError `usage` as the call `aims.keep` */
export function refuseUnmeasured(aim: Aim, data: Omit<AimData, 'histories'>): void {
  // Says which attributes there are.
  if ('titles' in aim) titlesOf(data.items, aim.titles);
  const reason = whyNotMeasured(aim, data);
  if (reason !== null) throw new ShelfwiseError('usage', say(`aims.${reason}`));
}

/** Why an aim cannot be measured on this data; null if it can. */
export function whyNotMeasured(
  aim: Aim,
  { items, watchedWithin }: Omit<AimData, 'histories'>,
): MeasuredAim['notMeasured'] {
  if (aim.kind === 'apart') return watchedWithin === null ? 'no-times' : null;
  if (aim.kind === 'calibrated') return groupsNamed(items, aim.attribute) === null ? 'no-attribute' : null;
  try {
    return titlesOf(items, aim.titles).length === 0 ? 'no-titles' : null;
  } catch (thrown) {
    if (toShelfwiseError(thrown).code === 'usage') return 'no-attribute';
    throw thrown;
  }
}

function groupsNamed({ attributes }: ItemTable, name: string): TitleGroups | null {
  const attribute = attributes.find((one) => one.name === name);
  return attribute === undefined ? null : titleGroups(attribute);
}

/** Of an aim that can be measured. */
export function prepareAim(aim: Aim, data: AimData): PreparedAim {
  switch (aim.kind) {
    case 'at-least':
    case 'at-most': {
      const isOne = isAmong(data.items, aim.titles);
      const isLeast = aim.kind === 'at-least';
      return {
        goal: aim.share,
        isLeast,
        figureOf: (_, list) => (list.length === 0 ? null : counted(list, isOne) / list.length),
      };
    }
    case 'each': {
      const isOne = isAmong(data.items, aim.titles);
      return ofEachList((_, list) => counted(list, isOne) >= aim.count);
    }
    case 'apart': {
      const watchedBy = data.watchedWithin!(aim.days);
      return ofEachList((row, list) => {
        const watched = watchedBy(row);
        return counted(list, (column) => watched.has(column)) === 0;
      });
    }
    case 'calibrated': {
      const groups = groupsNamed(data.items, aim.attribute)!;
      return {
        goal: aim.divergence,
        isLeast: false,
        figureOf(row, list) {
          const history = row < data.histories.rows ? valueShares(groups, watchedOf(data.histories, row)) : null;
          return history === null ? null : divergence(valueShares(groups, list), history);
        },
      };
    }
  }
}

/** The figure is 1 for a list that has what it needs, otherwise 0. */
const ofEachList = (has: (row: number, list: ArrayLike<number>) => boolean): PreparedAim => ({
  goal: 1,
  isLeast: true,
  figureOf: (row, list) => Number(has(row, list)),
});

function isAmong(items: ItemTable, condition: Parameters<typeof titlesOf>[1]): (column: number) => boolean {
  const mask = new Uint8Array(items.ids.length);
  for (const column of titlesOf(items, condition)) mask[column] = 1;
  return (column) => mask[column] === 1;
}

function counted(list: ArrayLike<number>, isOne: (column: number) => boolean): number {
  let count = 0;
  for (let place = 0; place < list.length; place++) if (isOne(list[place]!)) count++;
  return count;
}

/** Whether a mean reaches the goal, but for the rounding of a sum. */
export const reaches = ({ goal, isLeast }: Pick<PreparedAim, 'goal' | 'isLeast'>, mean: number): boolean =>
  isLeast ? mean >= goal - 1e-9 : mean <= goal + 1e-9;
