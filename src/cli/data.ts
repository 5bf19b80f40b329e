/** Resolves --data: a folder, which is imported first, or the fingerprint of a data set. */
import { stat } from 'node:fs/promises';
import type { AddAnswer } from '../shared/contract/data-change';
import { type Dataset, type ImportAnswer, type MappingFile, mappingFileSchema } from '../shared/contract/dataset';
import { ShelfwiseError, toShelfwiseError } from '../shared/errors';
import { issueText } from '../shared/values/issue-text';
import { longCall, type Client, type Context } from './context';
import { readTextFile } from './text-file';
import { counted, list, short } from './words';
import { say } from '../shared/words/sentence';

const FINGERPRINT = /^[0-9a-f]{4,64}$/i;

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (thrown) {
    const error = toShelfwiseError(thrown);
    if (error.code === 'not-found') return false;
    throw new ShelfwiseError(error.code, say('command-line.unreadable-path', { path, message: error.message }), {
      cause: thrown,
    });
  }
}

/**
 * Imports a folder with progress. Without a mapping it uses that of the folder's last import.
 * Warns if the folder has changed since its import.
 */
export async function importFolder(
  context: Context,
  folder: string,
  given?: MappingFile,
  keys: { pseudonymKey?: string } = {},
): Promise<ImportAnswer> {
  const client = await context.client();
  // Latest import first.
  const before = (await client.datasets.list()).find((dataset) => dataset.folder === folder);
  const mapping = given ?? (before?.layout === 'mapped' ? before.mapping : null);
  if (mapping !== null && given === undefined)
    context.reporter.note(`${folder} is read with the column mapping of its last import.`);
  const answer = await longCall(context, (options) =>
    client.datasets.import({ folder, ...(mapping && { mapping }), ...keys }, options),
  );
  if (answer.imported && answer.earlier !== undefined)
    context.reporter.note(
      `This is the data of ${short(answer.earlier)}, which Shelfwise 1.0 read, with ${list(newerOf(answer))} of titles as well. What you saved with it goes along; its runs stay.`,
    );
  // A new mapping also gives another data set; only the files tell if the folder changed.
  if (before !== undefined && before.fingerprint !== answer.fingerprint)
    await warnOfChanges(context, client, before, answer);
  await offerRules(context, client, answer);
  return answer;
}

const newerOf = ({ newerAttributes = [], itemAttributes }: Dataset): string[] =>
  itemAttributes.map(({ name }) => name).filter((name) => newerAttributes.includes(name));

/** A folder that changed is another data set, which begins without rules. */
async function offerRules({ reporter }: Context, client: Client, { fingerprint }: Dataset): Promise<void> {
  const left = await client.rules.before({ data: fingerprint });
  if (left === null) return;
  const { data, name, rules, on } = left;
  reporter.warn(
    `${name} as it was before (${short(data)}) has ${counted(rules, 'rule')}, ${on} of them on. They do not count for this data set: "rules adopt --data ${short(fingerprint)}" takes them over.`,
  );
}

/**
 * Adds a folder to a data set, with progress.
 * @param to its fingerprint or the beginning of it; by default the data set imported last
 * @throws ShelfwiseError `not-found` without such a data set
 */
export async function addFolder(
  context: Context,
  folder: string,
  { to, ...others }: { to: string | undefined; mapping?: MappingFile; pseudonymKey?: string },
): Promise<AddAnswer> {
  const client = await context.client();
  const base =
    to === undefined ? importedLast(await client.datasets.list()) : await client.datasets.get({ fingerprint: to });
  if (base === undefined) throw new ShelfwiseError('not-found', say('command-line.nothing-to-add-to'));
  context.reporter.note(`Adding to ${base.name} (${short(base.fingerprint)}).`);
  return longCall(context, (options) => client.datasets.add({ data: base.fingerprint, folder, ...others }, options));
}

/** A data set from a bundle has no folder here, and its date cannot be trusted: it counts only if there is no other. */
const importedLast = (latestFirst: readonly Dataset[]): Dataset | undefined =>
  latestFirst.find(({ folder }) => folder !== '') ?? latestFirst[0];

/**
 * Warns that a folder has changed since its import, and says which data set is used: the earlier one or the `newer`
 * one.
 */
async function warnOfChanges(context: Context, client: Client, dataset: Dataset, newer?: Dataset): Promise<void> {
  const source = await client.datasets.checkSource({ fingerprint: dataset.fingerprint });
  if (source.state === 'unchanged') return;
  const { folder, fingerprint } = dataset;
  const what =
    source.state === 'missing'
      ? `The folder ${folder} is no longer there.`
      : `In ${folder}: ${source.changes.join(' ')}`;
  const used =
    newer === undefined
      ? `The data set ${short(fingerprint)} is used as it was imported.`
      : `The data set ${short(fingerprint)} is as it was then; this is ${short(newer.fingerprint)}.`;
  context.reporter.warn(`${what} ${used}`);
}

/** @throws ShelfwiseError `not-found` for neither a folder nor a fingerprint; any error of the import */
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
    throw new ShelfwiseError('not-found', say('command-line.no-such-data', { path, typed }));
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
  const text = await readTextFile(file, what, 'JSON');
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (thrown) {
    throw new ShelfwiseError(
      'usage',
      say('command-line.not-json', { kind: what, file, problem: (thrown as Error).message }),
      {
        cause: thrown,
      },
    );
  }
}

/** @throws ShelfwiseError `usage` for what is no mapping; what reading the file throws */
export async function readMapping(file: string): Promise<MappingFile> {
  const parsed = mappingFileSchema.safeParse(await readJsonFile(file, 'mapping'));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => issueText(issue, 'it'));
  throw new ShelfwiseError('usage', say('command-line.mapping-does-not-fit', { file, problems: problems.join('. ') }));
}
