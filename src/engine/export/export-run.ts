/** Writes the lists of a run to a file the user names, checked first, and keeps with the run what was written. */
import type { ExportedTuning, ExportRecord, RunRecord } from '../../shared/contract';
import type { TextForm } from '../../shared/csv';
import { ShelfwiseError, toShelfwiseError } from '../../shared/errors';
import { EXPORT_FORMAT_ROWS, type ExportFormat } from '../../shared/export-formats';
import { say, type Sentence, textOf } from '../../shared/sentences/sentence';
import { LIST_LENGTH } from '../../shared/limits';
import { throwIfStopped } from '../../shared/throw-if-stopped';
import { sha256OfFile } from '../storage/read-files';
import { writeUserFile } from '../storage/user-files';
import { approvalUnder, readApprovals } from '../runs/approvals';
import { addToAudit } from '../kept/audit';
import type { Lists } from '../ranking/lists';
import { findRun } from '../runs/store';
import type { Workspace } from '../storage/workspace';
import { readExports, rememberExport } from './earlier-exports';
import { type Check, checkOf } from './content';
import { FORMAT_WRITERS } from './formats';
import {
  type ExportedLists,
  exportedLists,
  listsWithWatched,
  newTitlesIn,
  profilesShortOfTitles,
  titlesOf,
} from './lists';

/** Lists under rules, and what is to be said of them. */
export interface RuledExport {
  readonly lists: Lists;
  /** IDs of all titles that they may name; behind those of the run may stand some without viewings. */
  readonly items: readonly string[];
  readonly rulesSha256: string;
  /** The day for which the rules were applied. */
  readonly date: string;
  /** Rules that counted on that day. */
  readonly rules: number;
  /** Rows of the lists that are not what they were. */
  readonly changed: ReadonlySet<number>;
  /** Promises that could not be kept: the name of the rule, and the row of the lists. */
  readonly broken: readonly { readonly row: number; readonly name: string }[];
}

/** Lists under a tuning, and what is to be said of them. */
export interface TunedExport {
  readonly lists: Lists;
  /** IDs of the items that they name. */
  readonly items: readonly string[];
  readonly tuning: ExportedTuning;
  /** Keys that are about one profile, and were left out. */
  readonly left: readonly string[];
  readonly includesWatched: boolean;
  /** Rows of the lists that are not as trained. */
  readonly changed: ReadonlySet<number>;
}

interface WhatToExport {
  workspace: Workspace;
  /** Id, or a unique beginning of one. */
  runId: string;
  format: ExportFormat;
  /** Of a format that guards texts: the exact ones, though a spreadsheet may take some for formulas. */
  raw?: boolean | undefined;
  /** A key file: pseudonyms are translated back to the IDs of the user's files, whose folder is read for it. */
  pseudonymKey?: string | undefined;
  /** What rules made of the lists of the run; without it they are exported as they are. */
  ruled?: RuledExport | undefined;
  /** What a tuning made of them, before any rules. */
  tuned?: TunedExport | undefined;
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
  const { workspace, out, format, sha256, pseudonymKey, ruled, tuned, signal } = options;
  const { folder, record, exported, form, content } = await makeContent(options);
  // What was approved are the lists as trained.
  const approval = tuned === undefined ? approvalUnder(await readApprovals(folder), ruled?.rulesSha256 ?? null) : null;
  const checks = [...content.checks, ...explanations(exported, record, { ruled, tuned })];
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
    ...(ruled && { rulesSha256: ruled.rulesSha256, rulesDate: ruled.date }),
    ...(tuned && { tuning: tuned.tuning }),
    recipeSha256: record.recipeSha256,
    listsSha256: record.listsSha256!,
    sha256: await sha256OfFile(target),
    exportedAt: new Date().toISOString(),
    approval: approval === null ? null : { by: approval.by, at: approval.at },
    checks,
  };
  try {
    await rememberExport(folder, answer);
    await addToAudit(workspace, record.dataset.fingerprint, {
      what: 'export',
      runId: record.runId,
      format,
      sha256: answer.sha256,
      by: approval?.by ?? null,
    });
  } catch (thrown) {
    const { code, message } = toShelfwiseError(thrown);
    throw new ShelfwiseError(code, say('export.not-noted', { file: target, cause: message }), {
      cause: thrown,
    });
  }
  return answer;
}

