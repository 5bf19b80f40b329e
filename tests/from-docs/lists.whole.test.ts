/**
 * Lists from the docs alone: lists.py, which was written from docs/run-format.md by somebody who had not read src, makes
 * the lists of a bundle, and they have the hash that the record has.
 *
 * @module-tag rare
 */
import { spawnSync } from 'node:child_process';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { commandLineHere } from '../support/command-line-here';
import { remade, type Files } from '../support/remade-bundle';
import { testTools } from '../support/test-tools';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

const SAMPLE = path.join(import.meta.dirname, '../../resources/sample');
const { onnxRuntime } = testTools();
// numpy comes with the runtime of ONNX that setup installs for tests; Python may have it besides.
const environment = { ...process.env, ...(onnxRuntime.path !== null && { PYTHONPATH: onnxRuntime.path }) };
const python = (...words: string[]) => spawnSync('python3', ['-B', ...words], { encoding: 'utf8', env: environment });
const WHY_NOT = python('-c', 'import numpy').status === 0 ? null : (onnxRuntime.reason ?? 'Python has no numpy');

interface Made {
  readonly lists: number;
  readonly weightsSha256: string;
  readonly listsSha256: string;
  readonly asRecorded: readonly string[];
}

function listsOf(bundle: string): Made & { readonly status: number | null } {
  const { status, stdout, stderr } = python(path.join(import.meta.dirname, 'lists.py'), bundle);
  if (stdout === '') throw new Error(stderr);
  return { ...(JSON.parse(stdout) as Made), status };
}

/** Settings that the presets leave alone, each of which the page explains. */
const EVERYTHING_ELSE = {
  'stopping.rule': 'fixed',
  'stopping.epochs': '3',
  'structure.activation': 'relu',
  'structure.input': 'none',
  'data.counting': 'sum',
  'data.completion': '0.5',
  'data.purchase': '1',
  'data.search': '0.2',
  'mixture.members': '2',
  'mixture.weights': 'fixed',
  'mixture.companion': 'ease',
  'mixture.second': 'als',
  'als.factors': '16',
  'scoring.watched': 'include',
};

describe.skipIf(WHY_NOT !== null)(`lists from the docs alone ${WHY_NOT ?? ''}`, () => {
  let cli: Awaited<ReturnType<typeof commandLineHere>>;
  beforeAll(async () => {
    cli = await commandLineHere();
  });
  afterAll(() => cli.remove());

  async function bundleOf(recipe: string, settings: Readonly<Record<string, string>> = {}) {
    const set = Object.entries(settings).flatMap(([knob, value]) => ['--set', `${knob}=${value}`]);
    const trained = await cli.run(['train', '--data', SAMPLE, '--recipe', recipe, ...set, '--json']);
    expect(trained.status, trained.err).toBe(0);
    const record = trained.json() as { runId: string; listsSha256: string; weightsSha256: string };
    const bundle = path.join(cli.folder, `${record.runId}.zip`);
    expect((await cli.run(['bundle', record.runId, '--with-data', '--out', bundle])).status).toBe(0);
    return { bundle, record };
  }

  it.each([
    ['quick', 'as it is', {}],
    ['balanced', 'as it is', {}],
    ['quick', 'with all that presets leave alone', EVERYTHING_ELSE],
  ])('come to the hash of the record: %s %s', async (recipe, _, settings) => {
    const { bundle, record } = await bundleOf(recipe, settings);
    expect(listsOf(bundle)).toEqual({
      status: 0,
      lists: 603,
      weightsSha256: record.weightsSha256,
      listsSha256: record.listsSha256,
      asRecorded: ['weightsSha256', 'listsSha256'],
    });
  });

  it('do not, when one byte of the model is another', async () => {
    const { bundle } = await bundleOf('quick', { 'stopping.rule': 'fixed', 'stopping.epochs': '2' });
    expect(listsOf(bundle).status).toBe(0);

    // The last byte of a number is its sign and most of its exponent, the first one a ten-millionth of it.
    const changed = (byte: number) => (files: Files) => {
      const model = Buffer.from(files['model.safetensors']!);
      const length = Number(model.readBigUInt64LE());
      const header = JSON.parse(model.toString('utf8', 8, 8 + length)) as Record<string, { data_offsets: number[] }>;
      model[8 + length + header['decoder.bias']!.data_offsets[0]! + byte]! ^= 1;
      files['model.safetensors'] = model;
    };
    expect(listsOf(await remade(bundle, changed(3)))).toMatchObject({ status: 1, asRecorded: [] });
    expect(listsOf(await remade(bundle, changed(0)))).toMatchObject({ status: 1, asRecorded: ['listsSha256'] });
  });
});
