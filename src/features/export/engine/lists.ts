/** Selects the lists to export: which profiles, in what order, with which titles. */
import type { RunRecord } from '../../../shared/contract/run';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { LIST_LENGTH } from '../../../shared/limits';
import { selectTrainingData } from '../../../engine/data/selection';
import { loadHasRow, loadItems, loadSubmissionProfiles, openSnapshot } from '../../../engine/data/snapshot';
import type { Snapshot } from '../../../engine/data/snapshot-tables';
import type { Histories } from '../../../engine/data/tables';
import { type Lists, watchedOf } from '../../../engine/model/ranking/lists';
import type { RunSession } from '../../../engine/sessions/run-session';
import type { ListedRun, MadeOfLists } from './made-of-lists';
import { hashLists, listOf, readListsAndVocabulary } from '../../../engine/runs/lists-file';
import type { Workspace } from '../../../engine/storage/workspace';

export interface ExportedLists {
  readonly snapshot: Snapshot;
  /** Each profile once, in the order of the rows to write. */
  readonly profiles: readonly string[];
  /** For each exported profile its row in the run's lists. */
  readonly rows: readonly number[];
  /** IDs of all items that a list may name: the vocabulary in order, followed by new ones that rules brought in. */
  readonly items: readonly string[];
  /** Number of items in the vocabulary. */
  readonly known: number;
  /** Columns of the list of a profile, best first, at most 25. */
  list(profile: number): Int32Array;
  /** The scores, in the same order; NaN for a title that a rule pinned from beyond the stored places. */
  scores(profile: number): Float32Array;
  /** Histories of the run's profiles. */
  readonly histories: Histories;
  /** Number of profiles with neither a history nor a row of attributes: they get the list of a profile of which nothing is known. */
  readonly unknownProfiles: number;
}

/**
 * @param made what rules or a tuning made of the lists of the run, to be exported in their place
 * @throws ShelfwiseError `not-found` where the run has no lists or its data set is gone, `bad-data` where the lists are damaged
 */
export async function exportedLists(
  workspace: Workspace,
  folder: string,
  record: RunRecord,
  made: MadeOfLists = {},
): Promise<ExportedLists> {
  const listed = made.listed ?? (await readListedRun(workspace, folder, record));
  const { profiles: known, items, histories, snapshot } = listed;
  const { lists, items: named } = made.ruled ?? made.tuned ?? listed;
  // A profile that sample_submission.csv names twice is written once.
  const profiles = [...new Set((await loadSubmissionProfiles(snapshot)) ?? known)];
  const rowOf = rowsByProfile(known, lists);
  const rows = profiles.map(rowOf);
  return {
    snapshot,
    profiles,
    rows,
    items: named,
    known: items.length,
    list: (profile) => listOf(lists, rows[profile]!),
    scores: (profile) => {
      const from = rows[profile]! * lists.count;
      return lists.scores.subarray(from, from + listOf(lists, rows[profile]!).length);
    },
    histories,
    unknownProfiles: await countUnknown(snapshot, histories, rows),
  };
}

async function readListedRun(workspace: Workspace, folder: string, record: RunRecord): Promise<ListedRun> {
  const read = await readListsAndVocabulary(folder, record);
  refuseDamagedLists(read, record);
  const snapshot = await openSnapshot(workspace, record.dataset.fingerprint);
  const { histories } = await selectTrainingData(snapshot, record.recipe);
  return { ...read, histories, snapshot };
}

/** What a session holds of its run. @throws ShelfwiseError as exportedLists */
export async function listedRunOf(session: RunSession): Promise<ListedRun> {
  const [lists, { profiles, items, histories }] = await Promise.all([session.lists(), session.data()]);
  const { snapshot } = session.dataset;
  const listed = { lists, profiles: profiles.ids, items: items.ids, histories, snapshot };
  refuseDamagedLists(listed, session.record);
  return listed;
}

function refuseDamagedLists(
  { lists, profiles, items }: Omit<ListedRun, 'histories' | 'snapshot'>,
  { runId, listsSha256 }: RunRecord,
): void {
  if (hashLists(profiles, items, lists) !== listsSha256)
    throw new ShelfwiseError('bad-data', say('export.lists-damaged', { run: runId }));
}

async function countUnknown(snapshot: Snapshot, histories: Histories, rows: readonly number[]): Promise<number> {
  const hasRow = await loadHasRow(snapshot);
  return rows.filter((row) => watchedBy(histories, row) === 0 && hasRow[row] !== true).length;
}

/** Number of different titles in the history of a row; 0 for one beyond the last. */
const watchedBy = ({ rows, offsets }: Histories, row: number): number =>
  row < rows ? offsets[row + 1]! - offsets[row]! : 0;

/** The row of a profile; the last one for a profile that the run does not know. */
function rowsByProfile(known: readonly string[], lists: Lists): (profile: string) => number {
  const rows = new Map(known.map((profile, row) => [profile, row]));
  const unknown = lists.items.length / lists.count > known.length ? known.length : null;
  return (profile) => {
    const row = rows.get(profile) ?? unknown;
    if (row === null) throw new ShelfwiseError('bad-data', say('export.profile-unknown', { profile }));
    return row;
  };
}

/** Titles in the order of the vocabulary; null if the metadata has none. */
export async function titlesOf({ snapshot, items }: ExportedLists): Promise<(string | null)[]> {
  const table = await loadItems(snapshot);
  const titles = new Map(table.ids.map((id, index) => [id, table.titles[index] ?? null]));
  return items.map((id) => titles.get(id) ?? null);
}

/** Number of exported profiles with fewer unwatched titles than a list has places: watched ones fill theirs. */
export const profilesShortOfTitles = ({ rows, items, histories }: ExportedLists): number =>
  rows.filter((row) => items.length - watchedBy(histories, row) < LIST_LENGTH).length;

/** Number of exported lists with a title that their profile has watched. */
export const listsWithWatched = ({ rows, histories, list }: ExportedLists): number =>
  rows.filter((row, profile) => {
    if (row >= histories.rows) return false;
    const watched = new Set(watchedOf(histories, row));
    return list(profile).some((item) => watched.has(item));
  }).length;

/** Titles beyond the vocabulary, which rules brought in: those in most of the exported lists first. */
export function newTitlesIn({ profiles, items, known, list }: ExportedLists): {
  readonly columns: readonly number[];
  /** Number of lists with any of them. */
  readonly lists: number;
  listsOf(column: number): number;
} {
  const counts = new Int32Array(items.length);
  let lists = 0;
  profiles.forEach((_, profile) => {
    const own = list(profile).filter((column) => column >= known);
    for (const column of own) counts[column]!++;
    if (own.length > 0) lists++;
  });
  const columns = [...counts.keys()].filter((column) => counts[column]! > 0);
  columns.sort((left, right) => counts[right]! - counts[left]! || left - right);
  return { columns, lists, listsOf: (column) => counts[column]! };
}
