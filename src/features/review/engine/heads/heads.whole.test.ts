/** What a kept head tells of the log of now, whatever was done to log, key, workspace or head. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createEngine, type EngineClient } from '../../../engine';
import { auditFile } from '../../../../engine/kept/audit/logs';
import { forgetLines } from '../../../../engine/kept/audit/forget';
import { toShelfwiseError } from '../../../../shared/errors';
import { workspaceAt } from '../../../../engine/storage/workspace';
import { bundleRun } from '../../../bundles/engine/bundle-run';
import { commandLineHere } from '../../../../../tests/support/command-line-here';
import { temporaryFolder } from '../../../../../tests/support/finished-run';
import { profileId, type Trained, trainedRun } from '../../../../../tests/support/trained-run';
import { remade } from '../../../../../tests/support/remade-bundle';
import { trainersHere } from '../../../../../tests/support/trainers-here';

const signed = { by: 'Jiwoo', reason: 'looked at all' };
let trained: Trained;
let here: EngineClient;
let runId: string;
let logFile: string;
beforeEach(async () => {
  trained = await trainedRun({ model: 'popularity' });
  ({ runId } = trained.record);
  here = await engineOf(trained.workspace.folder);
  logFile = auditFile(trained.workspace, trained.dataset.fingerprint);
});

const engineOf = async (workspaceFolder: string): Promise<EngineClient> =>
  (await createEngine({ workspaceFolder, launcher: trainersHere })).client;
/** A copy of the workspace of now: a backup, or what somebody goes on with by themselves. */
async function copied(): Promise<string> {
  const folder = path.join(await temporaryFolder(), 'workspace');
  await fs.cp(trained.workspace.folder, folder, { recursive: true });
  return folder;
}
const decide = (client = here) => client.review.decide({ runId, profile: profileId(1), decision: 'fine', revision: 0 });
const approve = async (client = here): Promise<string> => (await client.review.approve({ runId, ...signed })).head.text;
const withdraw = async (): Promise<string> => (await here.review.withdraw({ runId, ...signed })).head.text;
const exported = async (): Promise<string> => {
  const out = path.join(await temporaryFolder(), 'lists.csv');
  return (await here.runs.export({ runId, out, format: 'csv' })).head.text;
};
const lines = async (): Promise<string[]> => (await fs.readFile(logFile, 'utf8')).trimEnd().split('\n');
const write = (all: readonly string[]): Promise<void> => fs.writeFile(logFile, all.map((line) => `${line}\n`).join(''));
const compared = (text: string, client = here) => client.heads.compare({ text });
const verdict = async (text: string, client = here): Promise<string> => (await compared(text, client)).verdict;

