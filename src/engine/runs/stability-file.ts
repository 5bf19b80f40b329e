/**
 * stability.json: the last measurement of how stable the lists of a run are. It follows from the run and may be measured again at any time, so the
 * record does not seal it and bundles leave it out. It contains data about profiles, so forgetting one removes it.
 */
import * as path from 'node:path';
import * as z from 'zod';
import { copyNoiseSchema } from '../../shared/contract/stability';
import { say, type Sentence } from '../../shared/words/sentence';
import type { KeptInRun } from './kept-in-run';
import { writeJson } from '../storage/files';
import { contentOf, type KeptKind, readKept } from '../storage/kept-file';
import { sealedWhole } from '../storage/seal';

const STABILITY_FILE = 'stability.json';

export const STABILITY_IN_RUN: KeptInRun = {
  holds: 'stability',
  name: STABILITY_FILE,
  tellsOf: 'profiles',
  inBundle: null,
  strippedByForgetting: true,
};

const measuredSchema = z
  .object({
    copies: z.int().min(1),
    noise: copyNoiseSchema,
    seed: z.int(),
    /** Hash of the measured lists. */
    listsSha256: z.string(),
    measuredAt: z.string(),
    /** Rows of the vocabulary, ascending. */
    rows: z.array(z.int().min(0)),
    /** For each row, the share of its list that stays, 0 to 1. */
    shares: z.array(z.number().min(0).max(1)),
  })
  .refine(
    ({ rows, shares }) => rows.length === shares.length && rows.every((row, at) => at === 0 || row > rows[at - 1]!),
  );
export type MeasuredStability = z.infer<typeof measuredSchema>;

const fileOf = (folder: string): string => path.join(folder, STABILITY_FILE);

function kindOf(folder: string): KeptKind<MeasuredStability> {
  const part = say('run.file', { file: STABILITY_FILE, run: path.basename(folder) });
  const damaged = (): Sentence => say('run.part-damaged', { part });
  return { schema: measuredSchema, what: part, damaged, isSealed: true };
}

/**
 * @param of the current lists, and the number of profiles in the vocabulary
 * @returns null if nothing was measured, or the file is damaged or about other lists: measure again
 * @throws ShelfwiseError `newer-version`
 */
export async function readStability(
  folder: string,
  { listsSha256, profiles }: { listsSha256: string | null; profiles: number },
): Promise<MeasuredStability | null> {
  const kept = await readKept(fileOf(folder), kindOf(folder));
  const content = kept.state === 'damaged' ? null : contentOf(kept);
  const isOfThese = content?.listsSha256 === listsSha256 && (content?.rows.at(-1) ?? 0) < profiles;
  return isOfThese ? content : null;
}

/** @throws ShelfwiseError `newer-version` if a newer version wrote the existing file */
export async function writeStability(folder: string, measured: MeasuredStability): Promise<void> {
  const kept = await readKept(fileOf(folder), kindOf(folder));
  if (kept.state === 'newer') throw kept.error;
  await writeJson(fileOf(folder), sealedWhole({ formatVersion: 1, ...measured }));
}
