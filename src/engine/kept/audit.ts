/**
 * audit/<fingerprint>.jsonl: who decided, approved and exported what of one data set. Every event adds a line; no line is ever changed or removed,
 * except that forgetting a profile removes the lines about it.
 */
import * as path from 'node:path';
import { type AuditEntry, auditEntrySchema } from '../../shared/contract/audit';
import { appendLine, makeFolder, writeFile } from '../storage/files';
import { readPlainTextIfThere } from '../storage/plain-file';
import { jsonOrNull } from '../storage/read-files';
import type { Workspace } from '../storage/workspace';

export const auditFile = ({ audit }: Workspace, fingerprint: string): string =>
  path.join(audit, `${fingerprint}.jsonl`);

export async function addToAudit(
  workspace: Workspace,
  fingerprint: string,
  entry: Omit<AuditEntry, 'at'> & { readonly what: string },
): Promise<void> {
  await addAllToAudit(workspace, fingerprint, [entry]);
}

/** Lines added in one write: few enough for the system to write them in one piece while other programs add theirs. */
const TOGETHER = 200;

/** addToAudit for many lines, with one sync for all of them. */
export async function addAllToAudit(
  workspace: Workspace,
  fingerprint: string,
  entries: readonly (Omit<AuditEntry, 'at'> & { readonly what: string })[],
): Promise<void> {
  await makeFolder(workspace.audit);
  const at = new Date().toISOString();
  const lines = entries.map((entry) => JSON.stringify({ at, ...entry }));
  for (let start = 0; start < lines.length; start += TOGETHER)
    await appendLine(auditFile(workspace, fingerprint), lines.slice(start, start + TOGETHER).join('\n'));
}

/** Latest first. Skips a line that a killed program left incomplete. */
export async function readAudit(workspace: Workspace, fingerprint: string): Promise<AuditEntry[]> {
  const text = (await readPlainTextIfThere(auditFile(workspace, fingerprint))) ?? '';
  return text.split('\n').flatMap(entryOf).toReversed();
}

function entryOf(line: string): AuditEntry[] {
  const parsed = auditEntrySchema.safeParse(line === '' ? null : jsonOrNull(line));
  return parsed.success ? [parsed.data] : [];
}

/**
 * Removes the lines that match from this data set's log, and moves the rest to the log of its replacement.
 * @param after fingerprint of the replacement; null if there is none: then the log stays in place
 * @returns the number of removed lines
 */
export async function pruneAudit(
  workspace: Workspace,
  before: string,
  after: string | null,
  isToGo: (line: string) => boolean,
): Promise<number> {
  const [from, to] = [auditFile(workspace, before), auditFile(workspace, after ?? before)];
  const lines = ((await readPlainTextIfThere(from)) ?? '').split('\n').filter((line) => line !== '');
  if (lines.length === 0) return 0;
  const kept = lines.filter((line) => !isToGo(line));
  if (from === to && kept.length === lines.length) return 0;
  const there = from === to ? '' : ((await readPlainTextIfThere(to)) ?? '');
  await writeFile(to, there + kept.map((line) => `${line}\n`).join(''));
  if (from !== to) await writeFile(from, '');
  return lines.length - kept.length;
}
