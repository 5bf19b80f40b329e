/** A tuning from a file that the user wrote. */
import { type Tuning, tuningSchema } from '../shared/contract';
import { ShelfwiseError } from '../shared/errors';
import { allowedSentence } from '../shared/suggest';
import { readJsonFile } from './data';

/** @throws ShelfwiseError `usage` naming what is wrong and what is allowed, `not-found` for a missing file */
export async function readTuning(file: string): Promise<Tuning> {
  const content = await readJsonFile(file, 'tuning');
  if (typeof content !== 'object' || content === null || Array.isArray(content))
    throw new ShelfwiseError('usage', `The tuning file ${file} does not hold an object.`);
  // Editors know a file's schema by this key; it tunes nothing.
  const { $schema: _, ...knobs } = content as Record<string, unknown>;
  const allowed = Object.keys(tuningSchema.shape);
  for (const name of Object.keys(knobs))
    if (!allowed.includes(name))
      throw new ShelfwiseError(
        'usage',
        `In the tuning file ${file}: there is no ${name} to tune.${allowedSentence(name, allowed)}`,
      );
  const parsed = tuningSchema.safeParse(knobs);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues
    .map(({ message, path }) => `${path.map(String).join('.')}: ${message}`)
    .join('; ');
  throw new ShelfwiseError(
    'usage',
    `In the tuning file ${file}: ${problems}. "shelfwise tuning --schema" prints what it may hold.`,
  );
}
