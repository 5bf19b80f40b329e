/**
 * Looks at a run that came from elsewhere before anything of it is used: whether its lists follow from its model and data. What comes of it is kept
 * beside the run (opened.json), and so is the decision to use lists that do not follow.
 */
import { FOLLOWS_WORK, type Follows } from '../../../shared/contract/follows';
import type { RunRecord } from '../../../shared/contract/run';
import { ShelfwiseError, toShelfwiseError } from '../../../shared/errors';
import { whyUnfollowing } from '../../../shared/values/why-unfollowing';
import { type Said, say } from '../../../shared/words/sentence';
import { hasDataset, requireDescription } from '../../data/snapshot';
import { computingEnvironment } from '../../machine/environment/computing';
import type { TrainerLauncher } from '../../machine/trainers/trainer-launcher';
import { refuseOtherRecipe } from '../../runs/damage';
import { filesLeftOut, readOpened, writeOpened } from '../../runs/opened';
import type { FoundRun } from '../../runs/store';
import { broughtRun } from '../../runs/trained-here';
import type { Workspace } from '../../storage/workspace';

interface Host {
  readonly workspace: Workspace;
  readonly launcher: TrainerLauncher;
}

/**
 * Makes the lists of a run again from its stored model.
 * @returns null if it has no lists here, or its data set is not here
 * @throws ShelfwiseError as listsFollow does, `stopped` on abort
 */
export async function followsHere(
  { workspace, launcher }: Host,
  folder: string,
  record: RunRecord,
  signal?: AbortSignal,
): Promise<Follows | null> {
  const { runId, dataset, listsSha256 } = record;
  if (listsSha256 === null || (await filesLeftOut(folder)).includes('lists.safetensors')) return null;
  if (!(await hasDataset(workspace, dataset.fingerprint))) return null;
  return launcher.ask(FOLLOWS_WORK, {
    workspaceFolder: workspace.folder,
    request: { runId },
    environment: computingEnvironment(),
    onProgress: () => undefined,
    signal,
  });
}

/** The answer of `followsHere` for a run that came from elsewhere, which is asked once; null for a run that was trained here. */
export async function checkBrought(
  host: Host,
  { folder, record }: FoundRun,
  signal?: AbortSignal,
): Promise<Follows | null> {
  const { listsSha256 } = record;
  const opened = await broughtRun(folder);
  if (opened === null) return null;
  if (opened.follows !== undefined && opened.follows.listsSha256 === listsSha256) return opened.follows;
  const follows = await followsHere(host, folder, record, signal);
  const before = await readOpened(folder);
  if (follows !== null && before !== null)
    await writeOpened(folder, { ...before, follows: { ...follows, listsSha256 } });
  return follows;
}

/**
 * What comes before anything of a run leaves. Its other files, and those of its data, are compared with their hashes by whatever reads them.
 * @throws ShelfwiseError `bad-data` if its recipe, or the description of its data, is damaged; `different` for a run from elsewhere whose lists do not
 * follow from its model, or of which this version cannot tell, until the user decided to use them
 */
export async function refuseUnfollowing(host: Host, run: FoundRun, signal?: AbortSignal): Promise<void> {
  const { folder, record } = run;
  await refuseOtherRecipe(folder, record);
  await requireDescription(host.workspace, record.dataset.fingerprint, signal).catch(unlessNotFound);
  const why = await whyUndecided(host, run, signal);
  if (why.length === 0) return;
  const opened = await readOpened(folder);
  if (opened?.accepted?.listsSha256 === record.listsSha256) return;
  throw new ShelfwiseError('different', [...why, say('follows.decide')]);
}

/** A run may be here without its data, and whatever needs the data says so. */
function unlessNotFound(thrown: unknown): void {
  if (toShelfwiseError(thrown).code !== 'not-found') throw thrown;
}

/** Why the lists of a run from elsewhere are used only as they came; [] if they follow from its model, or were made here. */
async function whyUndecided(host: Host, run: FoundRun, signal: AbortSignal | undefined): Promise<Said> {
  const follows = await checkBrought(host, run, signal);
  return follows === null ? [] : whyUnfollowing(run.record.runId, follows);
}

/** Notes that the user uses the lists of a run as they came. @throws ShelfwiseError `usage` for a run that was trained here */
export async function acceptLists(folder: string, { runId, listsSha256 }: RunRecord): Promise<void> {
  const opened = await broughtRun(folder);
  if (opened === null) throw new ShelfwiseError('usage', say('follows.trained-here', { run: runId }));
  await writeOpened(folder, { ...opened, accepted: { at: new Date().toISOString(), listsSha256 } });
}
