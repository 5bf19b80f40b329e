/** forgotten.json in the folder of a run: a profile in its training data was forgotten, and the run's lists were removed with it. */
import * as path from 'node:path';
import * as z from 'zod';
import { toShelfwiseError } from '../../shared/errors';
import { say, sayDay, type Sentence } from '../../shared/words/sentence';
import { writeJson } from '../storage/files';
import { contentOf, readKept } from '../storage/kept-file';
import { sealedWhole } from '../storage/seal';

const schema = z.object({
  formatVersion: z.literal(1),
  forgottenAt: z.string(),
  /** The data set that replaced the run's own; null if nothing was left. */
  dataset: z.string().nullable(),
  /** Whether its model was removed too. */
  withModel: z.boolean(),
  /** Whether the names of all its titles were removed too: its data was gone, so the program could not tell which of them only the profile had watched. */
  withTitles: z.boolean().optional(),
});
export type ForgottenRun = z.infer<typeof schema>;

export const FORGOTTEN_FILE = 'forgotten.json';

export const forgottenRunFile = (folder: string): string => path.join(folder, FORGOTTEN_FILE);

/** Null for a run whose data is unchanged. @throws ShelfwiseError `bad-data`, `newer-version` */
export async function readForgottenRun(folder: string): Promise<ForgottenRun | null> {
  const file = forgottenRunFile(folder);
  const damaged = (): Sentence => say('forget.run-damaged', { file });
  return contentOf(await readKept(file, { schema, what: file, damaged, isSealed: true }));
}

/** readForgottenRun, but a damaged file counts as absent, so that it can be rewritten. @throws ShelfwiseError `newer-version` */
export async function readForgottenRunUnlessDamaged(folder: string): Promise<ForgottenRun | null> {
  return readForgottenRun(folder).catch((thrown: unknown) => {
    if (toShelfwiseError(thrown).code === 'bad-data') return null;
    throw thrown;
  });
}

export async function writeForgottenRun(folder: string, forgotten: ForgottenRun): Promise<void> {
  await writeJson(forgottenRunFile(folder), sealedWhole(schema.parse(forgotten)));
}

/** Why the run has no lists and cannot be verified. */
export function whyForgotten(runId: string, { forgottenAt, withModel, withTitles }: ForgottenRun): Sentence {
  const what = withModel ? 'forget.run-without-model' : withTitles ? 'forget.run-without-titles' : 'forget.run';
  return say(what, { run: runId, day: sayDay(forgottenAt.slice(0, 10)) });
}
