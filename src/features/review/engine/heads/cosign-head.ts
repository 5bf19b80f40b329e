/**
 * Signs the head of another workspace's log beside it: whoever does so says that the head was there. The name of the signature holds the public key,
 * so that it can be checked without asking anyone; whose key that is, people tell each other.
 */
import { ShelfwiseError } from '../../../../shared/errors';
import { say } from '../../../../shared/words/sentence';
import { readOrigin } from '../../../../engine/kept/audit/checkpoint';
import { signingKey } from '../../../../engine/kept/audit/signing-key';
import {
  isOfKey,
  type NoteSignature,
  rawPublicKey,
  signNote,
  writtenNote,
} from '../../../../engine/kept/audit/signed-note';
import type { Workspace } from '../../../../engine/storage/workspace';
import { isHead, readHead } from './read-note';

const COSIGNER = /^shelfwise\/([\w-]{43})$/;

const nameOf = (raw: Buffer): string => `shelfwise/${raw.toString('base64url')}`;

/** The public key in the name of a signature; null for a name of another form, or one that the signature itself does not go with. */
export function cosignerOf(signature: NoteSignature): string | null {
  const [, encoded] = COSIGNER.exec(signature.name) ?? [];
  if (encoded === undefined) return null;
  const raw = Buffer.from(encoded, 'base64url');
  return nameOf(raw) === signature.name && isOfKey(signature, raw) ? raw.toString('base64') : null;
}

/**
 * @param from the file that it was read from; null for a text
 * @returns the head with the signature of this workspace behind the others, once however often it is asked, and its public key
 * @throws ShelfwiseError `bad-data` for a text that is no head, `usage` for one of this workspace, which signed it already, and for one that has no
 * room for another signature
 */
export async function cosignHead(
  workspace: Workspace,
  text: string,
  from: string | null,
): Promise<{ text: string; publicKey: string }> {
  const { note, checkpoint } = readHead(text, from);
  const key = await signingKey(workspace);
  if (readOrigin(checkpoint.origin)?.workspace === key.workspace)
    throw new ShelfwiseError('usage', say('audit.own-head'));
  const raw = rawPublicKey(key.privateKey);
  const name = nameOf(raw);
  const others = note.signatures.filter((one) => one.name !== name);
  const signatures = [...others, signNote(note.text, name, key.privateKey)];
  const cosigned = writtenNote({ text: note.text, signatures });
  if (!isHead(cosigned)) throw new ShelfwiseError('usage', say('audit.head-full'));
  return { text: cosigned, publicKey: raw.toString('base64') };
}