describe('a log', () => {
  it('that is what it was, and one that grew, by whatever was done', async () => {
    const heads = [await approve(), await withdraw(), await exported(), (await here.heads.sign({ runId })).text];
    expect(await compared(heads[3]!)).toMatchObject({ verdict: 'same', key: 'current', isSound: true, forgotten: 0 });
    await decide();
    for (const head of heads) expect(await verdict(head)).toBe('grown');
  });

  it('that is cut at any line is told by a head that is over more lines', async () => {
    await decide();
    await approve();
    await withdraw();
    const head = await exported();
    const all = await lines();
    for (let kept = 0; kept < all.length; kept++) {
      await write(all.slice(0, kept));
      // The last line says that the export completed: no record knows of it.
      const expected = kept === all.length - 1 ? 'rolled-back' : 'cut';
      expect(await compared(head), `cut to ${kept}`).toMatchObject({ verdict: expected, now: kept });
    }
    await fs.rm(logFile);
    expect(await verdict(head)).toBe('cut');
  });

  it('of which a line is changed, or which lost one in the middle, was rewritten', async () => {
    await approve();
    const head = await withdraw();
    const all = await lines();
    for (let at = 0; at < all.length; at++) {
      await write(all.with(at, all[at]!.replace(/"at":"[^"]+"/, '"at":"2020-01-01T00:00:00.000Z"')));
      // Nothing but the head is over the last line.
      expect(await verdict(head), `line ${at}`).toBe(at === all.length - 1 ? 'forked' : 'rewritten');
    }
    await write(all.toSpliced(2, 1));
    expect(await verdict(head)).toBe('rewritten');
  });

  it('of a profile that was forgotten since is the same, and says how many lines are', async () => {
    await decide();
    const head = await approve();
    const { fingerprint } = trained.dataset;
    await forgetLines(trained.workspace, { before: fingerprint, after: null }, (line) => line.includes(profileId(1)));
    expect(await compared(head)).toMatchObject({ verdict: 'same', forgotten: 1 });
  });

  it('whose end does not fit is grown, and not sound', async () => {
    const head = await approve();
    await withdraw();
    await write((await lines()).toSpliced(3, 1));
    expect(await compared(head)).toMatchObject({ verdict: 'grown', isSound: false });
  });
});

describe('a workspace', () => {
  it('that a backup was put back for went back; one that went on from there is another', async () => {
    await approve();
    const backup = await copied();
    const head = await withdraw();
    const restored = await engineOf(backup);
    expect(await verdict(head, restored)).toBe('rolled-back');
    await decide(restored);
    await approve(restored);
    expect(await verdict(head, restored)).toBe('forked');
    expect(await verdict(await approve(restored))).toBe('rolled-back');
  });

  it('from before its key and its log went back, too', async () => {
    const backup = await copied();
    const head = await approve();
    expect(await compared(head, await engineOf(backup))).toMatchObject({ verdict: 'rolled-back', key: 'unknown' });
  });

  it('that is another one compares nothing', async () => {
    const head = await approve();
    const other = await trainedRun({ model: 'popularity' });
    const there = await engineOf(other.workspace.folder);
    await there.review.approve({ runId: other.record.runId, ...signed });
    expect(await compared(head, there)).toMatchObject({ verdict: 'other-workspace', key: null, now: null });
    expect(await verdict(head.replaceAll('shelfwise/', 'example.com/'))).toBe('other-workspace');
  });
});

describe('the key', () => {
  const keyFile = (): string => path.join(trained.workspace.audit, 'signing-key.json');

  it('that was changed or lost is told, and the head is compared all the same', async () => {
    const first = await approve();
    await here.heads.changeKey();
    const second = await withdraw();
    expect(await compared(first)).toMatchObject({ verdict: 'grown', key: 'earlier' });
    await fs.rm(keyFile());
    expect(await compared(second)).toMatchObject({ verdict: 'same', key: 'current' });
    await approve();
    expect(await compared(second)).toMatchObject({ verdict: 'grown', key: 'replaced' });
    expect(await compared(first)).toMatchObject({ verdict: 'grown', key: 'replaced' });
  });

  it('that the log does not tell is unknown', async () => {
    const head = await approve();
    const all = await lines();
    await fs.rm(keyFile());
    await write(all.slice(1));
    expect(await compared(head)).toMatchObject({ verdict: 'rewritten', key: 'unknown' });
  });

  it('leaves neither in a bundle nor in a report', async () => {
    await approve();
    const { privateKey } = JSON.parse(await fs.readFile(keyFile(), 'utf8')) as { privateKey: string };
    const secret = Buffer.from(privateKey.split('\n')[1]!);
    const folder = await temporaryFolder();
    const [report, bundle] = ['report.html', 'run.shelfwise'].map((name) => path.join(folder, name)) as [
      string,
      string,
    ];
    await here.runs.saveReport({ runId, out: report, language: 'en', examples: 0 });
    expect((await fs.readFile(report)).includes(secret)).toBe(false);
    await bundleRun({ workspace: trained.workspace, runId, out: bundle, withData: true });
    const held: string[] = [];
    await remade(bundle, (files) => {
      for (const [name, bytes] of Object.entries(files)) if (Buffer.from(bytes).includes(secret)) held.push(name);
      expect(Object.keys(files)).toContain('approvals.json');
    });
    expect(held).toEqual([]);
    expect((await fs.readFile(keyFile())).includes(secret)).toBe(true);
  });
});

describe('a head', () => {
  it('of which anything is changed has no signature that holds', async () => {
    const head = await approve();
    const [origin, size, root, ...rest] = head.split('\n');
    const other = [root!.startsWith('A') ? 'B' : 'A', root!.slice(1)].join('');
    expect(await verdict([origin, Number(size) + 1, root, ...rest].join('\n'))).toBe('bad-signature');
    expect(await verdict([origin, size, other, ...rest].join('\n'))).toBe('bad-signature');
    expect(await verdict([origin, size, root, 'more', ...rest].join('\n'))).toBe('bad-signature');
  });

  it('that a letter brought is read: line ends of Windows, and no line break at its end', async () => {
    const head = await approve();
    expect(await verdict(head.replaceAll('\n', '\r\n'))).toBe('same');
    expect(await verdict(head.trimEnd())).toBe('same');
  });

  it('with two signatures of one name is judged by that of the key', async () => {
    const head = await approve();
    const line = head.trimEnd().split('\n').at(-1)!;
    const forged = line.replace(/.{6}$/, (end) => `${end.startsWith('A') ? 'B' : 'A'}${end.slice(1)}`);
    expect(await verdict(head.replace(line, `${line}\n${forged}`))).toBe('bad-signature');
    expect(await verdict(head.replace(line, `${forged}\n${line}`))).toBe('bad-signature');
    const unknown = line.replace(/ (\S)\S*$/, ` AAAAA${'A'.repeat(87)}`);
    expect(await verdict(head.replace(line, `${unknown}\n${line}`))).toBe('same');
  });

  it.each([
    ['huge', () => 'x'.repeat(1 << 17)],
    ['empty', () => ''],
    ['of more lines than a number counts', (head: string) => head.replace(/\n\d+\n/, '\n9007199254740993\n')],
    ['of wrong base64', (head: string) => head.replace(/\n(\S{44})\n/, '\n*$1\n')],
    ['signed by nobody', (head: string) => head.split('\n').slice(0, 4).join('\n')],
    ['signed by another alone', (head: string) => head.replace('— shelfwise', '— example')],
    ['a picture', () => '\u0089PNG\r\n\u001A\n\u0000'],
  ])('that is %s is refused by its file, and nothing is compared', async (_, change) => {
    const file = path.join(await temporaryFolder(), 'head.txt');
    await fs.writeFile(file, change(await approve()));
    const error = toShelfwiseError(await here.heads.compare({ file }).catch((thrown: unknown) => thrown));
    expect([error.code, error.message.includes(file)]).toEqual(['bad-data', true]);
  });

  it('that has no room for another signature is refused to who would sign it too', async () => {
    const head = await approve();
    const line = head.trimEnd().split('\n').at(-1)!;
    const file = path.join(await temporaryFolder(), 'head.txt');
    await fs.writeFile(file, `${head}${`${line}\n`.repeat(63)}`);
    const elsewhere = await engineOf(await temporaryFolder());
    await expect(elsewhere.heads.cosign({ file })).rejects.toMatchObject({ code: 'usage' });
  });

  it('that is no file, or a folder, is refused', async () => {
    const folder = await temporaryFolder();
    for (const [file, code] of [
      [path.join(folder, 'none'), 'not-found'],
      [folder, 'bad-data'],
    ] as const)
      await expect(here.heads.compare({ file })).rejects.toMatchObject({ code });
  });
});

describe('another workspace', () => {
  it('signs a head beside the one whose it is, once, and both hold', async () => {
    const folder = await temporaryFolder();
    const [file, both] = ['head.txt', 'both.txt'].map((name) => path.join(folder, name)) as [string, string];
    await fs.writeFile(file, await approve());
    const there = await engineOf(path.join(await temporaryFolder(), 'workspace'));
    const { text, publicKey } = await there.heads.cosign({ file, out: both });
    expect(await fs.readFile(both, 'utf8')).toBe(text);
    expect((await there.heads.cosign({ file: both })).text).toBe(text);
    expect(await here.heads.compare({ file: both })).toMatchObject({
      verdict: 'same',
      cosignatures: [{ publicKey, holds: true }],
    });
    const forged = text.replace(/.{8}\n$/, 'AAAAAAA=\n');
    expect((await compared(forged)).cosignatures).toMatchObject([{ publicKey, holds: false }]);
    expect((await compared(`${text}— example.com/witness AAAAAAAA\n`)).cosignatures).toMatchObject([
      { holds: true },
      { publicKey: null, holds: null },
    ]);
    await expect(here.heads.cosign({ file })).rejects.toMatchObject({ code: 'usage' });
  });
});

it('is asked, kept, signed by others and compared on the command line', async () => {
  const line = await commandLineHere();
  const folder = await temporaryFolder();
  const at = `--workspace ${trained.workspace.folder}`;
  const head = path.join(folder, 'head.txt');
  const approved = await line.run(`approve --run ${runId} --by Jiwoo --reason fine --json ${at}`);
  expect(approved.json().head.text).toMatch(/^shelfwise\/[0-9a-f]{16}\/[0-9a-f]{16}\n3\n/);
  const kept = await line.run(`audit --run ${runId} --head --out ${head} ${at}`);
  expect([kept.status, kept.out.includes(await fs.readFile(head, 'utf8'))]).toEqual([0, true]);
  const same = await line.run(`audit --against ${head} ${at}`);
  expect([same.status, same.out]).toEqual([0, expect.stringContaining('The log is what it was: all 3 lines.')]);
  await write((await lines()).slice(0, -1));
  const cut = await line.run(`audit --against ${head} ${at}`);
  expect([cut.status, cut.err]).toEqual([6, expect.stringContaining('not what the kept head says')]);
  const elsewhere = `--workspace ${path.join(workspaceAt(folder).folder, 'other')}`;
  const cosigned = await line.run(`audit --cosign ${head} --out ${head} ${elsewhere}`);
  expect([cosigned.status, cosigned.out]).toEqual([0, expect.stringContaining('Signed with the key')]);
  expect((await line.run(`audit --against ${head} ${elsewhere}`)).status).toBe(2);
  for (const wrong of ['', '--head', `--run ${runId} --against ${head}`, `--against ${head} --out ${head}`])
    expect((await line.run(`audit ${wrong} ${at}`)).status, wrong).toBe(2);
  await line.remove();
});
