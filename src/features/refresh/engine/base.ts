/** What a refresh starts from: the run whose recipe is trained again, and the data set to add to. */
import type { Dataset } from '../../../shared/contract/dataset';
import type { Refresh, RefreshBase } from '../contract/refresh';
import type { RunRecord } from '../../../shared/contract/run';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { listDatasets, openSnapshot } from '../../../engine/data/snapshot';
import { chosenAmong, readMarks, withMarks } from '../../../engine/kept/marks';
import { type Opened, readOpened } from '../../../engine/runs/opened';
import { readForgottenRun } from '../../../engine/runs/forgotten-run';
import { findRun, listRuns } from '../../../engine/runs/store';
import { usesOf } from '../../../engine/runs/uses';
import { runFolder, type Workspace } from '../../../engine/storage/workspace';

export interface Base {
  readonly run: RunRecord;
  /** Why this run. */
  readonly why: RefreshBase['why'];
  readonly data: Dataset;
  /**
   * Fingerprint of the data set that took the place of the run's own because a profile was forgotten: the run has no lists, and is made again on this
   * one. Null if the run's data is here.
   */
  readonly remakeOn: string | null;
}

/**
 * @param refreshes of this workspace, latest first
 * @throws ShelfwiseError `not-found` if there is no such run or data set, `usage` for a run that is not finished
 */
export async function baseOf(
  workspace: Workspace,
  { run: named, to }: { readonly run?: string | undefined; readonly to?: string | undefined },
  refreshes: readonly Refresh[],
): Promise<Base> {
  const datasets = await dataHere(workspace);
  const { run, why } =
    named === undefined
      ? await runInUse(workspace, datasets, refreshes)
      : ({ run: await finishedRun(workspace, named), why: 'named' } as const);
  const { fingerprint } = run.dataset;
  const own = datasets.placeOf(fingerprint);
  const data = to ?? grown(fingerprint, datasets, refreshes);
  const remakeOn = own === fingerprint ? null : own;
  return { run, why, data: (await openSnapshot(workspace, data)).dataset, remakeOn };
}

interface DataHere {
  /** The fingerprint itself, or that of what took its place when profiles were forgotten; null if neither is here. */
  readonly placeOf: (fingerprint: string) => string | null;
}

async function dataHere(workspace: Workspace): Promise<DataHere> {
  const present = new Set((await listDatasets(workspace)).map(({ fingerprint }) => fingerprint));
  const replaced = new Map<string, string>();
  for (const { runId, dataset } of await listRuns(workspace)) {
    const forgotten = await readForgottenRun(runFolder(workspace, runId)).catch(() => null);
    if (forgotten?.dataset) replaced.set(dataset.fingerprint, forgotten.dataset);
  }
  return {
    placeOf: (fingerprint) => {
      const seen = new Set<string>();
      let at: string | undefined = fingerprint;
      while (at !== undefined && !present.has(at) && !seen.has(at)) {
        seen.add(at);
        at = replaced.get(at);
      }
      return at !== undefined && present.has(at) ? at : null;
    },
  };
}

/**
 * The run in use, among those that are finished, not archived, and whose data, or what took its place, is here: the one that was chosen, or what
 * refreshes made from it; otherwise the one exported or approved last in this workspace; otherwise the last one with a star, and then the last of
 * all, which may be a mere trial. A run from a failed refresh is skipped unless a person
 * exported or approved it all the same: otherwise one run after another could get a little worse. A bundle's approvals and dates decide nothing:
 * otherwise the maker of a bundle could choose the run that each week's training begins with.
 */
