/** dataset/labels.json of a bundle with data: how to show the data. It is not part of the data set, so it must not stay in that folder. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { type LabelsContent, labelsContentSchema } from '../../../shared/contract/labels';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { readLabels } from '../../../engine/kept/labels';
import { contentOf, parseKept } from '../../../engine/storage/kept-file';
import { readPlainTextIfThere } from '../../../engine/storage/plain-file';
import type { Workspace } from '../../../engine/storage/workspace';
import { DATA_FOLDER, LABELS } from './manifest';
import type { ZipSource } from './zip-write';

const FORMAT_VERSION = 1;
/** In bytes; the largest set of labels takes a third of it. */
const LARGEST = 4 << 20;

const schema = labelsContentSchema.strip();

/** Empty if the data has no labels. */
export async function labelSources(workspace: Workspace, fingerprint: string): Promise<ZipSource[]> {
  const { revision, entries, colours, timeZone, genres } = await readLabels(workspace, fingerprint);
  if (revision === 0) return [];
  const text = `${JSON.stringify({ formatVersion: FORMAT_VERSION, entries, colours, timeZone, genres }, null, 2)}\n`;
  return [{ name: DATA_FOLDER + LABELS, content: Buffer.from(text) }];
}

/**
 * Takes the labels out of the unpacked data.
 * @throws ShelfwiseError `bad-data` if they are not in the form above, `newer-version`
 */
export async function takeLabels(folder: string, bundle: string): Promise<LabelsContent | null> {
  const file = path.join(folder, LABELS);
  const size = (await fs.lstat(file).catch(() => null))?.size;
  if (size === undefined) return null;
  const what = say('bundle.file', { file: LABELS, bundle });
  const damaged = () => say('bundle.refused', { bundle, cause: say('bundle.damaged-labels') });
  if (size > LARGEST) throw new ShelfwiseError('bad-data', damaged());
  const text = (await readPlainTextIfThere(file))!;
  const labels = contentOf(parseKept(text, { schema, version: FORMAT_VERSION, what, damaged }));
  await fs.rm(file);
  return labels;
}
