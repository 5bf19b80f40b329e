/** What was watched of each exported list: makes exports of runs again, and compares them with later data. */
import type { Dataset } from '../../../shared/contract/dataset';
import type { ExportRecord, RunRecord } from '../../../shared/contract/run';
import type { Outcome, OutcomeRequest, Outcomes } from '../contract/outcome';
import type { Progress } from '../../../shared/contract/progress';
import { ShelfwiseError, toShelfwiseError } from '../../../shared/errors';
import { shownDataName } from '../../../shared/values/data-name';
import { say, type Said } from '../../../shared/words/sentence';
import { throwIfStopped } from '../../../shared/values/throw-if-stopped';
import { listDatasets, openSnapshot } from '../../../engine/data/snapshot';
import { readExports } from '../../../engine/runs/earlier-exports';
import { exportedAgain, type MadeOfLists } from '../../export/engine/public';
import { readForgotten } from '../../../engine/data/privacy/forgotten';
import { findRun, listRuns } from '../../../engine/runs/store';
import { runFolder, type Workspace } from '../../../engine/storage/workspace';
import { compareWith, type Compared, type ExportedTo, knownTo, newerSets, onlyOf } from './newer-data';
import { judgeLists } from './judged-lists';
import { type Found, storedOutcomes } from './stored-outcomes';

interface OutcomeSources {
  readonly workspace: Workspace;
  /** What the rules and the tuning of an earlier export make of the lists of its run. */
  readonly madeOf: (record: RunRecord, earlier: ExportRecord) => Promise<MadeOfLists>;
  /** IDs of the profiles that are asked about; null for all. */
  readonly members: ReadonlySet<string> | null;
}

interface OutcomeOptions {
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal | undefined;
}

/** Exports of one run with the same lists, earliest first. */
interface SameLists {
  readonly record: RunRecord;
  readonly exports: readonly [ExportRecord, ...ExportRecord[]];
}

/**
 * One entry for the same lists; an entry that cannot be judged says why, and does not affect the others.
 * @throws ShelfwiseError `not-found` for a run, an export or a data set that does not exist, `stopped` on abort
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
  const forgotten = (await readForgotten(workspace)).version;
  const outcomes: Outcome[] = [];
  for (const [done, lists] of all.entries()) {
    throwIfStopped(signal);
    onProgress?.({ phase: 'outcome', detail: lists.record.runId, done, total: all.length });
    outcomes.push(await outcomeOf(sources, lists, { datasets, named, forgotten, signal }));
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

/**
 * Earlier versions stored no hash of lists, so the hash of the file has to do. Whether lists can be compared depends on whether any file is
 * untranslated.
 */
const keptKey = ({ exports: [first, ...others] }: SameLists): string => {
  const lists = first.listsSha256 === undefined ? `${listsKey(first)} ${first.sha256}` : listsKey(first);
  return [first, ...others].some(isUntranslated) ? lists : `${lists} translated`;
};

const isUntranslated = ({ translated }: ExportRecord): boolean => translated !== true;

/** What the lists of an export were made of, besides the data and the recipe of its run. */
const listsKey = ({ listsSha256, rulesSha256, rulesDate, tuning }: ExportRecord): string =>
  JSON.stringify([listsSha256, rulesSha256, rulesSha256 && rulesDate, tuning?.tuningSha256, tuning?.segment]);

