/** The audit log of a run's data, held against what the exports of its runs know of that log. */
import type { AuditEntry } from '../../../shared/contract/audit';
import { missingLines, readAudit } from '../../../engine/kept/audit/read';
import { readExports } from '../../../engine/runs/earlier-exports';
import { readForgottenRunUnlessDamaged } from '../../../engine/runs/forgotten-run';
import { readRecord } from '../../../engine/runs/record';
import { findRun, runIds } from '../../../engine/runs/store';
import { runFolder, type Workspace } from '../../../engine/storage/workspace';

/** Latest first; before all others, an entry for each export whose record names lines that are gone. */
export async function auditOfRun(workspace: Workspace, run: string): Promise<AuditEntry[]> {
  const { folder, record } = await findRun(workspace, run);
  // Logs of earlier versions were moved to the replacement of the data, and the run alone names it.
  const replacement = (await readForgottenRunUnlessDamaged(folder))?.dataset ?? [];
  const { entries, fingerprints, heads } = await readAudit(workspace, [record.dataset.fingerprint, replacement].flat());
  const missing: AuditEntry[] = [];
  for (const runId of await runIds(workspace)) {
    const of = await readRecord(runFolder(workspace, runId)).catch(() => null);
    if (of === null || !fingerprints.has(of.dataset.fingerprint)) continue;
    // Exports that cannot be read are told where they are listed.
    for (const { auditSha256, exportedAt } of await readExports(runFolder(workspace, runId)).catch(() => []))
      if (auditSha256 !== undefined && !heads.has(auditSha256)) missing.push(missingLines(exportedAt, runId));
  }
  return [...missing, ...entries];
}
