/** Heads of audit logs that others keep: notes that were changed on the way, or that somebody else signed, beside a log that may be changed too. */
import * as assert from 'node:assert/strict';
import { createPrivateKey, type KeyObject } from 'node:crypto';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { type Head, linesOf, nextHead } from '../../../src/engine/kept/audit/chain';
import { checkpointText, originOf, readCheckpoint } from '../../../src/engine/kept/audit/checkpoint';
import { auditFile } from '../../../src/engine/kept/audit/logs';
import { parseNote, rawPublicKey, signNote, writtenNote } from '../../../src/engine/kept/audit/signed-note';
import { treeHash } from '../../../src/engine/kept/audit/tree';
import { openWorkspace, type Workspace } from '../../../src/engine/storage/workspace';
import { compareHead } from '../../../src/features/review/engine/heads/compare-head';
import { cosignHead } from '../../../src/features/review/engine/heads/cosign-head';
import { readHeadFile } from '../../../src/features/review/engine/heads/read-note';
import { headComparisonSchema } from '../../../src/shared/contract/audit';
import { ShelfwiseError, toShelfwiseError } from '../../../src/shared/errors';
import type { Draws, Input } from './draws';
import { mutateBytes, pick } from './mutate';

/** An Ed25519 key in PKCS #8, up to its 32 bytes. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const keyOf = (seed: number): KeyObject =>
  createPrivateKey({ key: Buffer.concat([PKCS8, Buffer.alloc(32, seed)]), format: 'der', type: 'pkcs8' });
const publicOf = (key: KeyObject): string => rawPublicKey(key).toString('base64');

const DATA = 'a'.repeat(64);
const OURS = { id: '0123456789abcdef', key: keyOf(1) };
const THEIRS = { id: 'fedcba9876543210', key: keyOf(2) };
const ORIGIN = originOf(OURS.id, DATA);

/** A log as Shelfwise writes it. */
const LOG = ((): string => {
  let head: Head = null;
  let text = '';
  for (const [at, entry] of [
    { what: 'key', workspace: OURS.id, publicKey: publicOf(OURS.key), endorsement: null },
    { what: 'approved', by: '민지', act: 'x' },
    { what: 'completed', act: 'x' },
    { what: 'decision', profile: '1019', act: 'y' },
    { what: 'completed', act: 'y' },
  ].entries()) {
    const line = JSON.stringify({ nonce: String(at), previous: head, at: `2026-03-01T09:00:0${at}.000Z`, ...entry });
    head = nextHead(head, linesOf(line)[0]!);
    text += `${line}\n`;
  }
  return text;
})();
const LEAVES = linesOf(LOG).map(({ sha256 }) => Buffer.from(sha256, 'hex'));

const SIZES = ['-1', '1e3', '007', '4294967296', '9007199254740993', '9999999999999999', '99999999999999999'];

/** A head is compared and signed beside, or refused; it is of the log exactly if its root is. */
export async function heads({ beginning, steps }: Draws): Promise<Input> {
  const size = beginning.below(LEAVES.length + 1);
  const whole = checkpointText({ origin: ORIGIN, size, root: treeHash(LEAVES.slice(0, size)) });
  let [text, log] = [whole, LOG];
  const onNote: Draws['steps'][number][] = [];
  for (const random of steps)
    switch (random.below(8)) {
      case 0:
        onNote.push(random);
        break;
      case 1:
        text = mutateBytes(random, Buffer.from(text)).toString();
        break;
      case 2:
      case 3:
        text = text.replace(/(?<=\n).*(?=\n)/, pick(random, SIZES));
        break;
      default:
        log = mutateBytes(random, Buffer.from(log)).toString();
    }
  const cosigners = Array.from({ length: pick(beginning, [0, 0, 1, 2, 62, 63]) }, (_, at) => keyOf(10 + at));
  const signatures = [
    signNote(text, ORIGIN, OURS.key),
    ...cosigners.map((key) => signNote(text, `shelfwise/${rawPublicKey(key).toString('base64url')}`, key)),
  ];
  let note: Buffer = Buffer.from(writtenNote({ text, signatures }));
  for (const random of onNote) note = mutateBytes(random, note);
  return {
    files: { 'head.txt': note, 'log.jsonl': Buffer.from(log) },
    use: async (stage) => {
      const ours = await workspaceOf(path.join(stage.exports, 'ours'), OURS);
      const theirs = await workspaceOf(path.join(stage.exports, 'theirs'), THEIRS);
      await fs.copyFile(path.join(stage.given, 'log.jsonl'), auditFile(ours, DATA));
      const file = path.join(stage.given, 'head.txt');
      const compared = async (given: string, from: string | null) =>
        headComparisonSchema.parse(await compareHead(ours, given, from));
      const given = await readHeadFile(file);
      const told = await compared(given, file);
      const { text: signed } = parseNote(given)!;
      const { root, size: kept, origin } = readCheckpoint(signed)!;
      if (log === LOG && origin === ORIGIN && told.verdict !== 'bad-signature') {
        const isOfLog = kept <= LEAVES.length && treeHash(LEAVES.slice(0, kept)).equals(root);
        assert.equal(['same', 'grown'].includes(told.verdict), isOfLog, `${told.verdict}, and its root: ${isOfLog}`);
      }
      if (told.key === 'current') assert.equal(signed, text, 'Another text has our signature');
      const cosigned = await cosignHead(theirs, given, file).catch(toShelfwiseError);
      if (cosigned instanceof ShelfwiseError) return [cosigned];
      const beside = await compared(cosigned.text, null).catch((thrown: unknown) =>
        assert.fail(`What was signed beside is no head: ${String(thrown)}`),
      );
      assert.deepEqual(
        [beside.verdict, beside.key],
        [told.verdict, told.key],
        'A signature beside it changed what it tells',
      );
      assert.equal(beside.cosignatures.find(({ publicKey }) => publicKey === cosigned.publicKey)?.holds, true);
      assert.equal((await cosignHead(theirs, cosigned.text, null)).text, cosigned.text, 'It is signed twice');
      return [];
    },
  };
}

async function workspaceOf(folder: string, { id, key }: typeof OURS): Promise<Workspace> {
  const workspace = await openWorkspace(folder);
  await fs.mkdir(workspace.audit, { recursive: true });
  const privateKey = key.export({ format: 'pem', type: 'pkcs8' }).toString();
  const keys = [{ publicKey: publicOf(key), endorsement: null }];
  await fs.writeFile(
    path.join(workspace.audit, 'signing-key.json'),
    JSON.stringify({ formatVersion: 1, workspace: id, privateKey, keys }),
  );
  return workspace;
}
