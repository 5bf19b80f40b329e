/**
 * condition.json: what the attributes are worth to the model of a run, and until that is known, what each training came to. It follows from the run, so
 * the record does not seal it and bundles leave it out; it has a hash of its own, as its figures go out with model cards. It contains data about
 * profiles, so forgetting one removes it.
 */
import * as path from 'node:path';
import * as z from 'zod';
import { ATTRIBUTE_VARIANTS } from '../../../shared/values/attribute-variants';
import { say } from '../../../shared/words/sentence';
import type { KeptInRun } from '../../../engine/runs/kept-in-run';
import { whileClaimed } from '../../../engine/storage/claim';
import { writeJson } from '../../../engine/storage/files';
import { contentOf, type KeptKind, readKept } from '../../../engine/storage/kept-file';
import { sealedWhole } from '../../../engine/storage/seal';
import { measuredConditionSchema, trialScoresSchema } from '../contract/condition';

const CONDITION_FILE = 'condition.json';

export const CONDITION_IN_RUN: KeptInRun = {
  holds: 'condition',
  name: CONDITION_FILE,
  tellsOf: 'profiles',
  inBundle: null,
  strippedByForgetting: true,
};

/** Raise this number when the same run would give other figures. */
const FIGURES_VERSION = 1;

const contentSchema = z.object({
  figuresVersion: z.int(),
  /** Empty once all are there. */
  trials: z.array(z.object({ variant: z.enum(ATTRIBUTE_VARIANTS), fold: z.int(), scores: trialScoresSchema })),
  measured: measuredConditionSchema.nullable(),
});
type Content = z.infer<typeof contentSchema>;
export type KeptCondition = Omit<Content, 'figuresVersion'>;
export type Trial = KeptCondition['trials'][number];

const NOTHING: KeptCondition = { trials: [], measured: null };

const fileOf = (folder: string): string => path.join(folder, CONDITION_FILE);

function kindOf(folder: string): KeptKind<Content> {
  const part = say('run.file', { file: CONDITION_FILE, run: path.basename(folder) });
  return { schema: contentSchema, what: part, damaged: () => say('run.part-damaged', { part }), isSealed: true };
}

/** Nothing where the file is damaged or of other figures: measure again. @throws ShelfwiseError `newer-version` */
export async function readCondition(folder: string): Promise<KeptCondition> {
  const kept = await readKept(fileOf(folder), kindOf(folder));
  const content = kept.state === 'damaged' ? null : contentOf(kept);
  return content?.figuresVersion === FIGURES_VERSION ? content : NOTHING;
}

/** @param change what is kept then, from what is kept now. @throws ShelfwiseError `newer-version` if a newer version wrote the existing file */
export async function changeCondition(
  folder: string,
  change: (kept: KeptCondition) => KeptCondition,
): Promise<KeptCondition> {
  return whileClaimed(fileOf(folder), async (claim) => {
    const { trials, measured } = change(await readCondition(folder));
    const content = { formatVersion: 1, figuresVersion: FIGURES_VERSION, trials, measured };
    await writeJson(fileOf(folder), sealedWhole(content), { claim });
    return { trials, measured };
  });
}
