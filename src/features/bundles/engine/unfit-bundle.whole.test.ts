/** Bundles whose hashes are all right, but whose model, lists, figures, vocabulary and data do not match each other. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { describe, expect, test } from 'vitest';
import { bundleRun } from './bundle-run';
import { openBundle } from './open-bundle';
import { createEngine } from '../../engine';
import { decodeSafetensors, encodeSafetensors } from '../../../engine/model/safetensors';
import type { NamedTensors } from '../../../engine/model/recommender';
import { exportRun } from '../../export/engine/export-run';
import type { Lists } from '../../../engine/model/ranking/lists';
import { hashLists } from '../../../engine/runs/lists-file';
import { readVocabulary } from '../../../engine/runs/vocabulary';
import { findRun } from '../../../engine/runs/store';
import { runFolder } from '../../../engine/storage/workspace';
import type { Dataset } from '../../../shared/contract/dataset';
import { NEUTRAL_TUNING } from '../../../shared/contract/tuning';
import { temporaryFolder, temporaryWorkspace } from '../../../../tests/support/finished-run';
import { changeJson, changeTensors, type Files, forged, remade } from '../../../../tests/support/remade-bundle';
import { profileId, trainedRun } from '../../../../tests/support/trained-run';
import { trainersHere } from '../../../../tests/support/trainers-here';
import { everyNth, triedOf } from '../../../../tests/support/tried';

type Model = 'popularity' | 'item-knn' | 'als' | 'ease' | 'dae' | 'mixed';
const KNOBS: Record<Model, Record<string, unknown>> = {
  popularity: { model: 'popularity' },
  'item-knn': { model: 'item-knn' },
  als: { model: 'als' },
  ease: { model: 'ease' },
  dae: {},
  mixed: {
    'mixture.companion': 'ease',
    'mixture.weights': 'fixed',
    'mixture.companionShare': 0.5,
    'mixture.second': 'item-knn',
    'mixture.secondShare': 0.2,
    'mixture.trend': true,
    'mixture.trendStrength': 1,
    'mixture.members': 2,
  },
};

const made = new Map<Model, Promise<Buffer>>();

async function bundleOf(model: Model): Promise<string> {
  const bytes =
    made.get(model) ??
    trainedRun(KNOBS[model]).then(async ({ workspace, record }) => {
      const out = path.join(await temporaryFolder(), 'made.zip');
      await bundleRun({ workspace, runId: record.runId, out, withData: true });
      return fs.readFile(out);
    });
  made.set(model, bytes);
  const file = path.join(await temporaryFolder(), 'run.shelfwise');
  await fs.writeFile(file, await bytes);
  return file;
}

async function expectRefusal(model: Model, change: (files: Files) => void, message: RegExp): Promise<void> {
  const workspace = await temporaryWorkspace();
  const thrown: unknown = await openBundle({ workspace, file: await forged(await bundleOf(model), change) }).catch(
    (error: unknown) => error,
  );
  expect(thrown).toMatchObject({ code: 'bad-data', message: expect.stringMatching(message) });
  expect(await fs.readdir(workspace.runs)).toEqual([]);
}

const model = (change: (tensors: NamedTensors) => NamedTensors) => (files: Files) =>
  changeTensors(files, 'model.safetensors', change);
const lists = (change: (tensors: NamedTensors) => void) => (files: Files) =>
  changeTensors(files, 'lists.safetensors', (tensors) => {
    change(tensors);
    return tensors;
  });

describe('a bundle that matches', () => {
  test.each(everyNth(Object.keys(KNOBS) as Model[], 3))('of the model %s is opened', async (name) => {
    const workspace = await temporaryWorkspace();
    const { runId } = await openBundle({ workspace, file: await bundleOf(name) });
    const { client } = await createEngine({ workspaceFolder: workspace.folder, launcher: trainersHere });
    const tuning = { ...NEUTRAL_TUNING, hidden: 0.5 };
    const { items } = await client.lists.show({ runId, profile: profileId(0), tuning, count: 5 });
    expect(items).toHaveLength(5);
  });
});

describe('a bundle is refused', () => {
  const huge = (): NamedTensors[string] => ({ shape: [61], values: new Int32Array(61).fill(2147483647).fill(0, 0, 1) });

  test.each<[what: string, model: Model, change: (tensors: NamedTensors) => NamedTensors, message: RegExp]>(
    everyNth(
      [
        ['offsets of 0 and 2^31 - 1', 'item-knn', (all) => ({ ...all, offsets: huge() }), /offsets/],
        [
          'a neighbour beyond the last title',
          'item-knn',
          (all) => ({ ...all, candidates: { ...all['candidates']!, values: all['candidates']!.values.map(() => 60) } }),
          /candidates holds values/,
        ],
        [
          'titles in one row',
          'als',
          (all) => ({ ...all, items: { shape: [1, all['items']!.values.length], values: all['items']!.values } }),
          /items has the shape/,
        ],
        [
          'links to titles beyond the last',
          'ease',
          (all) => ({
            ...all,
            links: { ...all['links']!, values: all['links']!.values.map((link) => link | 0xffff0000) },
          }),
          /links holds values/,
        ],
        [
          'scores for more titles than there are',
          'popularity',
          () => ({ scores: { shape: [1000], values: new Float32Array(1000) } }),
          /scores has the shape \[1000\]/,
        ],
        [
          'whole numbers for weights',
          'popularity',
          (all) => ({ scores: { shape: all['scores']!.shape, values: Int32Array.from(all['scores']!.values) } }),
          /scores has the type I32/,
        ],
        [
          'a weight that is no number',
          'dae',
          (all) => ({ ...all, encoder: { ...all['encoder']!, values: all['encoder']!.values.map(() => NaN) } }),
          /encoder holds values/,
        ],
        [
          'a code wider than the recipe says',
          'dae',
          (all) => ({ ...all, 'encoder.bias': { shape: [1, 9], values: new Float32Array(9) } }),
          /encoder\.bias has the shape/,
        ],
        [
          'no decoder',
          'dae',
          (all) => Object.fromEntries(Object.entries(all).filter(([name]) => name !== 'decoder')),
          /the tensor decoder is missing/,
        ],
        [
          "a companion that is not the recipe's",
          'dae',
          (all) => ({ ...all, 'als.share': { shape: [1], values: Float32Array.of(1) } }),
          /no model of this kind has a tensor als\.share/,
        ],
        [
          'a companion whose titles are elsewhere',
          'mixed',
          (all) => ({
            ...all,
            'ease/links': {
              shape: all['ease/links']!.shape,
              values: Int32Array.from(all['ease/links']!.values, (link) => link + (1000 << 16)),
            },
          }),
          /ease\/links holds values/,
        ],
        [
          'a trend of another length',
          'mixed',
          (all) => ({ ...all, trend: { shape: [1, 1], values: new Float32Array(1) } }),
          /trend has the shape/,
        ],
      ],
      3,
    ),
  )('whose model has %s', async (_what, name, change, message) => {
    await expectRefusal(name, model(change), message);
  });

  test.each<[what: string, change: (tensors: NamedTensors) => void, message: RegExp]>(
    everyNth(
      [
        ['title 10^9', ({ items }) => void (items!.values[3] = 1_000_000_000), /list 1 names a title/],
        ['a title below 0', ({ items }) => void (items!.values[3] = -7), /list 1 names a title/],
        ['a title twice', ({ items }) => void (items!.values[3] = items!.values[4]!), /list 1 names a title twice/],
        ['a title after its end', ({ items }) => void (items!.values[3] = -1), /list 1 names a title/],
        [
          'a score that is no number',
          ({ scores }) => void (scores!.values[60] = NaN),
          /a score is not a finite number/,
        ],
      ],
      2,
    ),
  )('one of whose lists names %s', async (_what, change, message) => {
    await expectRefusal('popularity', lists(change), message);
  });

  test('with one list too few', async () => {
    const cut = (files: Files): void =>
      changeTensors(files, 'lists.safetensors', ({ items, scores }) => {
        const [rows, count] = [items!.shape[0]! - 2, items!.shape[1]!];
        const part = { shape: [rows, count] };
        return {
          items: { ...part, values: items!.values.slice(0, rows * count) },
          scores: { ...part, values: scores!.values.slice(0, rows * count) },
        };
      });
    await expectRefusal('popularity', cut, /it has 23 lists instead of 25/);
  });

  test.each<[what: string, change: (tensors: NamedTensors) => void]>(
    everyNth(
      [
        ['beyond the last one', ({ profile }) => void (profile!.values[profile!.values.length - 1] = 5000)],
        ['twice', ({ profile }) => void (profile!.values[1] = profile!.values[0]!)],
        ['with a figure that is not a number', ({ score }) => void (score!.values[0] = NaN)],
        ['with a figure above 1', ({ score }) => void (score!.values[0] = 7)],
      ],
      2,
    ),
  )('whose figures name a test profile %s', async (_what, change) => {
    const changed = (files: Files): void =>
      changeTensors(files, 'test-profiles.safetensors', (tensors) => {
        change(tensors);
        return tensors;
      });
    await expectRefusal('popularity', changed, /test-profiles\.safetensors.*holds values/);
  });

  test.each<[what: string, change: (vocabulary: { profiles: string[]; items: string[] }) => void, message: RegExp]>(
    everyNth(
      [
        ['a profile twice', ({ profiles }) => void (profiles[1] = profiles[0]!), /vocabulary\.json/],
        ['a title twice', ({ items }) => void (items[1] = items[0]!), /vocabulary\.json/],
        [
          'a profile that the data does not have',
          ({ profiles }) => void (profiles[1] = 'x'),
          /not those of its data set/,
        ],
        ['a title that the data does not have', ({ items }) => void (items[1] = 'x'), /not those of its data set/],
        ['profiles in another order', ({ profiles }) => void profiles.reverse(), /not those of its data set/],
        ['titles in another order', ({ items }) => void items.reverse(), /not those of its data set/],
      ],
      2,
    ),
  )('whose vocabulary has %s', async (_what, change, message) => {
    await expectRefusal('popularity', (files) => changeJson(files, 'vocabulary.json', change), message);
  });

  test.each<[what: string, change: (dataset: Dataset) => void, message: RegExp]>(
    everyNth(
      [
        ['none', (dataset) => void (dataset.snapshotFiles = []), /files are not the ones/],
        ['one twice', ({ snapshotFiles }) => void snapshotFiles!.push(snapshotFiles![0]!), /files are not the ones/],
        [
          'no events',
          (dataset) =>
            void (dataset.snapshotFiles = dataset.snapshotFiles!.filter(({ file }) => file !== 'events.parquet')),
          /files are not the ones/,
        ],
      ],
      2,
    ),
  )('whose data set names %s of its files', async (_what, change, message) => {
    await expectRefusal('popularity', (files) => changeJson(files, 'dataset/dataset.json', change), message);
  });

  test.each<[what: string, change: (dataset: Dataset) => void]>(
    everyNth(
      [
        ['profiles', (dataset) => void (dataset.profiles += 1)],
        ['titles', (dataset) => void (dataset.items = 2147483648)],
        ['viewings', (dataset) => void (dataset.interactions = -1)],
      ],
      2,
    ),
  )('whose data set counts other %s than it holds', async (_what, change) => {
    const changed = (files: Files): void => changeJson(files, 'dataset/dataset.json', change);
    await expectRefusal('popularity', changed, /do not match its files|(?:profiles|items)\.parquet/);
  });

  test('with a table that its data set does not name', async () => {
    const more = (files: Files): void => void (files['dataset/keywords.parquet'] = files['dataset/items.parquet']!);
    await expectRefusal('popularity', more, /files are not the ones/);
  });

  test('whose scores have another shape than its lists', async () => {
    const flat = lists((tensors) => {
      const { values } = tensors['scores']!;
      tensors['scores'] = { shape: [values.length], values };
    });
    await expectRefusal('popularity', flat, /differ in size/);
  });

  test.each<[what: string, bytes: Uint8Array]>(
    everyNth(
      [
        ['null', headed('null')],
        ['a header that is a list', headed('[]')],
        ['a tensor without a shape', headed('{"scores": {"dtype": "F32"}}')],
        ['a tensor that is null', headed('{"scores": null}')],
        ['no tensor', encodeSafetensors({})],
      ],
      2,
    ),
  )('whose lists are %s, with a sentence', async (_what, bytes) => {
    const file = await bundleOf('popularity');
    const workspace = await temporaryWorkspace();
    const evil = await remade(file, (files) => void (files['lists.safetensors'] = bytes));
    await expect(openBundle({ workspace, file: evil })).rejects.toMatchObject({ code: 'bad-data' });
  });
});

function headed(header: string): Uint8Array {
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(header.length));
  return Buffer.concat([length, Buffer.from(header)]);
}

describe('a run of the workspace whose record has no hashes of its files', () => {
  async function changed(name: Model, file: string, change: (tensors: NamedTensors) => NamedTensors) {
    const workspace = await temporaryWorkspace();
    const { runId } = await openBundle({ workspace, file: await bundleOf(name) });
    const folder = runFolder(workspace, runId);
    const files: Files = {
      [file]: await fs.readFile(path.join(folder, file)),
      'run.json': await fs.readFile(path.join(folder, 'run.json')),
    };
    changeTensors(files, file, change);
    const vocabulary = await readVocabulary(folder);
    changeJson<Record<string, unknown>>(files, 'run.json', (record) => {
      delete record['files'];
      if (file !== 'lists.safetensors') return;
      const { items, scores } = decodeSafetensors(files[file]!).tensors;
      const forgedLists = { count: items!.shape[1]!, items: items!.values, scores: scores!.values } as Lists;
      record['listsSha256'] = hashLists(vocabulary.profiles!, vocabulary.items, forgedLists);
    });
    for (const [part, bytes] of Object.entries(files)) await fs.writeFile(path.join(folder, part), bytes);
    const { client } = await createEngine({ workspaceFolder: workspace.folder, launcher: trainersHere });
    return { client, workspace, runId, profile: profileId(0) };
  }

  test.each<[Model, (tensors: NamedTensors) => NamedTensors]>([
    [
      'item-knn',
      (all) => ({ ...all, offsets: { shape: [61], values: new Int32Array(61).fill(2147483647).fill(0, 0, 1) } }),
    ],
    ['als', (all) => ({ ...all, items: { shape: [1, all['items']!.values.length], values: all['items']!.values } })],
    ['ease', (all) => ({ ...all, links: { ...all['links']!, values: all['links']!.values.map(() => 0x3f80) } })],
  ])('is refused before its %s model scores anything', async (name, change) => {
    const { client, runId, profile } = await changed(name, 'model.safetensors', change);
    const asking = client.lists.show({ runId, profile, tuning: { ...NEUTRAL_TUNING, hidden: 0.5 }, count: 5 });
    await expect(asking).rejects.toMatchObject({ code: 'bad-data', message: expect.stringMatching(/not a model/) });
  });

  test.each<Model>(triedOf(['dae'], ['ease']))('reports it if scores of its %s model overflow', async (name) => {
    const greatest = (key: string, { shape, values }: NamedTensors[string]): NamedTensors[string] => {
      if (values instanceof Float32Array) return { shape, values: values.map(() => 3.4e38) };
      // The values of links are in bfloat16.
      return { shape, values: key === 'links' ? values.map((link) => (link & ~0xffff) | 0x7f7f) : values };
    };
    const { client, runId, profile } = await changed(name, 'model.safetensors', (all) =>
      Object.fromEntries(Object.entries(all).map(([key, tensor]) => [key, greatest(key, tensor)])),
    );
    const asking = client.lists.show({ runId, profile, tuning: { ...NEUTRAL_TUNING, hidden: 0.5 }, count: 5 });
    await expect(asking).rejects.toMatchObject({ code: 'diverged' });
  });

  test('exports no list that names title 10^9', async () => {
    const { workspace, runId } = await changed('popularity', 'lists.safetensors', (tensors) => {
      tensors['items']!.values[3] = 1_000_000_000;
      return tensors;
    });
    const out = path.join(await temporaryFolder(), 'lists.csv');
    const run = await findRun(workspace, runId);
    await expect(exportRun({ workspace, run, out, format: 'csv' })).rejects.toMatchObject({ code: 'bad-data' });
    expect(await fs.readdir(path.dirname(out))).toEqual([]);
  });
});
