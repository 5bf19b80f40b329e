/** What a refresh begins with: the run whose recipe is trained again, and the data set that is added to. */
import type { Dataset, Refresh, RunRecord } from '../../shared/contract';
import { ShelfwiseError } from '../../shared/errors';
import { say } from '../../shared/sentences/sentence';
import { listDatasets, openSnapshot } from '../data/snapshot';
import { readMarks, withMarks } from '../kept/marks';
import { findRun, listRuns } from '../runs/store';
import type { Workspace } from '../storage/workspace';

export interface Base {
  readonly run: RunRecord;
  readonly data: Dataset;
}

/**
 * @param refreshes of this workspace, the latest first
 * @throws ShelfwiseError `not-found` where there is no such run or data set, `usage` for a run that is not finished
 */
export async function baseOf(
  workspace: Workspace,
  { run: named, to }: { readonly run?: string | undefined; readonly to?: string | undefined },
  refreshes: readonly Refresh[],
): Promise<Base> {
  const datasets = new Map((await listDatasets(workspace)).map((dataset) => [dataset.fingerprint, dataset]));
  const run = named === undefined ? await lastRun(workspace, datasets, refreshes) : await finishedRun(workspace, named);
  const data = to ?? grown(run.dataset.fingerprint, datasets, refreshes);
  return { run, data: (await openSnapshot(workspace, data)).dataset };
}

/**
 * The last finished run that is not archived and whose data is here. A run of a refresh that did not hold is passed over: compared with it, one
 * run after the other could get a little worse.
 */
async function lastRun(
  workspace: Workspace,
  datasets: ReadonlyMap<string, Dataset>,
  refreshes: readonly Refresh[],
): Promise<RunRecord> {
  const held = new Set(
    refreshes.flatMap(({ state, run }) => (state === 'exported' || run === null ? [] : [run.runId])),
  );
  const [records, marks] = await Promise.all([listRuns(workspace), readMarks(workspace)]);
  const found = records.find(
    (record) =>
      isFinished(record) &&
      datasets.has(record.dataset.fingerprint) &&
      !held.has(record.runId) &&
      !withMarks(record, marks).marks.archived,
  );
  if (found === undefined) throw new ShelfwiseError('not-found', say('refresh.no-run'));
  return found;
}

const isFinished = ({ status, listsSha256 }: RunRecord): boolean => status === 'finished' && listsSha256 !== null;

async function finishedRun(workspace: Workspace, named: string): Promise<RunRecord> {
  const { record } = await findRun(workspace, named);
  if (isFinished(record)) return record;
  throw new ShelfwiseError('usage', say('refresh.not-finished', { run: record.runId }));
}

/** What refreshes made of a data set one after the other: also those that did not hold have added their data. */
function grown(fingerprint: string, datasets: ReadonlyMap<string, Dataset>, refreshes: readonly Refresh[]): string {
  let reached = fingerprint;
  for (const { from, dataset } of refreshes.toReversed())
    if (dataset !== null && from.data === reached && datasets.has(dataset.fingerprint)) reached = dataset.fingerprint;
  return reached;
}