async function runInUse(
  workspace: Workspace,
  datasets: DataHere,
  refreshes: readonly Refresh[],
): Promise<Pick<Base, 'run' | 'why'>> {
  const held = new Set(
    refreshes.flatMap(({ state, run }) => (state === 'exported' || run === null ? [] : [run.runId])),
  );
  const [records, marks] = await Promise.all([listRuns(workspace), readMarks(workspace)]);
  const usable = records.filter(
    (record) =>
      isFinished(record) &&
      datasets.placeOf(record.dataset.fingerprint) !== null &&
      !withMarks(record, marks).marks.archived,
  );
  const uses = (
    await Promise.all(usable.map(async (run) => (await usesOf(workspace, run)).map((use) => ({ run, ...use }))))
  ).flat();
  const chosen = chosenAmong(usable, marks);
  if (chosen !== null) {
    const since = marks.marks.get(chosen.runId)?.chosenAt ?? '';
    const run = latestFrom(
      chosen,
      usable,
      refreshes.filter(({ startedAt }) => startedAt >= since),
      new Set(uses.map((use) => use.run.runId)),
    );
    return { run, why: run.runId === chosen.runId ? 'chosen' : 'refreshed' };
  }
  const [use] = uses.toSorted((left, right) => (left.at < right.at ? 1 : -1));
  if (use !== undefined) return { run: use.run, why: use.why };
  const holding = await latestFirst(
    workspace,
    usable.filter(({ runId }) => !held.has(runId)),
  );
  const [last] = holding;
  if (last === undefined) throw new ShelfwiseError('not-found', say('refresh.no-run'));
  const starred = holding.find((record) => withMarks(record, marks).marks.starred);
  return starred === undefined ? { run: last, why: 'last' } : { run: starred, why: 'starred' };
}

/**
 * What refreshes made of a run one after another, as far as it was exported, or a person approved or exported it since: the choice of a run is that of
 * its recipe, and each refresh compares with the last one.
 * @param refreshes those since the choice: a person who chooses the run after a refresh goes back to it
 * @param used runs with an approval or an export
 */
function latestFrom(
  chosen: RunRecord,
  usable: readonly RunRecord[],
  refreshes: readonly Refresh[],
  used: ReadonlySet<string>,
): RunRecord {
  let reached = chosen;
  for (const { from, run, state } of refreshes.toReversed()) {
    if (run === null || from.runId !== reached.runId || !(state === 'exported' || used.has(run.runId))) continue;
    reached = usable.find(({ runId }) => runId === run.runId) ?? reached;
  }
  return reached;
}

/** By when they were started here, or opened here. */
async function latestFirst(workspace: Workspace, runs: readonly RunRecord[]): Promise<RunRecord[]> {
  const dated = await Promise.all(
    runs.map(async (run) => {
      const opened = await openedOf(workspace, run);
      return { run, at: opened !== null && opened.openedAt < run.createdAt ? opened.openedAt : run.createdAt };
    }),
  );
  return dated.toSorted((left, right) => (left.at < right.at ? 1 : -1)).map(({ run }) => run);
}

/** Null for a run that was trained here. */
const openedOf = (workspace: Workspace, { runId }: RunRecord): Promise<Opened | null> =>
  readOpened(runFolder(workspace, runId)).catch(() => null);

const isFinished = ({ status, listsSha256 }: RunRecord): boolean => status === 'finished' && listsSha256 !== null;

async function finishedRun(workspace: Workspace, named: string): Promise<RunRecord> {
  const { record } = await findRun(workspace, named);
  if (isFinished(record)) return record;
  const { name } = withMarks(record, await readMarks(workspace));
  throw new ShelfwiseError('usage', say('refresh.not-finished', { run: `${name} (${record.runId})` }));
}

/** What refreshes made of a data set one after another: failed ones have added their data too. */
function grown(fingerprint: string, { placeOf }: DataHere, refreshes: readonly Refresh[]): string {
  let reached = placeOf(fingerprint) ?? fingerprint;
  for (const { from, dataset } of refreshes.toReversed()) {
    const added = dataset === null ? null : placeOf(dataset.fingerprint);
    if (added !== null && (placeOf(from.data) ?? from.data) === reached) reached = added;
  }
  return reached;
}
