import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { presetRecipe } from '../../../shared/recipe/presets';
import { DEFAULT_RECIPE } from '../../../shared/recipe/schema';
import { readUnit } from './units-shown';

async function read(content: unknown) {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'shelfwise-unit-'));
  onTestFinished(() => fs.rm(folder, { recursive: true, force: true }));
  const file = path.join(folder, 'unit.json');
  await fs.writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
  return readUnit(file);
}

const TRAIN = { kind: 'train', data: 'abcd', seed: 1 } as const;

test('a unit may name a preset, or the knobs that differ from the defaults', async () => {
  expect(await read({ ...TRAIN, recipe: 'quick' })).toEqual({ ...TRAIN, recipe: presetRecipe('quick') });
  expect(await read({ ...TRAIN, recipe: { model: 'als' }, until: { epoch: 3 } })).toMatchObject({
    recipe: { model: 'als', 'als.factors': DEFAULT_RECIPE['als.factors'] },
    until: { epoch: 3 },
  });
});

test.each([
  ['is not JSON', '{'],
  ['it is not an object', []],
  ['kind: ', { kind: 'dance' }],
  ['noise.dropout', { ...TRAIN, recipe: { 'noise.dropuot': 1 } }],
  ['Did you mean quick', { ...TRAIN, recipe: 'quik' }],
  ['recipe: ', { ...TRAIN, recipe: 7 }],
  ['"__proto__"', '{"kind": "verify", "run": "rabc", "__proto__": 1}'],
  ['"more"', { kind: 'verify', run: 'rabc', more: 1 }],
  ['the ID of a run', { kind: 'verify', run: '../../etc' }],
  ['seed: ', { ...TRAIN, recipe: {}, seed: -1 }],
  ['until.epoch: ', { ...TRAIN, recipe: {}, until: { epoch: 0 } }],
])('reports what is wrong with a unit: %s', async (said, content) => {
  await expect(read(content)).rejects.toMatchObject({ code: 'usage', message: expect.stringContaining(said) });
});
