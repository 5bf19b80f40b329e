/**
 * privacy/forgetting.json says what is being forgotten. It is written before anything else is done and removed at the end, so if the program is
 * killed in between, the next start finishes the work. It holds the ID only while it exists.
 */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import * as z from 'zod';
import { ShelfwiseError } from '../../../shared/errors';
import { say, type Sentence } from '../../../shared/words/sentence';
import { makeFolder, removeFile, writeJson } from '../../storage/files';
import { contentOf, readKept } from '../../storage/kept-file';
import { DATASET_NAME, RUN_NAME, TRASH_NAME } from '../../storage/names';
import type { Workspace } from '../../storage/workspace';

/** What a data set has of one profile alone: it tells of the profile wherever it is named. */
const onlyOfProfileSchema = z.object({
  /** IDs of titles that no other profile watched. */
  titles: z.array(z.string()),
  /** Those of them without metadata: nothing else knows them. */
  unknownTitles: z.array(z.string()),
  /** Values of attributes of profiles, by name of the attribute. */
  values: z.record(z.string(), z.array(z.string())),
});
export type OnlyOfProfile = z.infer<typeof onlyOfProfileSchema>;

const datasetName = z.string().regex(DATASET_NAME);

/** These names are folders that get removed: any other name (a `..`, a foreign folder) makes the file count as damaged. */
const intentionSchema = z.object({
  formatVersion: z.literal(1),
  profile: z.string(),
  /** Fingerprints of the data sets to replace. */
  datasets: z.array(datasetName),
  /** Fingerprint to that of its replacement, or null if nothing was left; filled in as replacements are made. */
  replacements: z.record(datasetName, datasetName.nullable()),
  runs: z.array(z.string().regex(RUN_NAME)),
  /** Names of folders in the trash. */
  trash: z.array(z.string().regex(TRASH_NAME)),
  withModels: z.boolean(),
  /** By fingerprint of a data set that was there: what it had of the profile alone. Versions up to 0.2.0 did not note that. */
  only: z.record(datasetName, onlyOfProfileSchema).default({}),
  at: z.string(),
});
export type Intention = z.infer<typeof intentionSchema>;

const fileOf = ({ privacy }: Workspace): string => path.join(privacy, 'forgetting.json');

/** Null if nothing is being forgotten. @throws ShelfwiseError `bad-data`, `newer-version` */
export async function readIntention(workspace: Workspace): Promise<Intention | null> {
  const file = fileOf(workspace);
  const damaged = (): Sentence => say('forget.intention-damaged', { file });
  return contentOf(await readKept(file, { schema: intentionSchema, what: file, damaged }));
}

/** Whether forgetting was begun and not finished, whether or not the file can be read. */
export const isForgetting = async (workspace: Workspace): Promise<boolean> =>
  (await fs.stat(fileOf(workspace)).catch(() => null)) !== null;

export async function writeIntention(workspace: Workspace, intention: Intention): Promise<void> {
  await makeFolder(workspace.privacy);
  await writeJson(fileOf(workspace), intentionSchema.parse(intention));
}

export async function removeIntention(workspace: Workspace): Promise<void> {
  await removeFile(fileOf(workspace));
}

/**
 * Call this after announcing a run: forgetting looks at the runs after writing its intention, so one of the two always sees the other.
 * @throws ShelfwiseError `busy` if a profile of this data set is being forgotten
 */
export async function refuseWhileForgetting(workspace: Workspace, fingerprint: string): Promise<void> {
  const intention = await readIntention(workspace);
  if (intention?.datasets.includes(fingerprint)) throw new ShelfwiseError('busy', say('forget.data-busy'));
}
