/** Writes the lists of a run to a file that the user names, checked first, and records the export with the run. */
import type { ShownApproval } from '../../../shared/contract/approvals';
import type { ExportRecord } from '../../../shared/contract/run';
import type { TextForm } from '../../../shared/values/csv';
import { ShelfwiseError, toShelfwiseError } from '../../../shared/errors';
import { EXPORT_FORMAT_ROWS, type ExportFormat } from '../../../shared/values/export-formats';
import { say } from '../../../shared/words/sentence';
import { throwIfStopped } from '../../../shared/values/throw-if-stopped';
import { sha256OfFile } from '../../../engine/storage/read-files';
import { writeUserFile } from '../../../engine/storage/user-files';
import { approvalOf, readApprovals } from '../../../engine/runs/approvals';
import { loggedWithHead } from '../../../engine/kept/audit/head';
import type { FoundRun } from '../../../engine/runs/store';
import type { Workspace } from '../../../engine/storage/workspace';
import { exportOfHash, rememberExport } from '../../../engine/runs/earlier-exports';
import type { Exported } from '../contract/calls';
import type { Check } from './content';
import { explanations } from './explanations';
import { FORMAT_WRITERS } from './formats';
import { type ExportedLists, exportedLists, newTitlesIn, titlesOf } from './lists';
import type { MadeOfLists, RuledExport, TunedExport } from './made-of-lists';
import { exportedRules, refuseTooShort } from './ruled-export';

interface WhatToExport extends MadeOfLists {
  workspace: Workspace;
  run: FoundRun;
  format: ExportFormat;
  /** For a format that guards texts: the exact ones, though a spreadsheet may run some as formulas. */
  raw?: boolean | undefined;
  /** A key file: translates pseudonyms back to the IDs of the user's files, whose folder is read for that. */
  pseudonymKey?: string | undefined;
  /** Hash of an earlier export to reproduce. */
  sha256?: string | undefined;
  signal?: AbortSignal | undefined;
}

export interface ExportOptions extends WhatToExport {
  /** The file to write; replaces a file of that name. */
  out: string;
}

/**
 * Exports a run; the same run gives the same bytes.
 * @throws ShelfwiseError `usage` if `out` is a folder or a file of the user's data, `bad-data` if the format cannot be met, `not-found` without
 * lists, data set or target folder, `no-space` and `no-permission` from the disk, `stopped` on abort, `different` if the bytes would differ from the
 * requested ones; nothing is written then
 */
export async function exportRun(options: ExportOptions): Promise<Exported> {
  const { workspace, out, format, sha256, pseudonymKey, ruled, tuned, delivered, signal } = options;
  const { folder, record } = options.run;
  const { exported, form, content } = await makeContent(options);
  const asTrained = { rulesSha256: null, tuningSha256: null, deliveredSha256: record.listsSha256! };
  const { deliveredSha256, ...under } = delivered ?? asTrained;
  const approval = approvalOf(await readApprovals(folder, record), { ...under, deliveredSha256 });
  const checks = [...content.checks, ...explanations(exported, record, { ruled, tuned })];
  throwIfStopped(signal);
  const {
    result: { path: target, result: written },
    head,
  } = await loggedWithHead(workspace, record.dataset.fingerprint, (intend) =>
    writeUserFile(workspace, out, async (temporary) => {
      await content.fill(temporary);
      throwIfStopped(signal);
      if (sha256 !== undefined) await refuseChangedExport(temporary, out, sha256);
      const found = await sha256OfFile(temporary);
      const entry = {
        what: 'export',
        runId: record.runId,
        format,
        sha256: found,
        by: approval?.by ?? null,
        ...broughtBy(approval),
      };
      return { sha256: found, auditSha256: (await intend([entry])) ?? undefined };
    }),
  );
  const answer: ExportRecord = {
    format,
    ...(EXPORT_FORMAT_ROWS[format].guardsTexts && { text: form }),
    path: target,
    profiles: exported.profiles.length,
    ...(pseudonymKey !== undefined && { translated: true }),
    ...(ruled && { rulesSha256: ruled.rulesSha256, rulesDate: ruled.date, rules: exportedRules(exported, ruled) }),
    ...(tuned && { tuning: tuned.tuning }),
    recipeSha256: record.recipeSha256,
    listsSha256: record.listsSha256!,
    deliveredSha256,
    ...written,
    exportedAt: new Date().toISOString(),
    approval: approval === null ? null : { by: approval.by, at: approval.at, ...broughtBy(approval) },
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
  return { ...answer, head };
}

/** The bundle that brought an approval. */
const broughtBy = (approval: ShownApproval | null): Pick<ShownApproval, 'brought'> =>
  approval?.brought === undefined ? {} : { brought: approval.brought };

interface ExportPreview {
  /** The first lines of the file that `exportRun` would write. */
  readonly lines: readonly string[];
  /** Number of profiles whose lists it writes. */
  readonly profiles: number;
  /** The list that it writes first. */
  readonly first: {
    readonly profile: string;
    readonly titles: readonly { readonly item: string; readonly title: string | null }[];
  } | null;
  /** Titles without viewings that rules brought into it, those in most lists first. */
  readonly newTitles: readonly { readonly item: string; readonly title: string | null; readonly lists: number }[];
}

/** @throws ShelfwiseError as `exportRun` does before it writes */
export async function previewExport(options: WhatToExport, lines: number): Promise<ExportPreview> {
  const { content, exported } = await makeContent(options);
  const { columns, listsOf } = newTitlesIn(exported);
  const titles = await titlesOf(exported);
  const [profile] = exported.profiles;
  return {
    lines: content.head(lines),
    profiles: exported.profiles.length,
    first:
      profile === undefined
        ? null
        : {
            profile,
            titles: Array.from(exported.list(0), (column) => ({
              item: exported.items[column]!,
              title: titles[column] ?? null,
            })),
          },
    newTitles: columns.map((column) => ({
      item: exported.items[column]!,
      title: titles[column]!,
      lists: listsOf(column),
    })),
  };
}

async function makeContent(what: WhatToExport) {
  const { workspace, run, format, raw, sha256, pseudonymKey, ruled, tuned, listed, signal } = what;
  const { folder, record } = run;
  if (record.status === 'running') throw new ShelfwiseError('busy', say('export.training', { run: record.runId }));
  const lists = await exportedLists(workspace, folder, record, { ruled, tuned, listed });
  throwIfStopped(signal);
  const exported = pseudonymKey === undefined ? lists : await translated(workspace, lists, pseudonymKey);
  throwIfStopped(signal);
  const earlier = sha256 === undefined ? undefined : await exportOfHash(folder, sha256);
  if (ruled !== undefined && earlier !== undefined) refuseOtherRules(earlier, ruled);
  if (tuned !== undefined && earlier !== undefined) refuseOtherTuning(earlier, tuned);
  if (ruled !== undefined) refuseTooShort(format, exported, ruled);
  // A repeated export keeps its form.
  const form: TextForm = earlier?.text ?? (raw === true ? 'raw' : 'guarded');
  const content = await FORMAT_WRITERS[format](exported, form);
  refuseFailed(content.checks);
  return { exported, form, content };
}

async function translated(workspace: Workspace, lists: ExportedLists, keyFile: string): Promise<ExportedLists> {
  const { originalsOf } = await import('./originals');
  return { ...lists, profiles: await originalsOf(workspace, lists.snapshot.dataset, keyFile, lists.profiles) };
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
