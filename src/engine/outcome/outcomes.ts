/** What of each exported list was then watched: exports of runs, made again, against data that came later. */
import type {
  Dataset,
  ExportRecord,
  Outcome,
  OutcomeRequest,
  Outcomes,
  Progress,
  RunRecord,
} from '../../shared/contract';
import { ShelfwiseError, toShelfwiseError } from '../../shared/errors';
import { say, type Said } from '../../shared/sentences/sentence';
import { throwIfStopped } from '../../shared/throw-if-stopped';
import { listDatasets, openSnapshot } from '../data/snapshot';
import { readExports } from '../export/earlier-exports';
import { exportedAgain } from '../export/exported-again';
import type { RuledExport, TunedExport } from '../export/export-run';
import { findRun, listRuns } from '../runs/store';
import { runFolder, type Workspace } from '../storage/workspace';
import { compareWith, type Compared, type ExportedTo, knownTo, newerSets } from './newer-data';
import { judgeLists } from './judged-lists';

export interface OutcomeSources {
  readonly workspace: Workspace;
  /** What the rules and the tuning of an earlier export make of the lists of its run. */
  readonly madeOf: (
    runId: string,
    earlier: ExportRecord,
  ) => Promise<{ readonly ruled?: RuledExport | undefined; readonly tuned?: TunedExport | undefined }>;
}

export interface OutcomeOptions {
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal | undefined;
}

/** Exports of one run that hold the same lists, the first one first. */
interface SameLists {
  readonly record: RunRecord;
  readonly exports: readonly [ExportRecord, ...ExportRecord[]];
}

/**
 * One entry for the same lists; why some cannot be judged stands in their entry, and keeps no others from it.
 * @throws ShelfwiseError `not-found` for a run, an export or a data set that is not there, `stopped` on abort
 */
export async function outcomesOf(
  sources: OutcomeSources,
  request: OutcomeRequest,
  { onProgress, signal }: OutcomeOptions = {},
): Promise<Outcomes> {
  const { workspace } = sources;
  const { all, unreadable } = await exportsOf(workspace, request);
  const named = request.data === undefined ? null : (await openSnapshot(workspace, request.data)).dataset;
  const datasets = await listDatasets(workspace);
  const outcomes: Outcome[] = [];
  for (const [done, lists] of all.entries()) {
    throwIfStopped(signal);
    onProgress?.({ phase: 'outcome', detail: lists.record.runId, done, total: all.length });
    outcomes.push(await outcomeOf(sources, lists, { datasets, named, signal }));
  }
  return { outcomes, unreadable };
}

async function exportsOf(
  workspace: Workspace,
  { runId, sha256 }: OutcomeRequest,
): Promise<{ all: SameLists[]; unreadable: Outcomes['unreadable'] }> {
  const records = runId === undefined ? await listRuns(workspace) : [(await findRun(workspace, runId)).record];
  const all: SameLists[] = [];
  const unreadable: Outcomes['unreadable'] = [];
  for (const record of records)
    try {
      const exports = await readExports(runFolder(workspace, record.runId));
      all.push(...sameLists(record, sha256 === undefined ? exports : exports.filter((one) => isNamed(one, sha256))));
    } catch (thrown) {
      if (runId !== undefined) throw thrown;
      const { code, message, said } = toShelfwiseError(thrown);
      unreadable.push({ runId: record.runId, code, message, ...(said && { said: [...said] }) });
    }
  if (sha256 !== undefined && all.length === 0)
    throw new ShelfwiseError('not-found', say('outcome.no-export', { hash: sha256 }));
  const firstOf = ({ exports }: SameLists): string => exports[0].exportedAt;
  return { all: all.toSorted((left, right) => (firstOf(left) < firstOf(right) ? -1 : 1)), unreadable };
}

const isNamed = (one: ExportRecord, beginning: string): boolean => one.sha256.startsWith(beginning.toLowerCase());

function sameLists(record: RunRecord, exports: readonly ExportRecord[]): SameLists[] {
  const found = new Map<string, [ExportRecord, ...ExportRecord[]]>();
  for (const one of exports) {
    const same = found.get(listsKey(one));
    if (same === undefined) found.set(listsKey(one), [one]);
    else same.push(one);
  }
  return [...found.values()].map((same) => ({ record, exports: same }));
}

