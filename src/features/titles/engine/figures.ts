/** Counts the figures of titles, and of series as one. */
import { TITLE_FIGURE_NAMES, TITLE_FIGURES, type TitleFigure, type TitleFigureValues } from '../contract/figures';
import type { AppliedRules } from '../../../shared/contract/rules';
import { LIST_LENGTH } from '../../../shared/limits';
import { seriesOfItems, type SeriesOfItems } from '../../../engine/data/series';
import type { ProfileTable } from '../../../engine/data/tables';
import { deliveredToAll } from '../../../engine/delivery/deliver';
import { listOf } from '../../../engine/runs/lists-file';
import type { DatasetSession } from '../../../engine/sessions/dataset-session';
import type { RunSession } from '../../../engine/sessions/run-session';

/** The titles of each profile: those that it watched, or those of its list, best first. */
export interface TitlesByProfile {
  readonly profiles: ProfileTable;
  columnsOf(profile: number): Int32Array;
  /** Row of the data set. */
  rowOf(column: number): number;
  /** Calls `make` for the first call with this name, and returns the kept value from then on. */
  keep<Value>(name: string, make: () => Value): Value;
}

/** Titles that count as one: each by itself, or those of a series. */
interface Groups {
  readonly count: number;
  /** Of a row of the data set; negative for none. */
  indexOf(row: number): number;
}

/** One number for each group; NaN is missing. */
export type Figures = Readonly<Record<TitleFigure, Float64Array>>;

const COUNTS: Record<TitleFigure, (titles: TitlesByProfile, groups: Groups) => Float64Array> = {
  popularity: countProfiles,
  recommended: countProfiles,
  meanRank: averagePlaces,
};

/** Number of profiles with any title of each group. */
function countProfiles(titles: TitlesByProfile, groups: Groups): Float64Array {
  const counts = new Float64Array(groups.count);
  visitOnce(titles, groups, (group) => counts[group]!++);
  return counts;
}

/** The mean of the best place of each group, from 1, over the profiles with any of its titles. */
function averagePlaces(titles: TitlesByProfile, groups: Groups): Float64Array {
  const counts = new Float64Array(groups.count);
  const sums = new Float64Array(groups.count);
  visitOnce(titles, groups, (group, place) => {
    counts[group]!++;
    sums[group]! += place + 1;
  });
  return sums.map((sum, group) => sum / counts[group]!);
}

/** Visits each group once a profile, at the first of its titles. @param visit given the row of the profile, by which a figure may ask who it is */
function visitOnce(
  { profiles, columnsOf, rowOf }: TitlesByProfile,
  groups: Groups,
  visit: (group: number, place: number, profile: number) => void,
): void {
  /** The last profile that was seen to have it, from 1. */
  const seen = new Int32Array(groups.count);
  for (let profile = 0; profile < profiles.ids.length; profile++)
    columnsOf(profile).forEach((column, place) => {
      const group = groups.indexOf(rowOf(column));
      if (group < 0 || seen[group] === profile + 1) return;
      seen[group] = profile + 1;
      visit(group, place, profile);
    });
}

/** One entry per title of the data set. @param lists null without a run */
export const figuresOfTitles = (session: DatasetSession, lists: TitlesByProfile | null): Figures =>
  count(session, lists, { count: session.items.ids.length, indexOf: (row) => row }, 'titles');

/** One entry per series, of its titles that are found. @param rows of the found titles */
export function figuresOfSeries(
  session: DatasetSession,
  lists: TitlesByProfile | null,
  rows: readonly number[],
): Figures {
  const { names, series } = seriesOf(session);
  const found = new Uint8Array(series.length);
  for (const row of rows) found[row] = 1;
  const groups = { count: names.length, indexOf: (row: number) => (found[row] === 1 ? series[row]! : -1) };
  return count(session, lists, groups, rows.length === series.length ? 'series' : null);
}

/** @param keptAs what the groups are called where their figures are kept */
function count(session: DatasetSession, lists: TitlesByProfile | null, groups: Groups, keptAs: string | null): Figures {
  const sources = { histories: historiesOf(session), lists };
  const countOne = (figure: TitleFigure): Float64Array => {
    const titles = sources[TITLE_FIGURES[figure].of];
    if (titles === null) return new Float64Array(groups.count).fill(NaN);
    const make = (): Float64Array => COUNTS[figure](titles, groups);
    return keptAs === null ? make() : titles.keep(`${figure} of ${keptAs}`, make);
  };
  return Object.fromEntries(TITLE_FIGURE_NAMES.map((figure) => [figure, countOne(figure)])) as Figures;
}

/** @param index of a title or a series */
export const figuresAt = (figures: Figures, index: number): TitleFigureValues =>
  Object.fromEntries(
    TITLE_FIGURE_NAMES.map((figure) => {
      const value = figures[figure][index]!;
      return [figure, Number.isNaN(value) ? null : value];
    }),
  ) as TitleFigureValues;

const historiesOf = (session: DatasetSession): TitlesByProfile => ({
  profiles: session.profiles,
  columnsOf: (profile) => session.watchedBy(profile),
  rowOf: (column) => column,
  keep: (name, make) => session.keep(name, make),
});

/** Figures that were counted in lists, for as long as those are kept. */
const countedIn = new WeakMap<object, Map<string, unknown>>();

/** The delivered lists of a run; null for a run without lists. @param rules null for lists as ranked */
export async function listsOf(session: RunSession, rules: AppliedRules | null): Promise<TitlesByProfile | null> {
  if (session.record.listsSha256 === null) return null;
  const [data, delivered] = await Promise.all([session.data(), deliveredToAll(session, rules)]);
  // Only rules bring in titles that the run does not know.
  const isBeyond = delivered.items.ids.length > data.items.ids.length;
  const { datasetItem } = isBeyond ? await session.withNewTitles() : data;
  const counted = countedIn.get(delivered) ?? new Map<string, unknown>();
  countedIn.set(delivered, counted);
  return {
    profiles: data.profiles,
    columnsOf: (profile) => listOf(delivered.lists, profile, LIST_LENGTH),
    rowOf: (column) => datasetItem[column]!,
    keep<Value>(name: string, make: () => Value) {
      if (!counted.has(name)) counted.set(name, make());
      return counted.get(name) as Value;
    },
  };
}

export const seriesOf = (session: DatasetSession): SeriesOfItems =>
  session.keep('series of titles', () => seriesOfItems(session.items.titles));
