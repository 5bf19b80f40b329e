/**
 * Notes in the audit log who decides, approves and exports what of a data set. The lines are written before the thing is done, so what is not in the
 * log did not happen; a further line says how it ended. Lines are added under the claim of the log, so programs that write at the same time make one
 * chain.
 */
import { randomBytes } from 'node:crypto';
import type { AuditEntry } from '../../../shared/contract/audit';
import { ShelfwiseError, toShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { whileClaimed } from '../../storage/claim';
import { appendOrNothing } from '../../storage/append';
import { makeFolder } from '../../storage/files';
import { readPlainTextIfThere } from '../../storage/plain-file';
import type { Workspace } from '../../storage/workspace';
import { chained, type Head, headOf, nextHead } from './chain';
import { auditFile } from './logs';

type NewEntry = Omit<AuditEntry, 'at' | 'outcome' | 'chain'> & { readonly what: string };

/** Adds entries on what is about to be done. @returns the head of the log, for a record of what was done to name */
export type Intend = (entries: readonly NewEntry[]) => Promise<Head>;

/**
 * Does what the log of a data set has to tell.
 * @param work calls `intend` once it knows what it is about to do, before it changes anything; where `intend` throws, nothing may be done
 * @throws what `work` throws, noted as failed; an error of the disk where all was done, and the log could not note that
 */
export async function logged<Result>(
  workspace: Workspace,
  fingerprint: string,
  work: (intend: Intend) => Promise<Result>,
): Promise<Result> {
  const act = randomBytes(8).toString('hex');
  const add = (entries: readonly NewEntry[]): Promise<Head> =>
    addLines(
      workspace,
      fingerprint,
      entries.map((entry) => ({ ...entry, act })),
    );
  let isIntended = false;
  let result: Result;
  try {
    result = await work(async (entries) => {
      const head = await add(entries);
      isIntended ||= entries.length > 0;
      return head;
    });
  } catch (thrown) {
    // If this fails too, the log shows the entry as open, and the caller learns why it failed.
    if (isIntended) await add([{ what: 'failed', code: toShelfwiseError(thrown).code }]).catch(() => undefined);
    throw thrown;
  }
  if (isIntended)
    await add([{ what: 'completed' }]).catch((thrown: unknown) => {
      const { code, message } = toShelfwiseError(thrown);
      throw new ShelfwiseError(code, say('kept.end-not-noted', { cause: message }), { cause: thrown });
    });
  return result;
}

/**
 * Adds all entries, with one sync, or none.
 * @param entries or which ones, by the text of the log, which no other program changes meanwhile
 * @returns the head of the log
 */
export async function addLines(
  workspace: Workspace,
  fingerprint: string,
  entries: readonly NewEntry[] | ((log: string) => readonly NewEntry[]),
): Promise<Head> {
  await makeFolder(workspace.audit);
  const file = auditFile(workspace, fingerprint);
  return whileClaimed(file, async (claim) => {
    const text = (await readPlainTextIfThere(file)) ?? '';
    const at = new Date().toISOString();
    let head = headOf(text);
    // Closes a line that a kill or a power failure tore.
    let added = text === '' || text.endsWith('\n') ? '' : '\n';
    for (const entry of typeof entries === 'function' ? entries(text) : entries) {
      const line = chained(head, { at, ...entry });
      head = nextHead(head, line);
      added += `${line.text}\n`;
    }
    if (added === '') return head;
    await claim.assertOurs();
    await appendOrNothing(file, added);
    return head;
  });
}
