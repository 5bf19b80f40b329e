/** What forgetting a profile does to the audit log. */
import { whileClaimed } from '../../storage/claim';
import { writeFile } from '../../storage/files';
import { readPlainTextIfThere } from '../../storage/plain-file';
import type { Workspace } from '../../storage/workspace';
import { linesOf, tombstone } from './chain';
import { linkLogs } from './link';
import { auditFile, readLogs } from './logs';

/**
 * Removes the lines that match from all logs of a data set, leaving their hashes, and joins its log with that of its replacement. May be repeated.
 * @param data.after fingerprint of the replacement; null if there is none
 */
export async function forgetLines(
  workspace: Workspace,
  { before, after }: { before: string; after: string | null },
  isToGo: (line: string) => boolean,
): Promise<void> {
  const logs = await readLogs(workspace, [before]);
  for (const fingerprint of logs.keys()) await removeLines(auditFile(workspace, fingerprint), isToGo);
  if (after !== null) await linkLogs(workspace, 'data-replaced', { before, after });
}

async function removeLines(file: string, isToGo: (line: string) => boolean): Promise<void> {
  if ((await readPlainTextIfThere(file)) === null) return;
  await whileClaimed(file, async (claim) => {
    const lines = linesOf((await readPlainTextIfThere(file)) ?? '');
    if (!lines.some(({ text }) => isToGo(text))) return;
    const kept = lines.flatMap((line) => (isToGo(line.text) ? (tombstone(line) ?? []) : line.text));
    await writeFile(file, kept.map((line) => `${line}\n`).join(''), { claim });
  });
}
