/** forgotten.json in the folder of a run: a profile that it was trained on was forgotten, and its lists went with it. */
import * as path from 'node:path';
import * as z from 'zod';
import { ShelfwiseError } from '../../shared/errors';
import { say, type Sentence } from '../../shared/sentences/sentence';
import { writeJson } from '../storage/files';
import { jsonOrNull, readTextIfThere } from '../storage/read-files';

const schema = z.object({
  formatVersion: z.literal(1),
  forgottenAt: z.string(),
  /** The data set that took the place of the run's own; null where nothing was left. */
  dataset: z.string().nullable(),
  /** Whether its model was removed too. */
  withModel: z.boolean(),
});
export type ForgottenRun = z.infer<typeof schema>;

export const forgottenRunFile = (folder: string): string => path.join(folder, 'forgotten.json');

/** Null for a run whose data is as it was. */
export async function readForgottenRun(folder: string): Promise<ForgottenRun | null> {
  const text = await readTextIfThere(forgottenRunFile(folder));
  if (text === null) return null;
  const { data } = schema.safeParse(jsonOrNull(text));
  if (data !== undefined) return data;
  throw new ShelfwiseError('bad-data', say('forget.run-damaged', { file: forgottenRunFile(folder) }));
}

export async function writeForgottenRun(folder: string, forgotten: ForgottenRun): Promise<void> {
  await writeJson(forgottenRunFile(folder), schema.parse(forgotten));
}

/** Why the run has no lists and cannot be verified. */
export function whyForgotten(runId: string, { forgottenAt, withModel }: ForgottenRun): Sentence {
  return say(withModel ? 'forget.run-without-model' : 'forget.run', { run: runId, day: forgottenAt.slice(0, 10) });
}