async function outcomeOf(
  sources: OutcomeSources,
  { record, exports }: SameLists,
  where: {
    datasets: readonly Dataset[];
    named: Dataset | null;
    /** Changes when a profile is forgotten. */
    forgotten: string;
    signal: AbortSignal | undefined;
  },
): Promise<Outcome> {
  const { datasets, named, forgotten, signal } = where;
  const [first] = exports;
  const { runId, name, dataset } = record;
  const own = datasets.find(({ fingerprint }) => fingerprint === dataset.fingerprint);
  const dataName = own === undefined ? dataset.name : shownDataName(own);
  const outcome: Outcome = {
    runId,
    name,
    exports: exports.map(({ sha256, format, exportedAt, path }) => ({ sha256, format, exportedAt, path })),
    withRules: first.rulesSha256 !== undefined,
    ruleNames: [...new Set(exports.flatMap(({ rules }) => rules?.names ?? []))],
    tuned: first.tuning !== undefined,
    compared: false,
    data: { fingerprint: dataset.fingerprint, name: dataName },
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

  const candidates = named !== null ? [named] : own === undefined ? [] : newerSets(datasets, own);
  const noNewer = [say('outcome.no-newer-data', { data: dataName })];
  // Without newer data nothing is made again; if the run's own data is gone, that is the reason.
  if (candidates.length === 0 && own !== undefined) return refusedAs('no-newer-data', noNewer);
  const kept = storedOutcomes(runFolder(sources.workspace, runId), keptKey({ record, exports }), forgotten);
  const { members } = sources;
  let found: Found | null = members === null ? await kept.find(candidates) : null;
  // Why a named data set does not fit is reported, but not stored.
  if (found?.newer === null && named !== null) found = null;
  if (found === null) {
    let known: ExportedTo;
    let compared: boolean;
    try {
      const again = await listsAgain(sources, { record, exports }, signal);
      compared = again.compared;
      known = await knownTo(again.lists);
      if (members !== null) known = onlyOf(known, members);
    } catch (thrown) {
      if (isPassedOn(thrown)) throw thrown;
      return refused('not-rebuilt', thrown);
    }
    const { refusal, ...asked } = await findOut(sources.workspace, known, record, candidates, signal);
    found = { ...asked, compared };
    if (candidates.length > 0 && members === null) await kept.keep(found);
    if (named !== null && refusal !== null) {
      outcome.compared = compared;
      return refused('other-data', new ShelfwiseError('usage', refusal));
    }
  }
  outcome.compared = found.compared;
  if (found.newer === null) return refusedAs('no-newer-data', noNewer);
  const newer = candidates.find(({ fingerprint }) => fingerprint === found.newer)!;
  outcome.newer = { fingerprint: newer.fingerprint, name: shownDataName(newer) };
  outcome.profiles = found.profiles;
  outcome.period = found.period;
  if (found.judged === null)
    return refusedAs('nothing-watched', [
      say('outcome.nothing-watched', { newer: shownDataName(newer), profiles: found.profiles!.exported }),
    ]);
  return { ...outcome, viewings: found.viewings, judged: found.judged };
}

type Asked = Omit<Found, 'compared'>;

/**
 * Finds the data with later viewings, and judges the lists by it.
 * @returns `refusal`, if no data set contains what was known: why the first one does not
 */
async function findOut(
  workspace: Workspace,
  known: ExportedTo,
  record: RunRecord,
  candidates: readonly Dataset[],
  signal: AbortSignal | undefined,
): Promise<Asked & { refusal: Said | null }> {
  let [most, refusal]: [Compared | null, Said | null] = [null, null];
  const looked: string[] = [];
  for (const candidate of candidates) {
    throwIfStopped(signal);
    looked.push(candidate.fingerprint);
    const compared = await compareWith(workspace, known, record, candidate);
    if ('refusal' in compared) {
      refusal ??= compared.refusal;
      continue;
    }
    most = compared;
    if (compared.profiles.judged > 0) break;
  }
  const nothing = { looked, newer: null, period: null, profiles: null, viewings: null, judged: null };
  if (most === null) return { ...nothing, refusal };
  const { newer, profiles, viewings, period, targets } = most;
  const found = { ...nothing, newer: newer.fingerprint, profiles, period, refusal: null };
  if (profiles.judged === 0) return found;
  const { counted, ...judged } = await judgeLists({ ...known, targets }, signal);
  return { ...found, viewings: { ...viewings, listed: counted.listed, popular: counted.popular }, judged };
}

async function listsAgain({ workspace, madeOf }: OutcomeSources, { record, exports }: SameLists, signal?: AbortSignal) {
  const { runId } = record;
  // Untranslated files can be compared.
  const earlier = exports.find(isUntranslated) ?? exports[0];
  const isAsTrained = earlier.rulesSha256 === undefined && earlier.tuning === undefined;
  const made = isAsTrained ? {} : await madeOf(record, earlier);
  return exportedAgain({ workspace, folder: runFolder(workspace, runId), record, earlier, made, signal });
}

/** Faults of the program, and a stop request, are not about one export. */
const isPassedOn = (thrown: unknown): boolean => ['internal', 'stopped'].includes(toShelfwiseError(thrown).code);
