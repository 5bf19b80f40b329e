/** What a refresh starts from: the run whose recipe is trained again, and the data set to add to. */
import type { Dataset } from '../../../shared/contract/dataset';
import type { Refresh, RefreshBase } from '../contract/refresh';
import type { RunRecord } from '../../../shared/contract/run';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { listDatasets, openSnapshot } from '../../../engine/data/snapshot';
import { readExports } from '../../../engine/runs/earlier-exports';
import { readMarks, withMarks } from '../../../engine/kept/marks';
import { readApprovals } from '../../../engine/runs/approvals';
import { cameWithBundle, type Opened, readOpened } from '../../../engine/runs/opened';
import { findRun, listRuns } from '../../../engine/runs/store';
import { runFolder, type Workspace } from '../../../engine/storage/workspace';

export interface Base {
  readonly run: RunRecord;
  /** Why this run. */
  readonly why: RefreshBase['why'];
  readonly data: Dataset;
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
  const datasets = new Map((await listDatasets(workspace)).map((dataset) => [dataset.fingerprint, dataset]));
  const { run, why } =
    named === undefined
      ? await runInUse(workspace, datasets, refreshes)
      : ({ run: await finishedRun(workspace, named), why: 'named' } as const);
  const data = to ?? grown(run.dataset.fingerprint, datasets, refreshes);
  return { run, why, data: (await openSnapshot(workspace, data)).dataset };
}

/**
 * The run in use, among those that are finished, not archived, and whose data is here: the one exported or approved last in this workspace;
 * otherwise the last one with a star, and then the last of all, which may be a mere trial. A run from a failed refresh is skipped unless a person
 * exported or approved it all the same: otherwise one run after another could get a little worse. A bundle's approvals and dates decide nothing:
 * otherwise the maker of a bundle could choose the run that each week's training begins with.
 */
async function runInUse(
  workspace: Workspace,
  datasets: ReadonlyMap<string, Dataset>,
  refreshes: readonly Refresh[],
): Promise<Pick<Base, 'run' | 'why'>> {
  const held = new Set(
    refreshes.flatMap(({ state, run }) => (state === 'exported' || run === null ? [] : [run.runId])),
  );
  const [records, marks] = await Promise.all([listRuns(workspace), readMarks(workspace)]);
  const usable = records.filter(
    (record) =>
      isFinished(record) && datasets.has(record.dataset.fingerprint) && !withMarks(record, marks).marks.archived,
  );
  const uses = await Promise.all(
    usable.map(async (run) => (await usesOf(workspace, run)).map((use) => ({ run, ...use }))),
  );
  const [use] = uses.flat().toSorted((left, right) => (left.at < right.at ? 1 : -1));
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

interface Use {
  readonly why: 'exported' | 'approved';
  /** ISO 8601. */
  readonly at: string;
}

/** A damaged file, or one of a newer version, counts as no use: the run itself is intact. */
async function usesOf(workspace: Workspace, run: RunRecord): Promise<Use[]> {
  const folder = runFolder(workspace, run.runId);
  const exports = await readExports(folder).catch(() => []);
  const approval = await readApprovals(folder, run).then(
    ({ current }) => current,
    () => null,
  );
  const opened = await openedOf(workspace, run);
  const isOfPeopleHere = approval !== null && (opened === null || !cameWithBundle(opened, approval));
  return [
    ...exports.map(({ exportedAt }): Use => ({ why: 'exported', at: exportedAt })),
    ...(isOfPeopleHere ? [{ why: 'approved', at: approval.at } as const] : []),
  ];
}

const isFinished = ({ status, listsSha256 }: RunRecord): boolean => status === 'finished' && listsSha256 !== null;

async function finishedRun(workspace: Workspace, named: string): Promise<RunRecord> {
  const { record } = await findRun(workspace, named);
  if (isFinished(record)) return record;
  const { name } = withMarks(record, await readMarks(workspace));
  throw new ShelfwiseError('usage', say('refresh.not-finished', { run: `${name} (${record.runId})` }));
}

/** What refreshes made of a data set one after another: failed ones have added their data too. */
function grown(fingerprint: string, datasets: ReadonlyMap<string, Dataset>, refreshes: readonly Refresh[]): string {
  let reached = fingerprint;
  for (const { from, dataset } of refreshes.toReversed())
    if (dataset !== null && from.data === reached && datasets.has(dataset.fingerprint)) reached = dataset.fingerprint;
  return reached;
}
