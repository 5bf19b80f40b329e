/** The weeks of a data set, worked out from data sets, runs, refreshes, approvals and exports: nothing is stored for them. */
import type { Dataset } from '../../../shared/contract/dataset';
import { hasLists, type Run } from '../../../shared/contract/run-life';
import type { ExportRecord } from '../../../shared/contract/run';
import { ShelfwiseError } from '../../../shared/errors';
import { shownDataName } from '../../../shared/values/data-name';
import { say } from '../../../shared/words/sentence';
import { listDatasets } from '../../../engine/data/snapshot';
import { readApprovals } from '../../../engine/runs/approvals';
import { readExports } from '../../../engine/runs/earlier-exports';
import { runFolder, type Workspace } from '../../../engine/storage/workspace';
import type { Refresh } from '../../refresh/contract/refresh';
import type { Week } from '../contract/week';

/** What weeks are told from. */
interface Known {
  readonly workspace: Workspace;
  readonly runs: readonly Run[];
  /** Latest first. */
  readonly refreshes: readonly Refresh[];
}

/**
 * @param data fingerprint of any data set of the series
 * @returns latest first
 * @throws ShelfwiseError `not-found` without this data set
 */
export async function weeksOf(known: Known, data: string): Promise<Week[]> {
  const series = await seriesOf(known.workspace, data);
  const weeks: Week[] = [];
  for (const [at, dataset] of series.entries()) weeks.push(await weekOfData(known, dataset, series[at - 1] ?? null));
  return weeks.toReversed();
}

/** Data sets of one folder and name, in the order of their last viewings, and without times in the order of their import. */
async function seriesOf(workspace: Workspace, data: string): Promise<Dataset[]> {
  const all = await listDatasets(workspace);
  const asked = all.find(({ fingerprint }) => fingerprint === data);
  if (asked === undefined) throw new ShelfwiseError('not-found', say('week.no-data', { data: data.slice(0, 12) }));
  const isOfSeries = ({ name, folder }: Dataset): boolean => name === asked.name && folder === asked.folder;
  const order = ({ period, importedAt }: Dataset): string => `${period?.to ?? ''} ${importedAt}`;
  return all.filter(isOfSeries).toSorted((left, right) => (order(left) < order(right) ? -1 : 1));
}

async function weekOfData(
  { workspace, runs, refreshes }: Known,
  dataset: Dataset,
  before: Dataset | null,
): Promise<Week> {
  const { fingerprint, importedAt, period, profiles, items, interactions } = dataset;
  // One that brought nothing new says nothing of how this data came in.
  const refresh =
    refreshes.find((one) => one.dataset?.fingerprint === fingerprint && one.state !== 'nothing-new') ?? null;
  const made = await Promise.all(
    runs.filter((run) => run.dataset.fingerprint === fingerprint && hasLists(run)).map(madeOf(workspace)),
  );
  const shown = mostUsed(made, refresh?.run?.runId ?? null);
  const more = (now: number, then: number): number => Math.max(0, now - then);
  return {
    data: { fingerprint, name: shownDataName(dataset), importedAt, period, profiles, items, viewings: interactions },
    added: before && {
      since: before.fingerprint,
      profiles: more(profiles, before.profiles),
      items: more(items, before.items),
      viewings: more(interactions, before.interactions),
    },
    run: shown && { runId: shown.run.runId, name: shown.run.name, lists: profiles },
    refresh: refresh && {
      refreshId: refresh.refreshId,
      state: refresh.state,
      reason: refresh.reason,
      folder: refresh.folder,
      from: refresh.from,
      compared: refresh.compared,
    },
    approved: shown?.approved ?? null,
    sent: shown?.sent == null ? null : sentOf(shown.sent),
  };
}

const sentOf = ({ path, format, profiles, sha256, exportedAt, approval }: ExportRecord): Week['sent'] => ({
  path,
  format,
  profiles,
  sha256,
  at: exportedAt,
  by: approval?.by ?? null,
});

/** What people made of the lists of a run. */
interface Made {
  readonly run: Run;
  readonly approved: Week['approved'];
  readonly sent: ExportRecord | null;
}

/** A damaged file, or one of a newer version, counts as none: the page of the run tells of it. */
const madeOf =
  (workspace: Workspace) =>
  async (run: Run): Promise<Made> => {
    const folder = runFolder(workspace, run.runId);
    const [exports, current] = await Promise.all([
      readExports(folder).catch(() => []),
      readApprovals(folder, run).then(
        ({ current: approval }) => approval,
        () => null,
      ),
    ]);
    const isOfPeopleHere = current !== null && current.brought === undefined;
    return {
      run,
      approved: isOfPeopleHere ? { by: current.by, at: current.at } : null,
      sent: exports.toSorted((left, right) => (left.exportedAt < right.exportedAt ? 1 : -1))[0] ?? null,
    };
  };

/**
 * The run whose lists a week is about: sent last, chosen for use, approved last, made by the refresh that added the data, trained last. Runs in the
 * archive count only if their lists were sent.
 */
function mostUsed(made: readonly Made[], refreshed: string | null): Made | null {
  const offered = made.filter(({ run, sent }) => sent !== null || !run.marks.archived);
  const latest = (of: (one: Made) => string | undefined): Made | null =>
    offered.filter((one) => of(one) !== undefined).toSorted((left, right) => (of(left)! < of(right)! ? 1 : -1))[0] ??
    null;
  return (
    latest(({ sent }) => sent?.exportedAt) ??
    latest(({ run }) => run.marks.chosenAt) ??
    latest(({ approved }) => approved?.at) ??
    offered.find(({ run }) => run.runId === refreshed) ??
    latest(({ run }) => run.createdAt)
  );
}
