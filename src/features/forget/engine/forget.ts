/**
 * Forgets a profile. Every step may be repeated, and the intention is written before the first one, so if the program is killed in between, the next
 * start finishes the work.
 */
import * as path from 'node:path';
import type { Forgetting, ForgettingPlan } from '../../../shared/contract/privacy';
import type { Progress } from '../../../shared/contract/progress';
import { ShelfwiseError, toShelfwiseError } from '../../../shared/errors';
import { holdsHistories } from '../../../shared/recipe/companions';
import { type Said, say } from '../../../shared/words/sentence';
import { listDatasets } from '../../../engine/data/snapshot';
import { repointQueue } from '../../../engine/runs/queue';
import { mentions, withoutSentencesOf } from '../../../engine/data/privacy/mentions';
import { pruneApprovals } from '../../../engine/runs/approvals';
import { pruneExports } from '../../../engine/runs/earlier-exports';
import { isBeingVerified } from '../../../engine/runs/repeat-folder';
import { listRuns } from '../../../engine/runs/store';
import { isEarlierRecord, readAnyRecord } from '../../../engine/runs/record';
import { entriesOf } from '../../../engine/storage/disk';
import { makeFolder, removeFolder } from '../../../engine/storage/files';
import { TEMPORARY_NAME } from '../../../engine/storage/temporary';
import {
  datasetFolder,
  refuseLink,
  refuseLinkedFolders,
  runFolder,
  type Workspace,
} from '../../../engine/storage/workspace';
import { acquireRunLock } from '../../../engine/machine/trainers/lock';
import { TEXTS_IN_WORKSPACE } from '../../kept';
import { carryKept } from './carry-kept';
import {
  rememberForgotten,
  type HeldSource,
  sourceOfDataset,
  whileNobodyPlaces,
} from '../../../engine/data/privacy/forgotten';
import { type Intention, readIntention, removeIntention, writeIntention } from '../../../engine/data/privacy/intention';
import { followReplacements } from '../../../engine/data/privacy/written-files';
import { removeLeftovers } from './leftovers';
import { together } from './only-of-profile';
import { type ForgetRequest, planForgetting } from './plan-forgetting';
import { replaceDataset } from './replace-data';
import { repointForgottenRuns, stripRun } from './strip-run';

type Removed = Forgetting['removed'];

interface ForgetOptions extends ForgetRequest {
  readonly workspace: Workspace;
  readonly onProgress?: (progress: Progress) => void;
  /** Called when the data sets and runs have changed on the disk. */
  readonly onReplaced?: (fingerprints: readonly string[], runs: readonly string[]) => Promise<void>;
}

/**
 * @throws ShelfwiseError `busy` while a run of the data is trained or verified, or another program is forgetting a profile; as planForgetting does.
 * Then nothing was done. A failure (a full disk) before anything was replaced calls the forgetting off; after that the next start finishes it. The
 * error says which
 */
export async function forget(options: ForgetOptions): Promise<Forgetting> {
  const { workspace } = options;
  return exclusively(workspace, async () => {
    await finish(workspace, options);
    for (;;) {
      const seen = new Set(await namesIn(workspace));
      const { plan, holders, only } = await planForgetting(workspace, options);
      refuseBusy(plan);
      const intention: Intention = {
        formatVersion: 1,
        profile: plan.profile,
        datasets: [...holders.datasets],
        replacements: {},
        runs: [...holders.runs],
        trash: holders.trash.map((folder) => path.basename(folder)),
        withModels: options.withModels,
        only,
        at: new Date().toISOString(),
      };
      await writeIntention(workspace, intention);
      let now;
      try {
        await refuseStarted(workspace, intention);
        now = await whileNobodyPlaces(workspace, () => namesIn(workspace));
      } catch (thrown) {
        await removeIntention(workspace);
        throw thrown;
      }
      if (now.every((name) => seen.has(name)))
        return {
          ...plan,
          ...(await carryOut(workspace, intention, holders.sources, { ...options, mayCallOff: true })),
        };
      // Opened from a bundle since the search for holders.
      await removeIntention(workspace);
    }
  });
}

type Telling = Pick<ForgetOptions, 'onProgress' | 'onReplaced'>;

