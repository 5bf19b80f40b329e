/** exports.json of a run: what was exported, and whether the files still are what was written. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import type { EarlierExport } from '../../shared/contract/run-life';
import { type ExportRecord, exportRecordSchema } from '../../shared/contract/run';
import type { ExportedRules } from '../../shared/contract/rules';
import { toShelfwiseError } from '../../shared/errors';
import type { KeptInRun } from './kept-in-run';
import { say, type Sentence } from '../../shared/words/sentence';
import { whileClaimed } from '../storage/claim';
import { sha256OfFile } from '../storage/read-files';
import { readList, writeList } from './sealed-list';

export const EXPORTS_FILE = 'exports.json';

const LIST = {
  file: EXPORTS_FILE,
  name: 'exports',
  value: exportRecordSchema,
  damaged: (part: Sentence) => say('run.exports-damaged', { part }),
};

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
export const readExports = (folder: string): Promise<ExportRecord[]> => readList(folder, LIST);

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
    await writeList(folder, LIST, [...others, answer], { claim });
  });
}

/** Texts of people in the record of an export: who approved, names of rules, of a tuning and of a segment. */
export const textsOfExport = ({ approval, rules, tuning }: ExportRecord): string[] => [
  approval?.by ?? '',
  ...(rules === undefined ? [] : textsOfRules(rules)),
  tuning?.kept?.name ?? '',
  tuning?.segment?.name ?? '',
];

/** Names of rules, and what they name that is gone. */
export const textsOfRules = ({ names, waiting, unmet, gone }: ExportedRules): string[] => [
  ...names,
  ...waiting,
  ...unmet.map(({ name }) => name),
  ...gone.flatMap(({ name, what }) => [name, ...what]),
];

/**
 * Takes texts of people that match out of the records of exports; hashes and paths stay, by which the files are found.
 * @returns how many records lost some
 * @throws ShelfwiseError as readExports
 */
export async function pruneExports(
  folder: string,
  isIn: (text: string) => boolean,
  forgottenAt: string,
): Promise<number> {
  if ((await readExports(folder)).length === 0) return 0;
  return whileClaimed(exportsFile(folder), async (claim) => {
    const all = await readExports(folder);
    const without = all.map((one) => withoutTexts(one, isIn));
    await writeList(folder, LIST, without, { claim, forgottenAt });
    return all.filter((one) => textsOfExport(one).some(isIn)).length;
  });
}

function withoutTexts(record: ExportRecord, isIn: (text: string) => boolean): ExportRecord {
  const { approval, rules, tuning } = record;
  const untold = <Kept extends { name: string }>(kept: Kept | null): Kept | null =>
    kept !== null && isIn(kept.name) ? null : kept;
  return {
    ...record,
    ...(approval && { approval: { ...approval, by: isIn(approval.by) ? '' : approval.by } }),
    ...(rules && { rules: rulesWithout(rules, isIn) }),
    ...(tuning && { tuning: { ...tuning, kept: untold(tuning.kept), segment: untold(tuning.segment) } }),
  };
}

/** Rules as recorded, without the texts that match. */
export function rulesWithout(rules: ExportedRules, isIn: (text: string) => boolean): ExportedRules {
  const others = (texts: readonly string[]): string[] => texts.filter((text) => !isIn(text));
  return {
    ...rules,
    names: others(rules.names),
    waiting: others(rules.waiting),
    unmet: rules.unmet.filter(({ name }) => !isIn(name)),
    gone: rules.gone.filter(({ name }) => !isIn(name)).map((rule) => ({ ...rule, what: others(rule.what) })),
  };
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
