/** Writes the lists of a run to a file the user names, checked first, and keeps with the run what was written. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import * as z from 'zod';
import { type ExportRecord, exportRecordSchema, type RunRecord } from '../../shared/contract';
import { assertNever, ShelfwiseError, toShelfwiseError } from '../../shared/errors';
import { jsonOrNull, readTextIfThere, sha256OfFile, writeFile, writeFileWith, writeJson } from '../files';
import { LIST_LENGTH } from '../runs/lists-file';
import { findRun } from '../runs/store';
import type { Workspace } from '../workspace';
import { type ExportedLists, exportedLists, profilesShortOfTitles, titlesOf } from './lists';
import { longCsvText, writeLongParquet } from './long-format';
import { type Check, checkSubmission, submissionText } from './submission';

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
  if (record.status === 'running')
    throw new ShelfwiseError('busy', `The run ${record.runId} is still being trained. Export it when it has finished.`);
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
    throw new ShelfwiseError(code, `${target} was written, but the run could not note that: ${message}`, {
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
      `The submission did not pass its checks and was not written: ${failed.map(({ check, detail }) => `${check}: ${detail}`).join(' ')}`,
    );
}

/** What a reader of the file may wonder about: lists filled with watched titles, profiles about which nothing is known. */
async function explanations(exported: ExportedLists, record: RunRecord): Promise<Check[]> {
  const short = await profilesShortOfTitles(exported, record);
  const total = exported.profiles.length;
  return [
    {
      check: 'watched titles',
      passed: true,
      detail:
        record.recipe['scoring.watched'] === 'include'
          ? 'The recipe allows watched titles in the lists.'
          : short === 0
            ? 'No list holds a title that its profile has watched.'
            : `${short} of ${total} profiles have fewer than ${LIST_LENGTH} unwatched titles; watched ones fill their lists, by score.`,
    },
    {
      check: 'profiles without history and row',
      passed: true,
      detail:
        exported.unknownProfiles === 0
          ? 'None is asked for.'
          : `${exported.unknownProfiles} of ${total} profiles get the list of a profile about which nothing is known.`,
    },
  ];
}

async function refuseTarget(target: string, { snapshot }: ExportedLists): Promise<void> {
  const there = await fs.stat(target).catch(() => null);
  if (there?.isDirectory())
    throw new ShelfwiseError(
      'usage',
      `${target} is a folder. Name the file to write in it, for example ${path.join(target, 'submission.csv')}.`,
    );
  const { folder, files } = snapshot.dataset;
  if (folder !== '' && files.some(({ file }) => path.resolve(folder, file) === target))
    throw new ShelfwiseError(
      'usage',
      `${target} is a file of the data folder that this run was trained on, and those are never written to. Choose another name.`,
    );
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
