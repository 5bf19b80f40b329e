import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { Everything } from '../contract/everything';
import { bundleRun } from '../../bundles/engine/bundle-run';
import { forget } from '../../forget/engine/forget';
import { addApproval } from '../../../engine/runs/approvals';
import { filesOf } from '../../../engine/data/snapshot-tables';
import { datasetFolder } from '../../../engine/storage/workspace';
import { commandLineHere } from '../../../../tests/support/command-line-here';
import { SAID_NOTHING_OF } from '../../../../tests/support/early-approval';
import { filesWith } from '../../../../tests/support/decoded-files';
import { flipByte, temporaryFolder } from '../../../../tests/support/finished-run';
import { profileId, trainedRun } from '../../../../tests/support/trained-run';

type Line = Awaited<ReturnType<typeof commandLineHere>>;
let line: Line | null = null;
afterEach(async () => {
  await line?.remove();
  line = null;
});

/** A trained run, its bundle with data, and `doctor --everything` on its workspace. */
async function damageable() {
  const trained = await trainedRun();
  const { workspace, record, dataset, folder } = trained;
  const bundle = path.join(await temporaryFolder(), 'run.shelfwise');
  await bundleRun({ workspace, runId: record.runId, out: bundle, withData: true });
  line = await commandLineHere();
  const doctor = async (words: string, status: number): Promise<Everything> => {
    const ended = await line!.run(`doctor --everything --json --workspace ${workspace.folder} ${words}`.trim());
    expect(ended.status, ended.out + ended.err).toBe(status);
    return ended.json() as Everything;
  };
  return { ...trained, data: datasetFolder(workspace, dataset.fingerprint), runFolder: folder, bundle, doctor };
}

it('finds a whole workspace whole, and says what it read', async () => {
  const { doctor, record, dataset, workspace } = await damageable();
  // The bundle left a line in the list of files that were written outside.
  const files = Object.keys(record.files!).length + filesOf(dataset).length + 2 + 1;
  expect(await doctor('', 0)).toEqual({ files, runs: 1, datasets: 1, kept: 1, damaged: [] });
  const { out } = await line!.run(`doctor --everything --workspace ${workspace.folder}`);
  expect(out).toContain('All are as they were written.');
});

it('reads what people wrote, and names what is not as it was written', async () => {
  const { doctor, workspace, dataset } = await damageable();
  const data = dataset.fingerprint;
  const set = { formatVersion: 1, rules: [{ id: 'a', name: 'Bears', kind: 'hide', titles: { ids: ['1'] } }] };
  await fs.writeFile(path.join(line!.folder, 'rules.json'), JSON.stringify(set));
  const saved = await line!.run(`rules import rules.json --data ${data} --workspace ${workspace.folder}`);
  expect(saved.status, saved.err).toBe(0);
  expect(await doctor('', 0)).toMatchObject({ kept: 2, damaged: [] });
  const file = path.join(workspace.rules, `${data}.json`);
  const text = await fs.readFile(file, 'utf8');
  await fs.writeFile(file, text.replace('Bears', 'Bdars'));
  expect((await doctor('--mend', 3)).damaged).toMatchObject([
    { kind: 'kept', id: '', file: `rules/${data}.json`, remedy: 'backup', isMended: false },
  ]);
  const { out } = await line!.run(`doctor --everything --workspace ${workspace.folder}`);
  expect(out).toContain('what people wrote: rules/');
  const told = await line!.run(`rules list --data ${data} --workspace ${workspace.folder}`);
  expect(told.status).toBe(3);
  expect(told.err).toContain('take “seal” out of it');
});

it('reads who approved and what was exported, and names what is not as it was written', async () => {
  const { doctor, workspace, record, runFolder } = await damageable();
  await addApproval(runFolder, {
    kind: 'approved',
    by: 'Jiwoo',
    reason: '',
    at: '2026-12-01T00:00:00.000Z',
    listsSha256: record.listsSha256,
    rulesSha256: null,
    ...SAID_NOTHING_OF,
    found: [],
  });
  const out = path.join(await temporaryFolder(), 'lists.csv');
  const exported = await line!.run(`export --run ${record.runId} --out ${out} --workspace ${workspace.folder}`);
  expect(exported.status, exported.err).toBe(0);
  expect((await doctor('', 0)).damaged).toEqual([]);
  for (const name of ['approvals.json', 'exports.json']) {
    const file = path.join(runFolder, name);
    await fs.writeFile(file, (await fs.readFile(file, 'utf8')).replace('2026-', '2027-'));
  }
  const { damaged } = await doctor('--mend', 3);
  expect(damaged).toMatchObject(
    ['approvals.json', 'exports.json'].map((name) => ({
      kind: 'kept',
      file: `runs/${record.runId}/${name}`,
      remedy: 'backup',
      isMended: false,
    })),
  );
  const told = await line!.run(`exports ${record.runId} --workspace ${workspace.folder}`);
  expect([told.status, told.err]).toEqual([3, expect.stringContaining('take “seal” out of it')]);
});

