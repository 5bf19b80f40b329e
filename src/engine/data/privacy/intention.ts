/**
 * privacy/forgetting.json: what is being forgotten. It is written before anything is done and removed when everything is, so if the program is
 * killed in between, the next start finishes the work. It holds the ID while it exists; in the end nothing does.
 */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import * as z from 'zod';
import { ShelfwiseError } from '../../../shared/errors';
import { say, type Sentence } from '../../../shared/words/sentence';
import { makeFolder, writeJson } from '../../storage/files';
import { contentOf, readKept } from '../../storage/kept-file';
import { DATASET_NAME, RUN_NAME, TRASH_NAME } from '../../storage/names';
import type { Workspace } from '../../storage/workspace';

const datasetName = z.string().regex(DATASET_NAME);

/** The names are those of folders that are removed: any other name (a `..`, a foreign folder) makes the file count as damaged. */
const intentionSchema = z.object({
  formatVersion: z.literal(1),
  profile: z.string(),
  /** Fingerprints of the data sets that are replaced. */
  datasets: z.array(datasetName),
  /** Fingerprint to that of the data set in its place, or null where nothing was left; filled in as they are made. */
  replacements: z.record(datasetName, datasetName.nullable()),
  runs: z.array(z.string().regex(RUN_NAME)),
  /** Names of folders in the trash. */
  trash: z.array(z.string().regex(TRASH_NAME)),
  withModels: z.boolean(),
  at: z.string(),
});
export type Intention = z.infer<typeof intentionSchema>;

const fileOf = ({ privacy }: Workspace): string => path.join(privacy, 'forgetting.json');

/** Null where nothing is being forgotten. @throws ShelfwiseError `bad-data`, `newer-version` */
export async function readIntention(workspace: Workspace): Promise<Intention | null> {
  const file = fileOf(workspace);
  const damaged = (): Sentence => say('forget.intention-damaged', { file });
  return contentOf(await readKept(file, { schema: intentionSchema, what: file, damaged }));
}

/** Whether something was begun and not finished, readable or not. */
export const isForgetting = async (workspace: Workspace): Promise<boolean> =>
  (await fs.stat(fileOf(workspace)).catch(() => null)) !== null;

export async function writeIntention(workspace: Workspace, intention: Intention): Promise<void> {
  await makeFolder(workspace.privacy);
  await writeJson(fileOf(workspace), intentionSchema.parse(intention));
}

export async function removeIntention(workspace: Workspace): Promise<void> {
  await fs.rm(fileOf(workspace), { force: true });
}

/**
 * Must be checked after a run was announced: forgetting looks at the runs after it wrote its intention, so one of the two sees the other.
 * @throws ShelfwiseError `busy` where a profile of this data set is being forgotten
 */
export async function refuseWhileForgetting(workspace: Workspace, fingerprint: string): Promise<void> {
  const intention = await readIntention(workspace);
  if (intention?.datasets.includes(fingerprint)) throw new ShelfwiseError('busy', say('forget.data-busy'));
}
