/**
 * audit/<fingerprint>.jsonl: who decided, approved and exported what, of one data set. A line is added for each; none is ever
 * changed or removed, except that the lines about a profile go when it is forgotten.
 */
import * as path from 'node:path';
import { type AuditEntry, auditEntrySchema } from '../../shared/contract';
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
  await makeFolder(workspace.audit);
  await appendLine(auditFile(workspace, fingerprint), JSON.stringify({ at: new Date().toISOString(), ...entry }));
}

/** The latest first. A line that a kill left incomplete is passed over. */
export async function readAudit(workspace: Workspace, fingerprint: string): Promise<AuditEntry[]> {
  const text = (await readPlainTextIfThere(auditFile(workspace, fingerprint))) ?? '';
  return text.split('\n').flatMap(entryOf).toReversed();
}

function entryOf(line: string): AuditEntry[] {
  const parsed = auditEntrySchema.safeParse(line === '' ? null : jsonOrNull(line));
  return parsed.success ? [parsed.data] : [];
}

/**
 * Leaves out the lines that a test names, of this data set's log, and moves the rest to another data set's.
 * @param after fingerprint of the data set in its place; null where there is none: then the log stays where it is
 * @returns how many lines went
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
