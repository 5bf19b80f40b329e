/**
 * The head of an audit log that others keep: a checkpoint that the workspace signs. Its tree is over the SHA-256 of each line of the chain, which a
 * forgetting leaves in the place of the line: so a head that was kept before holds after it.
 */
import type { SignedHead } from '../../../shared/contract/audit';
import { entriesOf } from '../../storage/disk';
import { readPlainTextIfThere } from '../../storage/plain-file';
import type { Workspace } from '../../storage/workspace';
import { linesOf } from './chain';
import { checkpointText, originOf } from './checkpoint';
import { addLines, type Intend, logged } from './logged';
import { auditFile, LOG_NAME } from './logs';
import { changeSigningKey, keyEntries, readSigningKey, type SigningKey, signingKey } from './signing-key';
import { signNote, writtenNote } from './signed-note';
import { treeHash } from './tree';

/** The leaves of a log: lines of the chain that are written to their end. */
export async function leavesOf(workspace: Workspace, fingerprint: string): Promise<Buffer[]> {
  const text = await readLog(workspace, fingerprint);
  // Another program may be writing the last line.
  return linesOf(text.slice(0, text.lastIndexOf('\n') + 1))
    .filter(({ kind }) => kind !== 'before-chain')
    .map(({ sha256 }) => Buffer.from(sha256, 'hex'));
}

const readLog = async (workspace: Workspace, fingerprint: string): Promise<string> =>
  (await readPlainTextIfThere(auditFile(workspace, fingerprint))) ?? '';

/** Signs the head of a log as it is now, once the log tells the key. Makes the key on first need. @throws ShelfwiseError as signingKey */
export async function signHead(workspace: Workspace, fingerprint: string): Promise<SignedHead> {
  const key = await signingKey(workspace);
  await tellKeys(workspace, fingerprint, key);
  return headBy(workspace, fingerprint, key);
}

/** The head of a log that can be signed without writing anything; null where the workspace has no key, or the log does not tell it. */
export async function headIfTold(workspace: Workspace, fingerprint: string): Promise<SignedHead | null> {
  const key = await readSigningKey(workspace);
  if (key === null || keyEntries(key, await readLog(workspace, fingerprint)).length > 0) return null;
  return headBy(workspace, fingerprint, key);
}

/**
 * Does as `logged` what the log has to tell, and signs the head with it.
 * @param work as for `logged`: where `intend` throws, as for want of a key, nothing may be done
 */
export async function loggedWithHead<Result>(
  workspace: Workspace,
  fingerprint: string,
  work: (intend: Intend) => Promise<Result>,
): Promise<{ result: Result; head: SignedHead }> {
  let key: SigningKey | null = null;
  const result = await logged(workspace, fingerprint, (intend) =>
    work(async (entries) => {
      key ??= await signingKey(workspace);
      await tellKeys(workspace, fingerprint, key);
      return intend(entries);
    }),
  );
  return { result, head: await headBy(workspace, fingerprint, key ?? (await signingKey(workspace))) };
}

/** Gives the workspace another key, which each of its logs tells. @throws ShelfwiseError as changeSigningKey */
export async function changeKey(workspace: Workspace): Promise<SigningKey> {
  const key = await changeSigningKey(workspace);
  for (const { name } of await entriesOf(workspace.audit)) {
    const [, fingerprint] = LOG_NAME.exec(name) ?? [];
    if (fingerprint !== undefined) await tellKeys(workspace, fingerprint, key);
  }
  return key;
}

async function tellKeys(workspace: Workspace, fingerprint: string, key: SigningKey): Promise<void> {
  await addLines(workspace, fingerprint, (log) => keyEntries(key, log));
}

async function headBy(workspace: Workspace, fingerprint: string, key: SigningKey): Promise<SignedHead> {
  const leaves = await leavesOf(workspace, fingerprint);
  const origin = originOf(key.workspace, fingerprint);
  const text = checkpointText({ origin, size: leaves.length, root: treeHash(leaves) });
  const note = writtenNote({ text, signatures: [signNote(text, origin, key.privateKey)] });
  return { text: note, size: leaves.length, key: key.made ?? 'kept' };
}
