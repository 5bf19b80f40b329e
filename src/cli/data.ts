/** What the user means by --data: a folder, which is imported first, or the fingerprint of a data set. */
import { readFile, stat } from 'node:fs/promises';
import type { Dataset, ImportAnswer, Mapping } from '../shared/contract';
import { ShelfwiseError, toShelfwiseError } from '../shared/errors';
import { longCall, type Client, type Context } from './context';
import { day, short } from './words';

const FINGERPRINT = /^[0-9a-f]{4,64}$/i;

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (thrown) {
    const error = toShelfwiseError(thrown);
    if (error.code === 'not-found') return false;
    throw new ShelfwiseError(error.code, `${path} cannot be looked at: ${error.message}`, { cause: thrown });
  }
}

export async function importFolder(context: Context, folder: string, mapping?: Mapping): Promise<ImportAnswer> {
  const client = await context.client();
  const earlier = await client.datasets.list();
  const answer = await longCall(context, (options) =>
    client.datasets.import({ folder, ...(mapping && { mapping }) }, options),
  );
  const before = earlier
    .filter((dataset) => dataset.folder === answer.folder)
    .toSorted(byImport)
    .at(-1);
  if (before !== undefined && before.fingerprint !== answer.fingerprint)
    context.reporter.warn(
      `${folder} has changed since it was imported on ${day(before.importedAt)} (${short(before.fingerprint)}); it is now ${short(answer.fingerprint)}.`,
    );
  return answer;
}

const byImport = (left: Dataset, right: Dataset): number => (left.importedAt < right.importedAt ? -1 : 1);

/** A data set is used as it was imported; that its folder is another by now has to be said. */
async function warnOfChanges(context: Context, client: Client, dataset: Dataset): Promise<void> {
  const source = await client.datasets.checkSource({ fingerprint: dataset.fingerprint });
  if (source.state === 'unchanged') return;
  const what =
    source.state === 'missing'
      ? `The folder ${dataset.folder} is no longer there`
      : `The folder ${dataset.folder} has changed since it was imported on ${day(dataset.importedAt)} (${source.changes.join(' ')})`;
  context.reporter.warn(`${what}; the data set ${short(dataset.fingerprint)} is used as it was then.`);
}

/** @throws ShelfwiseError `not-found` where it is neither; what importing a folder throws */
export async function resolveData(context: Context, typed: string): Promise<Dataset> {
  const path = context.resolve(typed);
  if (await isThere(path)) {
    const answer = await importFolder(context, path);
    context.reporter.note(
      `${answer.imported ? 'Imported' : 'Already imported:'} ${answer.name} (${short(answer.fingerprint)}).`,
    );
    return answer;
  }
  if (!FINGERPRINT.test(typed))
    throw new ShelfwiseError(
      'not-found',
      `There is no folder ${path}, and "${typed}" is no fingerprint of a data set. "shelfwise datasets" lists those.`,
    );
  const client = await context.client();
  const dataset = await client.datasets.get({ fingerprint: typed.toLowerCase() });
  await warnOfChanges(context, client, dataset);
  return dataset;
}

/**
 * A JSON file that the user wrote (a recipe, a mapping).
 * @param what "recipe", for the sentence
 */
export async function readJsonFile(file: string, what: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (thrown) {
    const error = toShelfwiseError(thrown);
    const why = error.code === 'not-found' ? 'is not there' : `cannot be read: ${error.message}`;
    throw new ShelfwiseError(error.code, `The ${what} file ${file} ${why}.`, { cause: thrown });
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (thrown) {
    throw new ShelfwiseError('usage', `The ${what} file ${file} is not JSON: ${(thrown as Error).message}.`, {
      cause: thrown,
    });
  }
}
