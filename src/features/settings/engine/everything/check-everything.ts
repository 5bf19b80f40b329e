/** Reads every byte of a workspace that has a recorded hash, names what is damaged, and brings back what can be brought back. */
import type * as z from 'zod';
import type { DamagedFile, Everything, everythingInputSchema } from '../../contract/everything';
import { BundleFile } from '../../../bundles/engine/public';
import type { Progress } from '../../../../shared/contract/progress';
import { ShelfwiseError, toShelfwiseError } from '../../../../shared/errors';
import { throwIfStopped } from '../../../../shared/values/throw-if-stopped';
import { type Said, say, textOf } from '../../../../shared/words/sentence';
import { isForgetting } from '../../../../engine/data/privacy/intention';
import { hashAnew } from '../../../../engine/storage/known-hashes';
import { placeIn } from '../../../../engine/storage/plain-file';
import { refuseLinkedFolders, standingOfWorkspace, type Workspace } from '../../../../engine/storage/workspace';
import { keptFileProblem, keptFilesOf } from './kept-files';
import { problemOf, RECORD_OF, type Recorded, recordedOf } from './recorded-files';
import { putBack, remedyFor } from './remedies';

interface Options {
  readonly onProgress: (progress: Progress) => void;
  readonly signal: AbortSignal;
}

/** A record that came back names files that were not looked at before; these may bring back more. */
const MOST_ROUNDS = 4;

/**
 * @throws ShelfwiseError `usage` for a folder that is no workspace, `busy` while a profile is forgotten, `bad-data` for a damaged bundle, `stopped` on
 * abort: what was mended until then stays
 */
export async function checkEverything(
  workspace: Workspace,
  { mend, bundle: file }: z.infer<typeof everythingInputSchema>,
  options: Options,
): Promise<Everything> {
  const standing = await standingOfWorkspace(workspace);
  if (standing.kind === 'refused') throw standing.error;
  if (mend) {
    await refuseLinkedFolders(workspace);
    if (await isForgetting(workspace)) throw new ShelfwiseError('busy', say('doctor.mend-forgetting'));
  }
  const bundle = file === undefined ? null : await BundleFile.open(file);
  try {
    const mended: DamagedFile[] = [];
    for (let round = 1; ; round++) {
      const found = await look(workspace, bundle, mend, options);
      const done = found.damaged.filter(({ isMended }) => isMended);
      mended.push(...done);
      if (done.length === 0 || round === MOST_ROUNDS)
        return { ...found, damaged: [...mended, ...found.damaged.filter(({ isMended }) => !isMended)] };
    }
  } finally {
    await bundle?.close();
  }
}

async function look(
  workspace: Workspace,
  bundle: BundleFile | null,
  mend: boolean,
  { onProgress, signal }: Options,
): Promise<Everything> {
  const all = await recordedOf(workspace);
  const kept = await keptFilesOf(workspace);
  const total = all.reduce((sum, { files }) => sum + Object.keys(files).length + 1, kept.length);
  const damaged: DamagedFile[] = [];
  let done = 0;
  const tell = (detail: string): void => {
    throwIfStopped(signal);
    onProgress({ phase: 'everything', detail, done: done++, total });
  };
  const note = async (of: Recorded, name: string, said: Said): Promise<void> => {
    const { from, content } = await remedyFor(workspace, of, name, bundle);
    const isMended = mend && content !== null;
    const aside = isMended ? await putBack(workspace, of, name, content) : null;
    const { kind, id } = of;
    damaged.push({ kind, id, file: name, message: textOf(said), said, remedy: from, isMended, aside });
  };
  for (const of of all) {
    const short = of.id.slice(0, 12);
    tell(`${short}/${RECORD_OF[of.kind]}`);
    if (of.unreadable !== null) await note(of, RECORD_OF[of.kind], of.unreadable);
    for (const [name, recorded] of Object.entries(of.files)) {
      tell(`${short}/${name}`);
      const found = await hashAnew(placeIn(of.folder, name), signal).catch(unlessStopped);
      const problem = await problemOf(of, name, found, recorded);
      if (problem !== null) await note(of, name, problem);
    }
  }
  for (const file of kept) {
    tell(file);
    const problem = await keptFileProblem(workspace, file);
    if (problem !== null) damaged.push(problem);
  }
  const count = (kind: Recorded['kind']): number => all.filter((of) => of.kind === kind).length;
  return { files: total, runs: count('run'), datasets: count('dataset'), kept: kept.length, damaged };
}

/** A bad sector, a link or a folder in place of a file is damage. */
function unlessStopped(thrown: unknown): null {
  const error = toShelfwiseError(thrown);
  if (error.code === 'stopped' || error.code === 'no-permission') throw error;
  return null;
}
