/** exports.json of a run: what was exported, and whether the files still are what was written. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import * as z from 'zod';
import type { EarlierExport } from '../../shared/contract/run-life';
import { type ExportRecord, exportRecordSchema } from '../../shared/contract/run';
import { toShelfwiseError } from '../../shared/errors';
import type { KeptInRun } from './kept-in-run';
import { say } from '../../shared/words/sentence';
import { whileClaimed } from '../storage/claim';
import { writeJson } from '../storage/files';
import { contentOf, keepingUnknown, readKept } from '../storage/kept-file';
import { sha256OfFile } from '../storage/read-files';

/** Keeps fields that another version wrote, as new exports are added to the same file. */
const exportsSchema = keepingUnknown(z.array(exportRecordSchema));

const EXPORTS_FILE = 'exports.json';

/** It names files outside the workspace, which forgetting lists for the person to remove: so it stays. */
export const EXPORTS_IN_RUN: KeptInRun = {
  holds: 'exports',
  name: EXPORTS_FILE,
  tellsOf: 'profiles',
  inBundle: null,
  strippedByForgetting: false,
};

const exportsFile = (folder: string): string => path.join(folder, EXPORTS_FILE);

/**
 * Oldest first; repeated exports of the same bytes to the same place count once, with the latest time.
 * @throws ShelfwiseError `bad-data` if the file is damaged, `newer-version` if a newer version wrote it
 */
export async function readExports(folder: string): Promise<ExportRecord[]> {
  const part = say('run.file', { file: EXPORTS_FILE, run: path.basename(folder) });
  const kind = { schema: exportsSchema, what: part, damaged: () => say('run.exports-damaged', { part }) };
  return contentOf(await readKept(exportsFile(folder), kind)) ?? [];
}

/** The export with this hash; undefined if none is recorded. @throws ShelfwiseError as readExports does */
export const exportOfHash = async (folder: string, sha256: string): Promise<ExportRecord | undefined> =>
  (await readExports(folder)).find((one) => one.sha256 === sha256);

/**
 * Notes an export, keeping those that other programs note at the same time. @throws ShelfwiseError as readExports does, `busy`, `no-space`,
 * `no-permission`
 */
export async function rememberExport(folder: string, answer: ExportRecord): Promise<void> {
  await whileClaimed(exportsFile(folder), async (claim) => {
    const earlier = await readExports(folder);
    const others = earlier.filter(({ path: where, sha256 }) => where !== answer.path || sha256 !== answer.sha256);
    await writeJson(exportsFile(folder), [...others, answer], { claim });
  });
}

/** Latest first. */
export async function earlierExports(folder: string): Promise<EarlierExport[]> {
  const exports = (await readExports(folder)).toReversed();
  return Promise.all(exports.map(async (record) => ({ ...record, file: await stateOf(record) })));
}

async function stateOf({ path: file, sha256 }: ExportRecord): Promise<EarlierExport['file']> {
  try {
    // If it became a pipe or a device, reading would never end.
    if (!(await fs.stat(file)).isFile()) return 'changed';
    return (await sha256OfFile(file)) === sha256 ? 'same' : 'changed';
  } catch (thrown) {
    // A file that cannot be read counts as changed.
    return toShelfwiseError(thrown).code === 'not-found' ? 'missing' : 'changed';
  }
}
