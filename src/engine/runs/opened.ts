/** opened.json: marks a run that was opened from a bundle. */
import * as path from 'node:path';
import * as z from 'zod';
import type { Approval } from '../../shared/contract/approvals';
import { followsSchema } from '../../shared/contract/follows';
import { type Said, saidSchema, say, type Sentence, textOf } from '../../shared/words/sentence';
import { readForgottenRun } from './forgotten-run';
import { writeJson } from '../storage/files';
import { contentOf, readKept } from '../storage/kept-file';
import { sha256 } from '../storage/read-files';
import { breaksWholeSeal, sealedWhole } from '../storage/seal';
import { MODEL_FILE } from './model-file';
import { PRIVATE_RUN_FILES } from './record';

const openedSchema = z.looseObject({
  openedAt: z.string(),
  /** SHA-256 of the bundle. */
  bundleSha256: z.string(),
  /** Name of the bundle's file, without its folder. Absent if an earlier version opened it. */
  file: z.string().optional(),
  /** The cluster that was asked for it, if it came as the answer. */
  cluster: z.string().optional(),
  /** When it was trained here from the beginning: nothing of what its training makes is the bundle's since. */
  trainedHereAt: z.string().optional(),
  /** Whether its lists follow from its model, and which lists were looked at. */
  follows: followsSchema.extend({ listsSha256: z.string().nullable() }).optional(),
  /** When the user decided to use lists that do not follow, and which. */
  accepted: z.object({ at: z.string(), listsSha256: z.string().nullable() }).optional(),
  withData: z.boolean(),
  /** Approvals that came with it, each by its SHA-256. Absent if an earlier version opened it. */
  approvals: z.array(z.string()).optional(),
  /** For a bundle without data: files that the run still lacks after its lists were made from its model. */
  lacks: z.array(z.string()).optional(),
  /** Why its lists could not be made from its model, though its data set exists here. */
  problem: z.string().optional(),
  said: saidSchema.optional(),
});
export type Opened = z.infer<typeof openedSchema>;

/**
 * What opening writes, and no version changes: the seal is of these fields alone, since 1.0 keeps it when it changes others.
 */
const OF_OPENING = ['openedAt', 'bundleSha256', 'file', 'cluster', 'withData', 'approvals'];

const ofOpening = (raw: object): object =>
  Object.fromEntries(Object.entries(raw).filter(([field]) => OF_OPENING.includes(field)));

/** Whether the parsed file is not what opening wrote. */
export const breaksOpenedSeal = (raw: unknown): boolean =>
  typeof raw === 'object' && raw !== null && 'seal' in raw && breaksWholeSeal({ ...ofOpening(raw), seal: raw.seal });

export const OPENED_FILE = 'opened.json';

const openedFile = (folder: string): string => path.join(folder, OPENED_FILE);

/**
 * An approval's hash, as `approvals` lists it: of what stays of it when later versions know more fields, and when words of it are forgotten.
 */
export const hashApproval = ({ kind, at, listsSha256, rulesSha256 }: Approval): string =>
  sha256(JSON.stringify({ kind, at, listsSha256, rulesSha256 }));

/** Whether an approval came with the bundle of a run: it was not given in this workspace, and its date is whatever the bundle says. */
export const cameWithBundle = ({ openedAt, approvals }: Opened, approval: Approval): boolean =>
  approvals === undefined ? approval.at <= openedAt : approvals.includes(hashApproval(approval));

/** Null for a run trained in this workspace. */
export async function readOpened(folder: string): Promise<Opened | null> {
  const run = path.basename(folder);
  const damaged = (): Sentence => say('run.opened-damaged', { run });
  return contentOf(
    await readKept(openedFile(folder), {
      schema: openedSchema,
      what: say('run.file', { file: 'opened.json', run }),
      damaged,
      changed: (raw) => (breaksOpenedSeal(raw) ? damaged() : null),
    }),
  );
}

export async function writeOpened(folder: string, opened: Opened): Promise<void> {
  const content = openedSchema.parse(opened);
  await writeJson(openedFile(folder), { ...content, seal: sealedWhole(ofOpening(content)).seal });
}

/**
 * Files that this run lacks, or has in another form than its record names, because its bundle came without data or a profile in its training data
 * was forgotten.
 */
export async function filesLeftOut(folder: string): Promise<readonly string[]> {
  const forgotten = await readForgottenRun(folder);
  if (forgotten !== null)
    return ['vocabulary.json', ...PRIVATE_RUN_FILES, ...(forgotten.withModel ? [MODEL_FILE] : [])];
  const opened = await readOpened(folder);
  if (opened === null || opened.withData) return [];
  return opened.lacks ?? ['vocabulary.json', ...PRIVATE_RUN_FILES];
}

/** Whether the run lacks its lists only because its bundle came without data. */
export async function waitsForData(folder: string): Promise<boolean> {
  const opened = await readOpened(folder);
  if (opened === null || opened.withData || opened.lacks !== undefined) return false;
  return (await readForgottenRun(folder)) === null;
}

/** Notes why the lists of the run could not be made; a request for them says so. */
export async function noteProblem(folder: string, said: Said): Promise<void> {
  const opened = await readOpened(folder);
  if (opened !== null) await writeOpened(folder, { ...opened, problem: textOf(said), said: [...said] });
}