it('names each damaged file, and what brings it back, and changes nothing', async () => {
  const { doctor, data, runFolder, bundle } = await damageable();
  const places = ['vocabulary.json', 'recipe.json', 'model.safetensors'].map((file) => path.join(runFolder, file));
  for (const place of [...places, path.join(data, 'events.parquet')]) await flipByte(place, 40);
  const remediesOf = ({ damaged }: Everything) => damaged.map(({ file, remedy, isMended }) => [file, remedy, isMended]);
  expect(remediesOf(await doctor('', 3)).toSorted()).toEqual([
    ['events.parquet', 'import', false],
    ['model.safetensors', 'train', false],
    ['recipe.json', 'again', false],
    // Made of the data set, which is damaged, too.
    ['vocabulary.json', 'train', false],
  ]);
  expect(remediesOf(await doctor(`--from ${bundle}`, 3)).map(([, remedy]) => remedy)).toEqual(
    Array.from({ length: 4 }, () => 'bundle'),
  );
});

it('makes again what it can, byte for byte, and puts the damaged file into the trash', async () => {
  const { doctor, runFolder, workspace, record } = await damageable();
  const place = path.join(runFolder, 'vocabulary.json');
  const intact = await fs.readFile(place);
  await flipByte(place, 40);
  const damaged = await fs.readFile(place);
  const {
    damaged: [mended],
  } = await doctor('--mend', 0);
  expect(mended).toMatchObject({ file: 'vocabulary.json', remedy: 'again', isMended: true });
  expect(await fs.readFile(place)).toEqual(intact);
  expect(await fs.readFile(path.join(workspace.trash, mended!.aside!, record.runId, 'vocabulary.json'))).toEqual(
    damaged,
  );
  expect((await doctor('', 0)).damaged).toEqual([]);
});

it('takes every file from a bundle, the records first, byte for byte', async () => {
  const { doctor, data, runFolder, bundle, dataset, record, workspace } = await damageable();
  const places = [
    path.join(runFolder, 'run.json'),
    ...Object.keys(record.files!).map((file) => path.join(runFolder, file)),
    ...dataset.snapshotFiles!.map(({ file }) => path.join(data, file)),
  ];
  const intact = await Promise.all(places.map((place) => fs.readFile(place)));
  // A record is taken from a bundle only where it describes what lies beside it.
  await fs.writeFile(places[0]!, intact[0]!.toString().replace('"score": 0.', '"score": 0.9'));
  expect((await doctor(`--mend --from ${bundle}`, 0)).damaged).toMatchObject([{ file: 'run.json', isMended: true }]);
  for (const place of places.slice(1)) await flipByte(place, 30);
  await fs.rm(places[2]!);
  const answer = await doctor(`--mend --from ${bundle}`, 0);
  expect(answer.damaged).toHaveLength(places.length - 1);
  expect(answer.damaged.every(({ isMended }) => isMended)).toBe(true);
  expect(await Promise.all(places.map((place) => fs.readFile(place)))).toEqual(intact);
  const ended = await line!.run(
    `export --run ${record.runId} --out lists.csv --format csv --workspace ${workspace.folder}`,
  );
  expect(ended.status, ended.err).toBe(0);
});

it('takes nothing from a bundle of another run, nor a file with other bytes', async () => {
  const { doctor, runFolder } = await damageable();
  const other = await trainedRun({ model: 'popularity' });
  const bundle = path.join(await temporaryFolder(), 'other.shelfwise');
  await bundleRun({ workspace: other.workspace, runId: other.record.runId, out: bundle, withData: true });
  await flipByte(path.join(runFolder, 'model.safetensors'), 40);
  expect((await doctor(`--mend --from ${bundle}`, 3)).damaged).toMatchObject([
    { file: 'model.safetensors', remedy: 'train', isMended: false, aside: null },
  ]);
});

it('a damaged file in the trash goes when a profile of it is forgotten', async () => {
  const { doctor, data, bundle, workspace, dataset } = await damageable();
  await flipByte(path.join(data, 'profiles.parquet'), 4);
  const {
    damaged: [mended],
  } = await doctor(`--mend --from ${bundle}`, 0);
  expect(await fs.readdir(workspace.trash)).toEqual([mended!.aside]);
  await forget({ workspace, data: dataset.fingerprint, profile: profileId(1), withModels: true });
  expect(await fs.readdir(workspace.trash)).toEqual([]);
  expect(await filesWith(workspace.folder, profileId(1))).toEqual([]);
});

it('refuses options that need --everything', async () => {
  line = await commandLineHere();
  const ended = await line.run('doctor --mend --json');
  expect(ended.status).toBe(2);
  expect(ended.json().error.message).toContain('--everything');
});
