/** Reads a tuning from a file, or finds a saved one by name. */
import { existsSync } from 'node:fs';
import type { AppliedTuning } from '../shared/contract/applied-tuning';
import type { KeptTuning } from '../shared/contract/kept';
import { type Tuning, tuningSchema } from '../shared/contract/tuning';
import { ShelfwiseError } from '../shared/errors';
import { issueText } from '../shared/values/issue-text';
import { allowedWords } from '../shared/values/suggest';
import type { Client, Context } from './context';
import { readJsonFile } from './data';
import { segmentNamed } from './segments';
import { say, type Sentence } from '../shared/words/sentence';

export const TUNE_INPUT = {
  kind: 'text',
  value: 'FILE or NAME',
  help: 'a tuning file, or a saved tuning: what to change without training',
} as const;

/**
 * @param data fingerprint of the data set that stores the tunings
 * @throws ShelfwiseError `not-found` for neither a file nor a name; any error of reading the file
 */
export const tuningNamed = async (context: Context, typed: string, data: string): Promise<Tuning> =>
  (await tuningAndRun(context, typed, data)).tuning;

/**
 * With the run that a saved tuning was made on: the engine refuses what means something else on another one.
 * @throws ShelfwiseError as tuningNamed
 */
export async function tuningAndRun(
  context: Context,
  typed: string,
  data: string,
): Promise<{ tuning: Tuning; madeOn?: string }> {
  const file = context.resolve(typed);
  if (existsSync(file)) return { tuning: await readTuning(file) };
  const kept = await (await context.client()).tuning.list({ data });
  const found = kept.find(({ name }) => isName(name, typed));
  if (found !== undefined) return { tuning: found.tuning, madeOn: found.runId };
  throw new ShelfwiseError('not-found', [
    say('command-line.no-tuning-or-file', { file, name: typed }),
    ...names(kept, typed),
  ]);
}

/**
 * The tuning of an option and its segment, for a run; nothing without the option.
 * @throws ShelfwiseError like tuningNamed and segmentNamed
 */
export async function tuningInput(
  context: Context,
  typed: string | undefined,
  { runId, segment }: { runId: string; segment: string | undefined },
): Promise<{ tuning?: AppliedTuning }> {
  if (typed === undefined) return {};
  const client = await context.client();
  const { dataset } = await client.runs.get({ runId });
  const data = dataset.fingerprint;
  const saved = existsSync(context.resolve(typed))
    ? undefined
    : (await client.tuning.list({ data })).find(({ name }) => isName(name, typed));
  const tuning = saved?.tuning ?? (await tuningNamed(context, typed, data));
  return {
    tuning: {
      tuning,
      ...(saved && { kept: { id: saved.id, revision: saved.revision } }),
      ...(segment !== undefined && { segment: (await segmentNamed(client, data, segment)).id }),
    },
  };
}

/** @throws ShelfwiseError `not-found` with the existing names */
export async function keptTuning(client: Client, data: string, name: string): Promise<KeptTuning> {
  const kept = await client.tuning.list({ data });
  const found = kept.find((tuning) => isName(tuning.name, name));
  if (found !== undefined) return found;
  throw new ShelfwiseError('not-found', [say('command-line.no-tuning', { name }), ...names(kept, name)]);
}

const isName = (name: string, typed: string): boolean =>
  name.normalize().toLowerCase() === typed.normalize().toLowerCase();

const names = (kept: readonly { name: string }[], typed: string): Sentence[] =>
  kept.length === 0
    ? [say('command-line.how-to-save-tuning')]
    : allowedWords(
        typed,
        kept.map(({ name }) => name),
      );

/** @throws ShelfwiseError `usage` naming what is wrong and what is allowed, `not-found` for a missing file */
export async function readTuning(file: string): Promise<Tuning> {
  const content = await readJsonFile(file, 'tuning');
  if (typeof content !== 'object' || content === null || Array.isArray(content))
    throw new ShelfwiseError('usage', say('command-line.tuning-is-no-object', { file }));
  // Editors find a file's schema by this key; it tunes nothing.
  const { $schema: _, ...knobs } = content as Record<string, unknown>;
  const allowed = Object.keys(tuningSchema.shape);
  for (const name of Object.keys(knobs))
    if (!allowed.includes(name))
      throw new ShelfwiseError('usage', [
        say('command-line.nothing-to-tune', { file, name }),
        ...allowedWords(name, allowed),
      ]);
  const parsed = tuningSchema.safeParse(knobs);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => issueText(issue)).join('; ');
  throw new ShelfwiseError('usage', say('command-line.tuning-does-not-fit', { file, problems }));
}
