/** Writes the lists of a run to a file the user names, checked first, and keeps with the run what was written. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import * as z from 'zod';
import { type ExportRecord, exportRecordSchema, type RunRecord } from '../../shared/contract';
import { assertNever, ShelfwiseError, toShelfwiseError } from '../../shared/errors';
import { say } from '../../shared/sentences/sentence';
import { jsonOrNull, readTextIfThere, sha256OfFile, writeFile, writeFileWith, writeJson } from '../files';
import { LIST_LENGTH } from '../runs/lists-file';
import { findRun } from '../runs/store';
import type { Workspace } from '../workspace';
import { type ExportedLists, exportedLists, profilesShortOfTitles, titlesOf } from './lists';
import { longCsvText, writeLongParquet } from './long-format';
import { type Check, checkOf, checkSubmission, submissionText } from './submission';

export type ExportFormat = ExportRecord['format'];

export interface ExportOptions {
  workspace: Workspace;
  /** Id, or a unique beginning of one. */
  runId: string;
  /** The file to write; a file of that name is replaced. */
  out: string;
  format: ExportFormat;
}

/**
 * Exports a run; the same run gives the same bytes.
 * @throws ShelfwiseError `usage` where `out` is a folder or a file of the user's data, `bad-data` where the format cannot be met,
 * `not-found` without lists, data set or target folder, `no-space` and `no-permission` from the disk; nothing is written then
 */
export async function exportRun({ workspace, runId, out, format }: ExportOptions): Promise<ExportRecord> {
  const { folder, record } = await findRun(workspace, runId);
  const target = path.resolve(out);
  if (record.status === 'running') throw new ShelfwiseError('busy', say('export.training', { run: record.runId }));
  const exported = await exportedLists(workspace, folder, record);
  await refuseTarget(target, exported);
  const checks = await write(target, format, exported, record);
  const answer: ExportRecord = {
    format,
    path: target,
    profiles: exported.profiles.length,
    sha256: await sha256OfFile(target),
    exportedAt: new Date().toISOString(),
    checks,
  };
  try {
    await remember(folder, answer);
  } catch (thrown) {
    const { code, message } = toShelfwiseError(thrown);
    throw new ShelfwiseError(code, say('export.not-noted', { file: target, cause: message }), {
      cause: thrown,
    });
  }
  return answer;
}

async function write(
  target: string,
  format: ExportFormat,
  exported: ExportedLists,
  record: RunRecord,
): Promise<Check[]> {
  switch (format) {
    case 'submission': {
      const text = submissionText(exported);
      const checks = [
        ...checkSubmission(text, exported.profiles, exported.items),
        ...(await explanations(exported, record)),
      ];
      refuseFailed(checks);
      await writeFile(target, text);
      return checks;
    }
    case 'csv': {
      const checks = await explanations(exported, record);
      await writeFile(target, longCsvText(exported, await titlesOf(exported)));
      return checks;
    }
    case 'parquet': {
      const checks = await explanations(exported, record);
      const titles = await titlesOf(exported);
      await writeFileWith(target, (temporary) => writeLongParquet(temporary, exported, titles));
      return checks;
    }
    default:
      return assertNever(format);
  }
}

/** A check that fails here is a fault of ours, and nobody should hand in such a file. */
function refuseFailed(checks: readonly Check[]): void {
  const failed = checks.filter(({ passed }) => !passed);
  if (failed.length > 0)
    throw new ShelfwiseError(
      'bad-data',
      say('export.failed-checks', { checks: failed.map(({ check, detail }) => `${check}: ${detail}`).join(' ') }),
    );
}

/** What a reader of the file may wonder about: lists filled with watched titles, profiles about which nothing is known. */
async function explanations(exported: ExportedLists, record: RunRecord): Promise<Check[]> {
  const short = await profilesShortOfTitles(exported, record);
  const total = exported.profiles.length;
  const watched =
    record.recipe['scoring.watched'] === 'include'
      ? say('export.check.watched-allowed')
      : short === 0
        ? say('export.check.watched-none')
        : say('export.check.watched-fill', { short, total, length: LIST_LENGTH });
  const unknown =
    exported.unknownProfiles === 0
      ? say('export.check.known-profiles')
      : say('export.check.unknown-profiles', { unknown: exported.unknownProfiles, total });
  return [checkOf('watched titles', true, watched), checkOf('profiles without history and row', true, unknown)];
}

async function refuseTarget(target: string, { snapshot }: ExportedLists): Promise<void> {
  const there = await fs.stat(target).catch(() => null);
  if (there?.isDirectory())
    throw new ShelfwiseError(
      'usage',
      say('file.is-folder', { folder: target, example: path.join(target, 'submission.csv') }),
    );
  const { folder, files } = snapshot.dataset;
  if (folder !== '' && files.some(({ file }) => path.resolve(folder, file) === target))
    throw new ShelfwiseError('usage', say('export.is-data', { file: target }));
}

const exportsSchema = z.array(exportRecordSchema);

/** What was exported from a run, oldest first. */
export async function readExports(folder: string): Promise<ExportRecord[]> {
  const text = await readTextIfThere(path.join(folder, 'exports.json'));
  if (text === null) return [];
  const parsed = exportsSchema.safeParse(jsonOrNull(text));
  return parsed.success ? parsed.data : [];
}

async function remember(folder: string, answer: ExportRecord): Promise<void> {
  const earlier = await readExports(folder);
  const others = earlier.filter(({ path: where, sha256 }) => where !== answer.path || sha256 !== answer.sha256);
  await writeJson(path.join(folder, 'exports.json'), [...others, answer]);
}
