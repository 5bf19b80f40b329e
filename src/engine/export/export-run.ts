/** Writes the lists of a run to a file the user names, checked first, and keeps with the run what was written. */
import type { ExportRecord, RunRecord } from '../../shared/contract';
import type { TextForm } from '../../shared/csv';
import { ShelfwiseError, toShelfwiseError } from '../../shared/errors';
import { EXPORT_FORMAT_ROWS, type ExportFormat } from '../../shared/export-formats';
import { say } from '../../shared/sentences/sentence';
import { LIST_LENGTH } from '../../shared/limits';
import { throwIfStopped } from '../../shared/throw-if-stopped';
import { sha256OfFile } from '../storage/read-files';
import { writeUserFile } from '../storage/user-files';
import { findRun } from '../runs/store';
import type { Workspace } from '../storage/workspace';
import { readExports, rememberExport } from './earlier-exports';
import { type Check, checkOf } from './content';
import { FORMAT_WRITERS } from './formats';
import { type ExportedLists, exportedLists, profilesShortOfTitles } from './lists';

interface WhatToExport {
  workspace: Workspace;
  /** Id, or a unique beginning of one. */
  runId: string;
  format: ExportFormat;
  /** Of a format that guards texts: the exact ones, though a spreadsheet may take some for formulas. */
  raw?: boolean | undefined;
  /** A key file: pseudonyms are translated back to the IDs of the user's files, whose folder is read for it. */
  pseudonymKey?: string | undefined;
  /** Of an earlier export, which has to come out again. */
  sha256?: string | undefined;
  signal?: AbortSignal | undefined;
}

export interface ExportOptions extends WhatToExport {
  /** The file to write; a file of that name is replaced. */
  out: string;
}

/**
 * Exports a run; the same run gives the same bytes.
 * @throws ShelfwiseError `usage` where `out` is a folder or a file of the user's data, `bad-data` where the format cannot be met,
 * `not-found` without lists, data set or target folder, `no-space` and `no-permission` from the disk, `stopped` on abort,
 * `different` where other bytes would come out than the ones asked for; nothing is written then
 */
export async function exportRun(options: ExportOptions): Promise<ExportRecord> {
  const { workspace, out, format, sha256, pseudonymKey, signal } = options;
  const { folder, record, exported, form, content } = await makeContent(options);
  const checks = [...content.checks, ...(await explanations(exported, record))];
  throwIfStopped(signal);
  const { path: target } = await writeUserFile(workspace, out, async (temporary) => {
    await content.fill(temporary);
    throwIfStopped(signal);
    if (sha256 !== undefined) await refuseChangedExport(temporary, out, sha256);
  });
  const answer: ExportRecord = {
    format,
    ...(EXPORT_FORMAT_ROWS[format].guardsTexts && { text: form }),
    path: target,
    profiles: exported.profiles.length,
    ...(pseudonymKey !== undefined && { translated: true }),
    sha256: await sha256OfFile(target),
    exportedAt: new Date().toISOString(),
    checks,
  };
  try {
    await rememberExport(folder, answer);
  } catch (thrown) {
    const { code, message } = toShelfwiseError(thrown);
    throw new ShelfwiseError(code, say('export.not-noted', { file: target, cause: message }), {
      cause: thrown,
    });
  }
  return answer;
}

/**
 * The first lines of the file that `exportRun` would write.
 * @throws ShelfwiseError as `exportRun` does before it writes
 */
export async function previewExport(options: WhatToExport, lines: number): Promise<readonly string[]> {
  const { content } = await makeContent(options);
  return content.head(lines);
}

async function makeContent({ workspace, runId, format, raw, sha256, pseudonymKey, signal }: WhatToExport) {
  const { folder, record } = await findRun(workspace, runId);
  if (record.status === 'running') throw new ShelfwiseError('busy', say('export.training', { run: record.runId }));
  const lists = await exportedLists(workspace, folder, record);
  throwIfStopped(signal);
  const exported = pseudonymKey === undefined ? lists : await translated(workspace, lists, pseudonymKey);
  throwIfStopped(signal);
  const form = await formOf(folder, { raw, sha256 });
  const content = await FORMAT_WRITERS[format](exported, form);
  refuseFailed(content.checks);
  return { folder, record, exported, form, content };
}

async function translated(workspace: Workspace, lists: ExportedLists, keyFile: string): Promise<ExportedLists> {
  const { originalsOf } = await import('./originals');
  return { ...lists, profiles: await originalsOf(workspace, lists.snapshot.dataset, keyFile, lists.profiles) };
}

/** What is exported again takes the form that it had: exports of version 0.1.0 do not say, and are raw. */
async function formOf(folder: string, { raw, sha256 }: Pick<ExportOptions, 'raw' | 'sha256'>): Promise<TextForm> {
  if (sha256 === undefined) return raw === true ? 'raw' : 'guarded';
  return (await readExports(folder)).find((earlier) => earlier.sha256 === sha256)?.text ?? 'raw';
}

async function refuseChangedExport(temporary: string, target: string, sha256: string): Promise<void> {
  const found = await sha256OfFile(temporary);
  if (found !== sha256)
    throw new ShelfwiseError(
      'different',
      say('export.other-bytes', { found: found.slice(0, 16), recorded: sha256.slice(0, 16), file: target }),
    );
}

/** A check that fails here is a fault of the program, and such a file must not be submitted. */
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