/** What the lists of an export were made of, beside the data and the recipe of its run. */
const listsKey = ({ listsSha256, rulesSha256, rulesDate, tuning }: ExportRecord): string =>
  JSON.stringify([listsSha256, rulesSha256, rulesSha256 && rulesDate, tuning?.tuningSha256, tuning?.segment]);

async function outcomeOf(
  sources: OutcomeSources,
  { record, exports }: SameLists,
  where: { datasets: readonly Dataset[]; named: Dataset | null; signal: AbortSignal | undefined },
): Promise<Outcome> {
  const { datasets, named, signal } = where;
  const [first] = exports;
  const { runId, name, dataset } = record;
  const outcome: Outcome = {
    runId,
    name,
    exports: exports.map(({ sha256, format, exportedAt, path }) => ({ sha256, format, exportedAt, path })),
    withRules: first.rulesSha256 !== undefined,
    tuned: first.tuning !== undefined,
    compared: false,
    data: { fingerprint: dataset.fingerprint, name: dataset.name },
    newer: null,
    period: null,
    profiles: null,
    viewings: null,
    judged: null,
    problem: null,
  };
  const refused = (reason: NonNullable<Outcome['problem']>['reason'], why: unknown): Outcome => {
    const { code, message, said } = toShelfwiseError(why);
    return { ...outcome, problem: { reason, code, message, ...(said && { said }) } };
  };
  const refusedAs = (reason: NonNullable<Outcome['problem']>['reason'], said: Said): Outcome =>
    refused(reason, new ShelfwiseError('not-found', said));

  const own = datasets.find(({ fingerprint }) => fingerprint === dataset.fingerprint);
  const candidates = named !== null ? [named] : own === undefined ? [] : newerSets(datasets, own);
  const noNewer = [say('outcome.no-newer-data', { data: dataset.name })];
  // Nothing is made again where there is nothing to compare it with; where the data itself is gone, that says why.
  if (candidates.length === 0 && own !== undefined) return refusedAs('no-newer-data', noNewer);
  let known: ExportedTo;
  try {
    const { lists, compared } = await listsAgain(sources, { record, exports }, signal);
    outcome.compared = compared;
    known = await knownTo(lists);
  } catch (thrown) {
    if (isPassedOn(thrown)) throw thrown;
    return refused('not-rebuilt', thrown);
  }
  let [most, refusal]: [Compared | null, Said | null] = [null, null];
  for (const candidate of candidates) {
    throwIfStopped(signal);
    const compared = await compareWith(sources.workspace, known, record, candidate);
    if ('refusal' in compared) {
      refusal ??= compared.refusal;
      continue;
    }
    most = compared;
    if (compared.profiles.judged > 0) break;
  }
  if (most === null)
    return named === null
      ? refusedAs('no-newer-data', noNewer)
      : refused('other-data', new ShelfwiseError('usage', refusal!));
  const { newer, profiles, viewings, period } = most;
  outcome.newer = { fingerprint: newer.fingerprint, name: newer.name };
  outcome.profiles = profiles;
  outcome.period = period;
  if (profiles.judged === 0)
    return refusedAs('nothing-watched', [
      say('outcome.nothing-watched', { newer: newer.name, profiles: profiles.exported }),
    ]);
  const { listed, ...judged } = await judgeLists({ ...known, targets: most.targets }, signal);
  return { ...outcome, viewings: { ...viewings, listed }, judged };
}

async function listsAgain({ workspace, madeOf }: OutcomeSources, { record, exports }: SameLists, signal?: AbortSignal) {
  const { runId } = record;
  // Files that can be compared tell most.
  const earlier = exports.find(({ translated }) => translated !== true) ?? exports[0];
  const isAsTrained = earlier.rulesSha256 === undefined && earlier.tuning === undefined;
  const made = isAsTrained ? {} : await madeOf(runId, earlier);
  return exportedAgain({ workspace, folder: runFolder(workspace, runId), record, earlier, ...made, signal });
}

/** Faults of the program, and the wish to stop, are nothing about one export. */
const isPassedOn = (thrown: unknown): boolean => ['internal', 'stopped'].includes(toShelfwiseError(thrown).code);
