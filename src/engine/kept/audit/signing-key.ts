/**
 * audit/signing-key.json: the Ed25519 key with which a workspace signs the heads of its audit logs, and the public keys that it had before. A line of
 * each log tells the keys, so that a head is checked where the file is lost. It goes nowhere by itself: not into a bundle, nor into a report.
 */
import { createHash, createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import * as path from 'node:path';
import * as z from 'zod';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { whileClaimed } from '../../storage/claim';
import { entriesOf } from '../../storage/disk';
import { makeFolder, writeJson } from '../../storage/files';
import { contentOf, readKept } from '../../storage/kept-file';
import type { Workspace } from '../../storage/workspace';
import { LOG_NAME, readLogs } from './logs';
import { holds, rawPublicKey } from './signed-note';

const base64 = z.base64().max(128);

/** A public key of a workspace, and what the one before it signed to name it as its successor. */
const publicKeySchema = z.object({
  /** Of its 32 bytes. */
  publicKey: base64,
  /** Null for the first key, and for one that was made when the one before it was lost. */
  endorsement: base64.nullable(),
});
type PublicKey = z.infer<typeof publicKeySchema>;

const workspaceIdSchema = z.string().regex(/^[0-9a-f]{16}$/);

/** A line of a log that tells a key. */
const keyEntrySchema = publicKeySchema.extend({ what: z.literal('key'), workspace: workspaceIdSchema });

const storedSchema = z.looseObject({
  formatVersion: z.literal(1),
  workspace: workspaceIdSchema,
  privateKey: z.string().max(1024),
  /** Oldest first; the last one is that of the private key. */
  keys: z.array(publicKeySchema).min(1).max(1000),
});
type Stored = z.infer<typeof storedSchema>;

/** The public keys of a workspace, oldest first. */
export interface KnownKeys {
  /** 16 hexadecimal digits of the hash of its first key. */
  readonly workspace: string;
  readonly keys: readonly PublicKey[];
}

export interface SigningKey extends KnownKeys {
  readonly privateKey: KeyObject;
  /** Why it was made just now: the workspace had none, the one it had is gone, or somebody asked for another. Null for one that was there. */
  readonly made: 'first' | 'lost' | 'changed' | null;
}

const keyFile = ({ audit }: Workspace): string => path.join(audit, 'signing-key.json');

/** Null if there is none. @throws ShelfwiseError `bad-data` if the file is damaged, `newer-version` */
export async function readSigningKey(workspace: Workspace): Promise<SigningKey | null> {
  const file = keyFile(workspace);
  const damaged = say('audit.key-damaged', { file });
  const stored = contentOf(await readKept(file, { schema: storedSchema, what: file, damaged: () => damaged }));
  if (stored === null) return null;
  const key = signingKeyOf(stored);
  if (key === null) throw new ShelfwiseError('bad-data', damaged);
  return key;
}

function signingKeyOf({ workspace, keys, privateKey: pem }: Stored): SigningKey | null {
  try {
    const privateKey = createPrivateKey(pem);
    const isOurs =
      privateKey.asymmetricKeyType === 'ed25519' &&
      rawPublicKey(privateKey).toString('base64') === keys.at(-1)!.publicKey;
    return isOurs ? { workspace, keys, privateKey, made: null } : null;
  } catch {
    return null;
  }
}

/** The key of the workspace, made on first need. @throws ShelfwiseError as readSigningKey, and from the disk */
export const signingKey = async (workspace: Workspace): Promise<SigningKey> =>
  (await readSigningKey(workspace)) ?? makeKey(workspace, (there) => there === null);

/** Puts another key in the place of the one that is there, which signs it and is gone. @throws ShelfwiseError as readSigningKey */
export const changeSigningKey = (workspace: Workspace): Promise<SigningKey> => makeKey(workspace, () => true);

/** @param isWanted whether to make one beside what another program may have made meanwhile */
async function makeKey(workspace: Workspace, isWanted: (there: SigningKey | null) => boolean): Promise<SigningKey> {
  await makeFolder(workspace.audit);
  return whileClaimed(keyFile(workspace), async (claim) => {
    const there = await readSigningKey(workspace);
    if (there !== null && !isWanted(there)) return there;
    const before: KnownKeys | null = there ?? (await keysInLogs(workspace));
    const { privateKey } = generateKeyPairSync('ed25519');
    const publicKey = rawPublicKey(privateKey).toString('base64');
    const id = before?.workspace ?? idOf(publicKey);
    const endorsement = there && sign(null, endorsed(id, publicKey), there.privateKey).toString('base64');
    const keys = [...(before?.keys ?? []), { publicKey, endorsement }];
    const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
    const stored: Stored = { formatVersion: 1, workspace: id, privateKey: pem, keys };
    await writeJson(keyFile(workspace), stored, { claim, mode: 0o600 });
    return { workspace: id, keys, privateKey, made: madeFor(there, before) };
  });
}

function madeFor(there: SigningKey | null, before: KnownKeys | null): SigningKey['made'] {
  if (there !== null) return 'changed';
  return before === null ? 'first' : 'lost';
}

const idOf = (firstPublicKey: string): string =>
  createHash('sha256').update(Buffer.from(firstPublicKey, 'base64')).digest('hex').slice(0, 16);

/** What a key signs to name its successor. No checkpoint begins so: an origin has no blank. */
const endorsed = (workspace: string, publicKey: string): Buffer =>
  Buffer.from(`shelfwise signing key\n${workspace}\n${publicKey}\n`);

/** Whether each key since this one was named by the one before it. */
export function isEndorsedSince({ workspace, keys }: KnownKeys, publicKey: string): boolean {
  const from = keys.findIndex((key) => key.publicKey === publicKey);
  return keys.every(({ publicKey: next, endorsement }, at) => {
    if (at <= from) return true;
    const signature = Buffer.from(endorsement ?? '', 'base64');
    return holds(endorsed(workspace, next).toString(), { signature }, Buffer.from(keys[at - 1]!.publicKey, 'base64'));
  });
}

/** What the logs tell of the keys; null if they tell of none. The log that was written last tells all. */
export async function keysInLogs(workspace: Workspace): Promise<KnownKeys | null> {
  const names = (await entriesOf(workspace.audit)).map(({ name }) => LOG_NAME.exec(name)?.[1]);
  const logs = await readLogs(
    workspace,
    names.flatMap((name) => name ?? []),
  );
  const told = Array.from(logs.values(), (lines) =>
    lines.flatMap(({ entry }) => keyEntrySchema.safeParse(entry).data ?? []),
  );
  const most = told.toSorted((one, other) => other.length - one.length)[0] ?? [];
  const [first] = most;
  return first === undefined
    ? null
    : { workspace: first.workspace, keys: most.map(({ publicKey, endorsement }) => ({ publicKey, endorsement })) };
}

/** Entries that tell the keys which the text of a log does not name. */
export const keyEntries = ({ workspace, keys }: KnownKeys, log: string): z.infer<typeof keyEntrySchema>[] =>
  keys.filter(({ publicKey }) => !log.includes(publicKey)).map((key) => ({ what: 'key', workspace, ...key }));
