/**
 * fairness.json: how far lists of models move that were trained on shuffled attributes. It follows from the run, so the record does not seal it and
 * bundles leave it out; it has a hash of its own, as approvals hang on its figures. It contains data about profiles, so forgetting one removes it.
 */
import * as path from 'node:path';
import * as z from 'zod';
import { say } from '../../../shared/words/sentence';
import type { KeptInRun } from '../../../engine/runs/kept-in-run';
import { whileClaimed } from '../../../engine/storage/claim';
import { writeJson } from '../../../engine/storage/files';
import { contentOf, type KeptKind, readKept } from '../../../engine/storage/kept-file';
import { sealedWhole } from '../../../engine/storage/seal';
import { shuffledMovesSchema } from '../contract/chance';

const FAIRNESS_FILE = 'fairness.json';

export const FAIRNESS_IN_RUN: KeptInRun = {
  holds: 'fairness',
  name: FAIRNESS_FILE,
  tellsOf: 'profiles',
  inBundle: null,
  strippedByForgetting: true,
};

/** Raise this number when the same run would give other figures. */
const MOVES_VERSION = 1;

const contentSchema = z.object({
  figuresVersion: z.int(),
  shuffles: z.array(z.object({ shuffle: z.int(), moves: shuffledMovesSchema })),
});
type Content = z.infer<typeof contentSchema>;
export type Shuffle = Content['shuffles'][number];

const fileOf = (folder: string): string => path.join(folder, FAIRNESS_FILE);

function kindOf(folder: string): KeptKind<Content> {
  const part = say('run.file', { file: FAIRNESS_FILE, run: path.basename(folder) });
  return { schema: contentSchema, what: part, damaged: () => say('run.part-damaged', { part }), isSealed: true };
}

/** In their order; nothing where the file is damaged or of other figures: measure again. @throws ShelfwiseError `newer-version` */
export async function readShuffles(folder: string): Promise<Shuffle[]> {
  const kept = await readKept(fileOf(folder), kindOf(folder));
  const content = kept.state === 'damaged' ? null : contentOf(kept);
  return content?.figuresVersion === MOVES_VERSION
    ? content.shuffles.toSorted((one, other) => one.shuffle - other.shuffle)
    : [];
}

/** @throws ShelfwiseError `newer-version` if a newer version wrote the existing file */
export async function keepShuffle(folder: string, made: Shuffle): Promise<void> {
  await whileClaimed(fileOf(folder), async (claim) => {
    const others = (await readShuffles(folder)).filter(({ shuffle }) => shuffle !== made.shuffle);
    const content = { formatVersion: 1, figuresVersion: MOVES_VERSION, shuffles: [...others, made] };
    await writeJson(fileOf(folder), sealedWhole(content), { claim });
  });
}
