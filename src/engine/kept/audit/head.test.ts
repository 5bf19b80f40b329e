import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { temporaryWorkspace } from '../../../../tests/support/finished-run';
import type { Workspace } from '../../storage/workspace';
import { checkpointText, originOf, readCheckpoint } from './checkpoint';
import { forgetLines } from './forget';
import { changeKey, headIfTold, leavesOf, loggedWithHead, signHead } from './head';
import { logged } from './logged';
import { auditFile } from './logs';
import { isEndorsedSince, keysInLogs, readSigningKey } from './signing-key';
import { holds, isOfKey, parseNote } from './signed-note';
import { treeHash } from './tree';

const DATA = 'a'.repeat(64);
const OTHER = 'b'.repeat(64);
let workspace: Workspace;
beforeEach(async () => {
  workspace = await temporaryWorkspace();
});

const keyFile = (): string => path.join(workspace.audit, 'signing-key.json');
const approve = async (by: string, data = DATA) =>
  (await loggedWithHead(workspace, data, (intend) => intend([{ what: 'approved', by }]))).head;
const keysTold = async (data = DATA): Promise<unknown[]> =>
  (await fs.readFile(auditFile(workspace, data), 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .filter(({ what }) => what === 'key')
    .map(({ publicKey }) => publicKey);

describe('a head', () => {
  it('is a checkpoint of at most 256 bytes that the key of the workspace signs, which the log tells', async () => {
    const { text, size, key } = await approve('Jiwoo');
    const note = parseNote(text)!;
    const { workspace: id, keys } = (await readSigningKey(workspace))!;
    expect(readCheckpoint(note.text)).toEqual({
      origin: `shelfwise/${id}/${DATA.slice(0, 16)}`,
      size: 3,
      root: treeHash(await leavesOf(workspace, DATA)),
    });
    expect([size, key, (await approve('Minsu')).key]).toEqual([3, 'first', 'kept']);
    const raw = Buffer.from(keys[0]!.publicKey, 'base64');
    expect([isOfKey(note.signatures[0]!, raw), holds(note.text, note.signatures[0]!, raw)]).toEqual([true, true]);
    expect(await keysTold()).toEqual([keys[0]!.publicKey]);
    // With ten million lines, too.
    expect(Buffer.byteLength(text) + '10000000'.length - 1).toBeLessThanOrEqual(256);
  });

  it('is over what a forgetting leaves, so that the first leaves stay', async () => {
    await logged(workspace, DATA, (intend) => intend([{ what: 'decision', profile: '7' }]));
    const before = await leavesOf(workspace, DATA);
    await forgetLines(workspace, { before: DATA, after: OTHER }, (line) => line.includes('"profile":"7"'));
    const after = await leavesOf(workspace, DATA);
    expect(after.length).toBe(before.length + 1);
    expect(after.slice(0, before.length)).toEqual(before);
  });

  it('leaves out a line that another program is writing, and lines from before the chain', async () => {
    await approve('Jiwoo');
    const before = await leavesOf(workspace, DATA);
    const text = await fs.readFile(auditFile(workspace, DATA), 'utf8');
    await fs.writeFile(auditFile(workspace, DATA), `{"at":"2026-01-01","what":"approved"}\n${text}{"nonce":"ab`);
    expect(await leavesOf(workspace, DATA)).toEqual(before);
  });

  it('of a report is signed only where nothing has to be written for it', async () => {
    await logged(workspace, DATA, (intend) => intend([{ what: 'decision', profile: '7' }]));
    expect(await headIfTold(workspace, DATA)).toBeNull();
    await approve('Jiwoo', OTHER);
    expect(await headIfTold(workspace, DATA)).toBeNull();
    expect(await headIfTold(workspace, OTHER)).toMatchObject({ size: 3 });
  });
});

describe('the key', () => {
  it('is one, whoever needs it first, and is for its owner alone', async () => {
    const heads = await Promise.all(Array.from({ length: 6 }, () => signHead(workspace, DATA)));
    expect(heads.map(({ key }) => key).filter((key) => key === 'first')).toHaveLength(1);
    expect(await keysTold()).toHaveLength(1);
    expect(((await fs.stat(keyFile())).mode & 0o777).toString(8)).toBe('600');
  });

  it('is made again where it is lost, unsigned, for the same workspace', async () => {
    await approve('Jiwoo');
    const before = (await readSigningKey(workspace))!;
    await fs.rm(keyFile());
    expect((await approve('Jiwoo', OTHER)).key).toBe('lost');
    const now = (await readSigningKey(workspace))!;
    expect([now.workspace, now.keys.length, now.keys[1]!.endorsement]).toEqual([before.workspace, 2, null]);
    expect(isEndorsedSince(now, before.keys[0]!.publicKey)).toBe(false);
    expect(await keysTold(OTHER)).toEqual(now.keys.map(({ publicKey }) => publicKey));
    expect(await keysInLogs(workspace)).toEqual({ workspace: now.workspace, keys: now.keys });
  });

  it('is changed by one that it signs, which each log tells', async () => {
    await approve('Jiwoo');
    await approve('Jiwoo', OTHER);
    const before = (await readSigningKey(workspace))!;
    const { keys, made } = await changeKey(workspace);
    expect(made).toBe('changed');
    expect(isEndorsedSince({ workspace: before.workspace, keys }, before.keys[0]!.publicKey)).toBe(true);
    expect(isEndorsedSince({ workspace: '0'.repeat(16), keys }, before.keys[0]!.publicKey)).toBe(false);
    for (const data of [DATA, OTHER]) expect(await keysTold(data)).toEqual(keys.map(({ publicKey }) => publicKey));
    expect((await approve('Jiwoo')).key).toBe('kept');
  });

  it.each([
    ['no JSON', () => '{'],
    ['another key', (text: string) => text.replace(/"publicKey": "[^"]+"/, `"publicKey": "${'A'.repeat(43)}="`)],
    ['no key', (text: string) => text.replace('BEGIN PRIVATE', 'BEGIN')],
  ])('that is damaged (%s) is told before anything is done, and is not replaced', async (_, change) => {
    await approve('Jiwoo');
    const damaged = change(await fs.readFile(keyFile(), 'utf8'));
    await fs.writeFile(keyFile(), damaged);
    const log = await fs.readFile(auditFile(workspace, DATA), 'utf8');
    await expect(approve('Minsu')).rejects.toMatchObject({ code: 'bad-data' });
    expect(await fs.readFile(auditFile(workspace, DATA), 'utf8')).toBe(log);
    expect(await fs.readFile(keyFile(), 'utf8')).toBe(damaged);
  });
});

describe('a checkpoint', () => {
  const root = Buffer.alloc(32, 7);
  const origin = originOf('0123456789abcdef', DATA);

  it('is read as it is written, and with lines of others behind it', () => {
    const text = checkpointText({ origin, size: 12, root });
    expect(readCheckpoint(text)).toEqual({ origin, size: 12, root });
    expect(readCheckpoint(`${text}more\n`)).toEqual({ origin, size: 12, root });
  });

  it.each([
    ['no lines', ''],
    ['a size with a zero before it', `${origin}\n012\n${root.toString('base64')}\n`],
    ['a size below zero', `${origin}\n-1\n${root.toString('base64')}\n`],
    ['a size past counting', `${origin}\n${'9'.repeat(17)}\n${root.toString('base64')}\n`],
    ['a short root', `${origin}\n12\n${root.subarray(1).toString('base64')}\n`],
    ['an empty line within', `${origin}\n12\n${root.toString('base64')}\n\nmore\n`],
    ['no line break at its end', `${origin}\n12\n${root.toString('base64')}`],
  ])('is none with %s', (_, text) => {
    expect(readCheckpoint(text)).toBeNull();
  });
});