/**
 * Finishes forgetting after a program was killed.
 * @returns whether there was anything to finish
 * @throws ShelfwiseError `busy` while another program forgets; or why it cannot be finished now: a full disk, a run in training, a damaged intention
 */
export async function finishForgetting(workspace: Workspace, telling: Telling = {}): Promise<boolean> {
  if ((await readIntention(workspace)) === null) return false;
  return exclusively(workspace, () => finish(workspace, telling));
}

async function finish(workspace: Workspace, telling: Telling): Promise<boolean> {
  const intention = await readIntention(workspace);
  if (intention === null) return false;
  await refuseStarted(workspace, intention);
  await carryOut(workspace, intention, await sourcesOf(workspace, intention), telling).catch((thrown: unknown) => {
    throw new ShelfwiseError(toShelfwiseError(thrown).code, causeOf(thrown), { cause: thrown });
  });
  return true;
}

/** One program at a time; takes over from a killed one, as with a run. */
async function exclusively<Result>(workspace: Workspace, work: () => Promise<Result>): Promise<Result> {
  await refuseLinkedFolders(workspace);
  await makeFolder(workspace.privacy);
  const lock = await acquireRunLock(workspace.privacy).catch((thrown: unknown) => {
    if (toShelfwiseError(thrown).code !== 'busy') throw thrown;
    throw new ShelfwiseError('busy', say('forget.other-program'), { cause: thrown });
  });
  try {
    return await work();
  } finally {
    await lock.release();
  }
}

function refuseBusy({ busy }: Pick<ForgettingPlan, 'busy'>): void {
  if (busy.length === 0) return;
  throw new ShelfwiseError('busy', say('forget.busy', { count: busy.length, runs: busy.map(({ id }) => id) }));
}

/** Names of runs and data sets. */
const namesIn = async ({ runs, datasets }: Workspace): Promise<string[]> =>
  (await Promise.all([runs, datasets].map(entriesOf)))
    .flat()
    .map(({ name }) => name)
    .filter((name) => !TEMPORARY_NAME.test(name));

/** Runs announced before the intention existed; later ones see the intention and refuse. */
async function refuseStarted(workspace: Workspace, { datasets }: Intention): Promise<void> {
  const busy: ForgettingPlan['busy'] = [];
  for (const { runId, name, dataset, status } of await listRuns(workspace))
    if (
      datasets.includes(dataset.fingerprint) &&
      (status === 'running' || (await isBeingVerified(runFolder(workspace, runId))))
    )
      busy.push({ id: runId, name });
  refuseBusy({ busy });
}

/** Sources of the data sets that still exist: the hash was stored with all of them before the first was removed. */
async function sourcesOf(workspace: Workspace, { datasets }: Intention): Promise<HeldSource[]> {
  const present = (await listDatasets(workspace)).filter(({ fingerprint }) => datasets.includes(fingerprint));
  return Promise.all(present.map(sourceOfDataset));
}

async function carryOut(
  workspace: Workspace,
  intention: Intention,
  sources: readonly HeldSource[],
  { mayCallOff = false, ...telling }: Telling & { readonly mayCallOff?: boolean },
): Promise<Pick<Forgetting, 'replaced' | 'removed'>> {
  const { datasets, runs } = intention;
  for (const folder of [
    ...datasets.map((fingerprint) => datasetFolder(workspace, fingerprint)),
    ...runs.map((runId) => runFolder(workspace, runId)),
  ])
    await refuseLink(folder);
  const begun: Begun = { made: [], isPastRecall: false };
  try {
    return await inSteps(workspace, intention, { sources, begun }, telling);
  } catch (thrown) {
    const error = toShelfwiseError(thrown);
    // A fault of the program may have done anything.
    if (!mayCallOff || error.code === 'internal') throw thrown;
    if (!begun.isPastRecall) await callOff(workspace, begun);
    const said = say(begun.isPastRecall ? 'forget.goes-on' : 'forget.called-off', { cause: causeOf(error) });
    throw new ShelfwiseError(error.code, said, { cause: thrown });
  }
}

/** What was done of a forgetting. */
interface Begun {
  /** Fingerprints of data sets without the profile, made beside those with it. */
  readonly made: string[];
  /** Whether anything is gone that was there before, or the profile is kept out of imports. */
  isPastRecall: boolean;
}

