/** exports.json of a run: what was exported of it, and whether the files are still what was written. */
import * as path from 'node:path';
import * as z from 'zod';
import { type EarlierExport, type ExportRecord, exportRecordSchema } from '../../shared/contract';
import { toShelfwiseError } from '../../shared/errors';
import { writeJson } from '../storage/files';
import { jsonOrNull, readTextIfThere, sha256OfFile } from '../storage/read-files';

const exportsSchema = z.array(exportRecordSchema);

const exportsFile = (folder: string): string => path.join(folder, 'exports.json');

/** Oldest first; an export of the same bytes to the same place counts once, as done last. */
export async function readExports(folder: string): Promise<ExportRecord[]> {
  const text = await readTextIfThere(exportsFile(folder));
  if (text === null) return [];
  const parsed = exportsSchema.safeParse(jsonOrNull(text));
  return parsed.success ? parsed.data : [];
}

export async function rememberExport(folder: string, answer: ExportRecord): Promise<void> {
  const earlier = await readExports(folder);
  const others = earlier.filter(({ path: where, sha256 }) => where !== answer.path || sha256 !== answer.sha256);
  await writeJson(exportsFile(folder), [...others, answer]);
}

/** Latest first. */
export async function earlierExports(folder: string): Promise<EarlierExport[]> {
  const exports = (await readExports(folder)).toReversed();
  return Promise.all(exports.map(async (record) => ({ ...record, file: await stateOf(record) })));
}

async function stateOf({ path: file, sha256 }: ExportRecord): Promise<EarlierExport['file']> {
  try {
    return (await sha256OfFile(file)) === sha256 ? 'same' : 'changed';
  } catch (thrown) {
    // One that may not be read any more is not what was written, as far as anybody can tell.
    return toShelfwiseError(thrown).code === 'not-found' ? 'missing' : 'changed';
  }
}
