/** Data after that of a run: which data sets may contain it, whether one contains what the run had learned from, and what it adds. */
import type { Dataset } from '../../../shared/contract/dataset';
import type { Outcome } from '../contract/outcome';
import type { RunRecord } from '../../../shared/contract/run';
import { say, type Said } from '../../../shared/words/sentence';
import { rowsWithEntries } from '../../../engine/data/histories';
import { withSelectedEvents } from '../../../engine/data/selected-events';
import { loadItems, loadProfiles, openSnapshot } from '../../../engine/data/snapshot';
import type { Histories, HistoriesInMemory, ProfileTable } from '../../../engine/data/tables';
import type { ExportedLists } from '../../export/engine/public';
import { readForgotten, sourceOfDataset } from '../../../engine/data/privacy/forgotten';
import type { Workspace } from '../../../engine/storage/workspace';
import { type NewerData, newViewings } from './new-viewings';

/** The data sets that may contain this one and more, the nearest first, as events are only ever added. */
export const newerSets = (datasets: readonly Dataset[], { fingerprint, interactions }: Dataset): Dataset[] =>
  datasets
    .filter((one) => one.fingerprint !== fingerprint && one.interactions >= interactions)
    .toSorted(
      (left, right) => left.interactions - right.interactions || (left.fingerprint < right.fingerprint ? -1 : 1),
    );

/** Exported lists, and what their run had learned from. */
export interface ExportedTo {
  readonly exported: ExportedLists;
  readonly profiles: ProfileTable;
  readonly histories: Histories;
  /** Number of exported profiles, known to the run or not. */
  readonly count: number;
  /** Rows of the run that a list was exported for. */
  readonly rows: ReadonlySet<number>;
  /** The exported list of a row, best first. */
  listOf(row: number): Int32Array;
}

export async function knownTo(exported: ExportedLists): Promise<ExportedTo> {
  const profiles = await loadProfiles(exported.snapshot);
  // Profiles that the run does not know get rows after those that it does.
  const places = new Map<number, number>();
  exported.rows.forEach((row, place) => {
    if (row < profiles.ids.length) places.set(row, place);
  });
  return {
    exported,
    profiles,
    histories: exported.histories,
    count: exported.profiles.length,
    rows: new Set(places.keys()),
    listOf: (row) => exported.list(places.get(row)!),
  };
}

/** Of what was exported, the lists of some profiles that the run knows. */
export function onlyOf(known: ExportedTo, ids: ReadonlySet<string>): ExportedTo {
  const rows = new Set([...known.rows].filter((row) => ids.has(known.profiles.ids[row]!)));
  return { ...known, count: rows.size, rows };
}

/** What a data set adds to what a run had learned from. */
export interface Compared extends Pick<Outcome, 'period'> {
  readonly newer: Dataset;
  /** Rows of the run; titles that it does not know follow its own. */
  readonly targets: HistoriesInMemory;
  readonly profiles: NonNullable<Outcome['profiles']>;
  readonly viewings: Omit<NonNullable<Outcome['viewings']>, 'listed' | 'popular'>;
}

/** @returns why the data set does not contain what the run had learned from, if it does not */
export async function compareWith(
  workspace: Workspace,
  known: ExportedTo,
  record: RunRecord,
  newer: Dataset,
): Promise<Compared | { readonly refusal: Said }> {
  const { exported, profiles, histories, count, rows } = known;
  const of = exported.snapshot.dataset;
  if (newer.fingerprint === of.fingerprint) return { refusal: [say('outcome.same-data', { data: of.name })] };
  if (newer.pseudonyms?.key !== of.pseudonyms?.key)
    return { refusal: [say('outcome.other-pseudonyms', { data: of.name, newer: newer.name })] };
  const until = of.period === null ? null : Date.parse(of.period.to) / 1000;
  const learned = { profiles: profiles.ids, items: exported.items, histories, until };
  const found = await newViewings(learned, await openNewer(workspace, newer, record), (row) => rows.has(row));
  const isForgotten = (await readForgotten(workspace)).from(await sourceOfDataset(newer)) ?? (() => false);
  const wasForgotten = (row: number): boolean => found.isThere[row] === 0 && isForgotten(profiles.ids[row]!);
  const missing = found.missing.reduce((sum, titles, row) => sum + (titles > 0 && !wasForgotten(row) ? titles : 0), 0);
  if (missing > 0) {
    const all = histories.offsets[histories.rows]!;
    return { refusal: [say('outcome.other-data', { newer: newer.name, data: of.name, missing, all })] };
  }
  const forgotten = [...rows].filter(wasForgotten).length;
  const judged = rowsWithEntries(found.targets).length;
  const there = [...rows].filter((row) => found.isThere[row] === 1).length;
  return {
    newer,
    targets: found.targets,
    profiles: {
      exported: count,
      judged,
      withoutNew: there - judged,
      unknown: count - there - forgotten,
      forgotten,
    },
    period: found.period && { from: isoOf(found.period.from), to: isoOf(found.period.to) },
    viewings: {
      all: found.targets.indices.length,
      ofNewTitles: found.targets.indices.reduce((sum, column) => sum + (column < exported.known ? 0 : 1), 0),
      late: found.late,
    },
  };
}

/** Viewings as the run's recipe counts them, read in pieces, whatever their number. */
async function openNewer(workspace: Workspace, { fingerprint }: Dataset, { recipe }: RunRecord): Promise<NewerData> {
  const snapshot = await openSnapshot(workspace, fingerprint);
  const [profiles, items] = await Promise.all([loadProfiles(snapshot), loadItems(snapshot)]);
  return {
    profiles: profiles.ids,
    items: items.ids,
    hasTimes: snapshot.dataset.period !== null,
    each: (visit) => withSelectedEvents(snapshot, recipe, ({ each }) => each(visit)),
  };
}

const isoOf = (seconds: number): string => new Date(seconds * 1000).toISOString();