export interface ExportPreview {
  /** The first ones of the file that `exportRun` would write. */
  readonly lines: readonly string[];
  /** Titles without viewings that rules brought into it, those in most lists first. */
  readonly newTitles: readonly { readonly item: string; readonly title: string | null; readonly lists: number }[];
}

/** @throws ShelfwiseError as `exportRun` does before it writes */
export async function previewExport(options: WhatToExport, lines: number): Promise<ExportPreview> {
  const { content, exported } = await makeContent(options);
  const { columns, listsOf } = newTitlesIn(exported);
  const titles = columns.length === 0 ? [] : await titlesOf(exported);
  return {
    lines: content.head(lines),
    newTitles: columns.map((column) => ({
      item: exported.items[column]!,
      title: titles[column]!,
      lists: listsOf(column),
    })),
  };
}

async function makeContent(what: WhatToExport) {
  const { workspace, runId, format, raw, sha256, pseudonymKey, ruled, tuned, signal } = what;
  const { folder, record } = await findRun(workspace, runId);
  if (record.status === 'running') throw new ShelfwiseError('busy', say('export.training', { run: record.runId }));
  const lists = await exportedLists(workspace, folder, record, ruled ?? tuned ?? null);
  throwIfStopped(signal);
  const exported = pseudonymKey === undefined ? lists : await translated(workspace, lists, pseudonymKey);
  throwIfStopped(signal);
  const earlier = await earlierOf(folder, sha256);
  if (ruled !== undefined && earlier !== undefined) refuseOtherRules(earlier, ruled);
  if (tuned !== undefined && earlier !== undefined) refuseOtherTuning(earlier, tuned);
  const form = formOf(earlier, { raw, sha256 });
  const content = await FORMAT_WRITERS[format](exported, form);
  refuseFailed(content.checks);
  return { folder, record, exported, form, content };
}

async function translated(workspace: Workspace, lists: ExportedLists, keyFile: string): Promise<ExportedLists> {
  const { originalsOf } = await import('./originals');
  return { ...lists, profiles: await originalsOf(workspace, lists.snapshot.dataset, keyFile, lists.profiles) };
}

/** The export that has to come out again; undefined where none is asked for, or it is not noted. */
async function earlierOf(folder: string, sha256: string | undefined): Promise<ExportRecord | undefined> {
  return sha256 === undefined ? undefined : (await readExports(folder)).find((one) => one.sha256 === sha256);
}

/** What is exported again takes the form that it had: exports of version 0.1.0 do not say, and are raw. */
function formOf(earlier: ExportRecord | undefined, { raw, sha256 }: Pick<ExportOptions, 'raw' | 'sha256'>): TextForm {
  if (sha256 === undefined) return raw === true ? 'raw' : 'guarded';
  return earlier?.text ?? 'raw';
}

function refuseOtherRules({ rulesSha256 = '' }: ExportRecord, ruled: RuledExport): void {
  if (rulesSha256 === ruled.rulesSha256) return;
  throw new ShelfwiseError(
    'different',
    say('rules.other-set', { found: ruled.rulesSha256.slice(0, 16), recorded: rulesSha256.slice(0, 16) }),
  );
}

