/** The audit log of a run's data, held against what approvals, withdrawals and exports of its runs know of that log. */
import type { AuditEntry } from '../../../shared/contract/audit';
import { missingLines, readAudit } from '../../../engine/kept/audit/read';
import { readApprovals } from '../../../engine/runs/approvals';
import { readExports } from '../../../engine/runs/earlier-exports';
import { readForgottenRunUnlessDamaged } from '../../../engine/runs/forgotten-run';
import { readAnyRecord } from '../../../engine/runs/record';
import { findAnyRun, runIds } from '../../../engine/runs/store';
import { runFolder, type Workspace } from '../../../engine/storage/workspace';

/** Latest first; before all others, an entry for each record of a run that names lines that are gone. */
export async function auditOfRun(workspace: Workspace, run: string): Promise<AuditEntry[]> {
  const { folder, record } = await findAnyRun(workspace, run);
  // Logs of earlier versions were moved to the replacement of the data, and the run alone names it.
  const replacement = (await readForgottenRunUnlessDamaged(folder))?.dataset ?? [];
  return auditOfData(workspace, [record.dataset.fingerprint, replacement].flat());
}

/** The same of data sets, by their fingerprints. */
export async function auditOfData(workspace: Workspace, data: readonly string[]): Promise<AuditEntry[]> {
  const { entries, fingerprints, heads } = await readAudit(workspace, data);
  const missing: AuditEntry[] = [];
  for (const runId of await runIds(workspace))
    for (const { head, at } of await headsNamedBy(runFolder(workspace, runId), fingerprints))
      if (!heads.has(head)) missing.push(missingLines(at, runId));
  return [...missing, ...entries];
}

/** Heads of the log that records of a run of these data sets name, each with its moment. What cannot be read is told where it is listed. */
async function headsNamedBy(
  folder: string,
  fingerprints: ReadonlySet<string>,
): Promise<{ readonly head: string; readonly at: string }[]> {
  const record = await readAnyRecord(folder).catch(() => null);
  if (record === null || !fingerprints.has(record.dataset.fingerprint)) return [];
  const exports = await readExports(folder).catch(() => []);
  const { all } = await readApprovals(folder, record).catch(() => ({ all: [] }));
  // The head that a bundle's approval names is of the log of another workspace.
  const given = all.filter(({ brought }) => brought === undefined);
  return [
    ...exports.map(({ auditSha256, exportedAt }) => ({ head: auditSha256, at: exportedAt })),
    ...given.map(({ auditSha256, at }) => ({ head: auditSha256, at })),
  ].flatMap(({ head, at }) => (head === undefined ? [] : [{ head, at }]));
}