/** The intention goes first: if it stayed, the next start would take data sets for made that are gone. */
async function callOff(workspace: Workspace, { made }: Begun): Promise<void> {
  await removeIntention(workspace);
  for (const fingerprint of made) await removeFolder(datasetFolder(workspace, fingerprint)).catch(() => undefined);
}

/** Why it failed, without the promise of a full disk that nothing was changed: that holds for the one file that had no room. */
function causeOf(thrown: unknown): Said {
  const { code, message, said = [message] } = toShelfwiseError(thrown);
  return code === 'no-space' ? [say('forget.disk-full')] : said;
}

async function inSteps(
  workspace: Workspace,
  intention: Intention,
  { sources, begun }: { readonly sources: readonly HeldSource[]; readonly begun: Begun },
  { onProgress, onReplaced }: Telling,
): Promise<Pick<Forgetting, 'replaced' | 'removed'>> {
  const { profile, datasets, runs, trash, only } = intention;
  const removed: Removed = { events: 0, items: 0, texts: 0, reviews: 0, notes: 0, segments: 0, files: 0, models: 0 };
  const add = (counts: Partial<Removed>): void => {
    for (const [name, count] of Object.entries(counts) as [keyof Removed, number][]) removed[name] += count;
  };
  const step = (detail: string, done: number): void => onProgress?.({ phase: 'forget', detail, done, total: 5 });

  // Nothing is placed while the intention exists, so imports may still find the profile until all data sets without it are made.
  step('data', 0);
  const replacements: Record<string, string | null> = { ...intention.replacements };
  for (const before of datasets) {
    if (Object.hasOwn(replacements, before)) continue;
    const made = await replaceDataset(workspace, before, profile, () => (begun.isPastRecall = true));
    if (made === null) continue;
    const { after, made: isMade, ...counts } = made;
    if (isMade && after !== null) begun.made.push(after);
    add(counts);
    replacements[before] = after;
    await writeIntention(workspace, { ...intention, replacements });
  }
  step('imports', 1);
  await rememberForgotten(workspace, profile, sources, datasets);
  begun.isPastRecall = true;
  step('kept', 2);
  for (const before of datasets) {
    // If a data set is only in the trash or gone, what was saved about other profiles stays where it is.
    const after = Object.hasOwn(replacements, before) ? replacements[before]! : before;
    add(await carryKept(workspace, before, after, { profile, only: only[before] ?? together(Object.values(only)) }));
  }
  await repointQueue(workspace, replacements);
  step('runs', 3);
  for (const runId of runs) {
    const folder = runFolder(workspace, runId);
    const record = await readAnyRecord(folder).catch(() => null);
    const dataset = (record && replacements[record.dataset.fingerprint]) ?? null;
    const { at: forgottenAt, withModels } = intention;
    // A run with an unreadable record may have such a model, too, and so may one of an earlier version.
    const withModel = withModels || record === null || isEarlierRecord(record) || holdsHistories(record);
    const isIn = (text: string): boolean => mentions(text, profile);
    await pruneApprovals(folder, { isIn, without: (text) => withoutSentencesOf(text, profile) }, forgottenAt);
    await pruneExports(folder, isIn, forgottenAt);
    const titles = record === null ? null : (only[record.dataset.fingerprint]?.titles ?? null);
    add(await stripRun(folder, { formatVersion: 1, forgottenAt, dataset, withModel }, titles));
  }
  for (const kept of Object.values(TEXTS_IN_WORKSPACE)) await kept.prune(workspace, (text) => mentions(text, profile));
  await repointForgottenRuns(workspace, replacements);
  await followReplacements(workspace, replacements);
  step('rest', 4);
  for (const before of datasets)
    if (replacements[before] !== before) await removeFolder(datasetFolder(workspace, before));
  for (const name of trash) await removeFolder(path.join(workspace.trash, name));
  await removeLeftovers(workspace);
  await onReplaced?.(datasets, runs);
  await removeIntention(workspace);
  step('done', 5);
  return { replaced: Object.entries(replacements).map(([before, after]) => ({ before, after })), removed };
}