function refuseOtherTuning({ tuning }: ExportRecord, { tuning: { tuningSha256 } }: TunedExport): void {
  if (tuning?.tuningSha256 === tuningSha256) return;
  throw new ShelfwiseError(
    'different',
    say('export.other-tuning', {
      found: tuningSha256.slice(0, 16),
      recorded: tuning?.tuningSha256.slice(0, 16) ?? '–',
    }),
  );
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

/** What a reader of the file may wonder about: lists filled with watched titles, profiles about which nothing is known, rules. */
function explanations(
  exported: ExportedLists,
  record: RunRecord,
  { ruled, tuned }: Pick<WhatToExport, 'ruled' | 'tuned'>,
): Check[] {
  const total = exported.profiles.length;
  const unknown =
    exported.unknownProfiles === 0
      ? say('export.check.known-profiles')
      : say('export.check.unknown-profiles', { unknown: exported.unknownProfiles, total });
  return [
    checkOf('watched titles', true, aboutWatched(exported, record, { ruled, tuned })),
    checkOf('profiles without history and row', true, unknown),
    ...(tuned === undefined ? [] : [aboutTuning(exported, tuned)]),
    ...(ruled === undefined ? [] : aboutRules(exported, ruled)),
  ];
}

function aboutWatched(
  exported: ExportedLists,
  record: RunRecord,
  { ruled, tuned }: Pick<WhatToExport, 'ruled' | 'tuned'>,
): Sentence {
  const total = exported.profiles.length;
  const isAllowed = record.recipe['scoring.watched'] === 'include';
  if (tuned?.includesWatched === true && !isAllowed) return say('export.check.watched-tuned');
  const isTakenBack = tuned?.includesWatched === false && tuned.tuning.segment === null;
  if (isAllowed && !isTakenBack) return say('export.check.watched-allowed');
  if (ruled === undefined) {
    const short = profilesShortOfTitles(exported);
    if (short > 0) return say('export.check.watched-fill', { short, total, length: LIST_LENGTH });
  } else {
    const filled = listsWithWatched(exported);
    if (filled > 0) return say('export.check.watched-fill-rules', { short: filled, total, length: LIST_LENGTH });
  }
  return say('export.check.watched-none');
}

function aboutTuning(exported: ExportedLists, { tuning, left, changed }: TunedExport): Check {
  const { kept, segment, profiles, tuningSha256 } = tuning;
  const applied = say(segment === null ? 'export.check.tuning' : 'export.check.tuning-segment', {
    name: kept === null ? say('export.tuning-of-file') : kept.name,
    segment: segment?.name ?? '',
    profiles,
    hash: tuningSha256.slice(0, 12),
    changed: exported.rows.filter((row) => changed.has(row)).length,
    total: exported.rows.length,
  });
  const sentences = left.length === 0 ? [applied] : [applied, say('export.tuning-left', { keys: [...left] })];
  return { check: 'tuning', passed: true, detail: textOf(sentences), said: sentences };
}

/** Broken promises are told, and keep nobody from the file: the lists hold what may be shown, and where that is too little they are shorter. */
function aboutRules(exported: ExportedLists, { rules, rulesSha256, date, changed, broken }: RuledExport): Check[] {
  const rows = new Set(exported.rows);
  const of = broken.filter(({ row }) => rows.has(row));
  const isShort = (_: unknown, profile: number): boolean =>
    exported.list(profile).length < Math.min(LIST_LENGTH, exported.known);
  const applied = say('export.check.rules', {
    rules,
    date,
    hash: rulesSha256.slice(0, 12),
    changed: exported.rows.filter((row) => changed.has(row)).length,
    total: exported.rows.length,
  });
  const kept =
    of.length === 0
      ? say('export.check.rules-kept')
      : say('export.check.rules-broken', {
          count: of.length,
          profiles: new Set(of.map(({ row }) => row)).size,
          short: exported.rows.filter(isShort).length,
          length: LIST_LENGTH,
          rules: [...new Set(of.map(({ name }) => name))],
        });
  const brought = newTitlesIn(exported);
  const about = say('export.check.new-titles', {
    titles: brought.columns.length,
    lists: brought.lists,
    total: exported.rows.length,
  });
  return [
    checkOf('rules', true, applied),
    checkOf('rules kept', true, kept),
    ...(brought.lists === 0 ? [] : [checkOf('new titles', true, about)]),
  ];
}
