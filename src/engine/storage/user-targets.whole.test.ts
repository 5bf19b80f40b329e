/** Where the user's files may not be written: the rules of src/engine/storage/user-files.ts, for every call that writes one. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { expect, test } from 'vitest';
import { createEngine, type EngineClient } from '../../features/engine';
import { trainedRun, type Trained, writeDistinctiveFolder } from '../../../tests/support/trained-run';
import { trainersHere as launcher } from '../../../tests/support/trainers-here';
import { everyNth } from '../../../tests/support/tried';
import { openPseudonymKey } from '../data/privacy/pseudonyms';
import { finalValue } from '../../shared/values/final-value';
import { temporaryFolder } from '../../../tests/support/finished-run';

let run: Trained;
let client: EngineClient;
let verifiedAt: string;

async function begin(): Promise<void> {
  run = await trainedRun({ model: 'popularity' });
  ({ client } = await createEngine({ workspaceFolder: run.workspace.folder, launcher }));
  ({ verifiedAt } = await finalValue(await client.runs.verify({ runId: run.record.runId })));
}

type Writer = (out: string) => Promise<{ path: string }>;
const WRITERS: [name: string, write: Writer][] = [
  ['export as submission', (out) => client.runs.export({ runId: run.record.runId, out, format: 'submission' })],
  ['export as csv', (out) => client.runs.export({ runId: run.record.runId, out, format: 'csv' })],
  ['export as parquet', (out) => client.runs.export({ runId: run.record.runId, out, format: 'parquet' })],
  ['rows', (out) => client.datasets.exportRowIssues({ fingerprint: run.dataset.fingerprint, out })],
  ['bundle', async (out) => finalValue(await client.runs.bundle({ runId: run.record.runId, out, withData: true }))],
  ['certificate', (out) => client.runs.saveCertificate({ runId: run.record.runId, verifiedAt, out })],
  ['report', (out) => client.runs.saveReport({ runId: run.record.runId, out })],
  ['diagnostics', (out) => client.device.saveDiagnostics({ out })],
];

async function contents(folder: string): Promise<Record<string, string>> {
  const names = (await fs.readdir(folder)).sort();
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await fs.readFile(path.join(folder, name), 'utf8')])),
  ) as Record<string, string>;
}

type Target = () => Promise<string>;
const HISTORY = 'history_data.csv';
const TARGETS: [what: string, target: Target, message: RegExp][] = [
  ['a file that was read', async () => path.join(run.source, HISTORY), /data was read from/],
  ['a new file beside those', async () => path.join(run.source, 'new.csv'), /data was read from/],
  [
    'a new file in a folder below',
    async () => {
      await fs.mkdir(path.join(run.source, 'below'), { recursive: true });
      return path.join(run.source, 'below', 'new.csv');
    },
    /data was read from/,
  ],
  [
    'that folder through a link',
    async () => {
      const link = path.join(await temporaryFolder(), 'link');
      await fs.symlink(run.source, link);
      return path.join(link, 'new.csv');
    },
    /data was read from/,
  ],
  [
    'a link to a file that was read',
    async () => {
      const link = path.join(await temporaryFolder(), 'link.csv');
      await fs.symlink(path.join(run.source, HISTORY), link);
      return link;
    },
    /data was read from/,
  ],
  [
    'a second name of a file that was read',
    async () => {
      const second = path.join(await temporaryFolder(), 'second.csv');
      await fs.link(path.join(run.source, HISTORY), second);
      return second;
    },
    /same file as history_data\.csv/,
  ],
  [
    'a key file of pseudonyms',
    async () => {
      const file = path.join(await temporaryFolder(), 'their.key');
      await openPseudonymKey(run.workspace, file, run.source);
      return file;
    },
    /key file of pseudonyms/,
  ],
  ['the workspace', async () => path.join(run.workspace.runs, 'out.csv'), /in the workspace/],
  ['a folder', temporaryFolder, /is a folder/],
  ['a device', async () => '/dev/null', /device or a pipe/],
];

test('no writer writes into a data folder, into the workspace, or over a folder or a device', async () => {
  await begin();
  const before = await contents(run.source);
  const pairs = WRITERS.flatMap((writer) => TARGETS.map((target) => [writer, target] as const));
  // Seven has no factor in common with the number of targets, so that each is tried, and each writer.
  for (const [[writer, write], [what, target, message]] of everyNth(pairs, 7)) {
    const out = await target();
    const answer = await write(out).catch((thrown: unknown) => thrown);
    expect.soft(answer, `${writer} to ${what}`).toMatchObject({
      code: 'usage',
      message: expect.stringMatching(message) as string,
    });
    await fs.rm(path.join(run.source, 'below'), { recursive: true, force: true });
    expect.soft(await contents(run.source), `${writer} to ${what}`).toEqual(before);
  }
});

test('every writer writes elsewhere, over an existing file', { tags: ['rare'] }, async () => {
  await begin();
  for (const [writer, write] of WRITERS) {
    const out = path.join(await temporaryFolder(), 'out');
    await fs.writeFile(out, 'before');
    expect(await write(out), writer).toMatchObject({ path: out });
    expect(await fs.readFile(out, 'utf8'), writer).not.toBe('before');
  }
});

test('a folder is written only where none exists, complete, and outside of workspace and data', async () => {
  await begin();
  const make = (out: string): Promise<unknown> => client.runs.saveModel({ runId: run.record.runId, out });
  const place = await temporaryFolder();
  const refused: [string, object][] = [
    [place, { code: 'usage', message: expect.stringContaining('already there') as string }],
    [path.join(run.source, HISTORY), { code: 'usage', message: expect.stringContaining('already there') as string }],
    [path.join(run.source, 'new'), { code: 'usage', message: expect.stringContaining('data was read from') as string }],
    [
      path.join(run.workspace.runs, 'new'),
      { code: 'usage', message: expect.stringContaining('in the workspace') as string },
    ],
    [path.join(place, 'none', 'new'), { code: 'not-found' }],
  ];
  const before = await contents(run.source);
  for (const [out, error] of refused) await expect.soft(make(out), out).rejects.toMatchObject(error);
  expect(await contents(run.source)).toEqual(before);
  expect(await fs.readdir(place)).toEqual([]);

  const out = path.join(place, 'model');
  await make(out);
  expect((await fs.readdir(place)).toSorted()).toEqual(['model']);
  expect((await fs.readdir(out)).toSorted()).toEqual([
    'README.md',
    'inputs.json',
    'model.onnx',
    'model.onnx.data',
    'model.safetensors',
    'recipe.json',
  ]);
  await make(path.join(place, 'again'));
  expect(await contents(path.join(place, 'again'))).toEqual(await contents(out));
});

test('the folder of a data set that a newer version wrote is guarded too', { tags: ['rare'] }, async () => {
  await begin();
  const { fingerprint } = run.dataset;
  const file = path.join(run.workspace.datasets, 'a'.repeat(64), 'dataset.json');
  const theirs = await temporaryFolder();
  await writeDistinctiveFolder(theirs);
  await fs.mkdir(path.dirname(file));
  await fs.writeFile(file, JSON.stringify({ formatVersion: 99, folder: theirs }));
  const out = path.join(theirs, 'out.csv');
  await expect(client.datasets.exportRowIssues({ fingerprint, out })).rejects.toMatchObject({ code: 'usage' });
});
