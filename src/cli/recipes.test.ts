import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PRESET_NAMES, presetRecipe } from '../shared/recipe/presets';
import { DEFAULT_RECIPE } from '../shared/recipe/schema';
import { resolveFrom } from './context';
import { describePresets, readRecipe } from './recipes';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'shelfwise-recipes-'));
});
afterAll(() => rm(folder, { recursive: true }));

const read = (typed?: string, set: string[] = []) => readRecipe(typed, set, resolveFrom(folder));
const write = (name: string, text: string) => writeFile(path.join(folder, name), text);

describe('a recipe', () => {
  it('is the balanced preset by default', async () => {
    expect(await read()).toEqual(presetRecipe('balanced'));
  });

  it('is a preset changed knob by knob, the last change winning', async () => {
    const recipe = await read('quick', ['stopping.epochs=3', 'stopping.epochs=4', 'stopping.refit=false']);
    expect(recipe).toMatchObject({ 'structure.width': 128, 'stopping.epochs': 4, 'stopping.refit': false });
  });

  it('comes from a file, which may name its schema and begin with a byte order mark', async () => {
    await write('mine.json', '\uFEFF{"$schema": "./recipe.schema.json", "version": 4, "noise.dropout": 0.25}');
    expect(await read('mine.json')).toEqual({ ...DEFAULT_RECIPE, 'noise.dropout': 0.25 });
    expect(await read('mine.json', ['noise.dropout=0.5'])).toEqual(DEFAULT_RECIPE);
  });

  it('without a version is a current one; of an earlier one it says what to do', async () => {
    await write('none.json', '{}');
    expect(await read('none.json')).toEqual(DEFAULT_RECIPE);
    for (const version of [1, 2, 3]) {
      await write('earlier.json', JSON.stringify({ version, 'noise.dropout': 0.25 }));
      const refused = expect.stringMatching(`earlier.json: .*version ${version}, .*remove "version"`);
      await expect(read('earlier.json')).rejects.toMatchObject({ code: 'usage', message: refused });
    }
    await write('later.json', '{"version": 5}');
    await expect(read('later.json')).rejects.toThrow(/version 5.*knows version 4/);
  });

  it('is refused with the file, the knob and the nearest name', async () => {
    await write('wrong.json', '{"noise.dropuot": 0.25}');
    await expect(read('wrong.json')).rejects.toThrow(
      /wrong\.json: There is no knob noise\.dropuot\. Did you mean noise\.dropout/,
    );
    await write('broken.json', '{"noise.dropout": ');
    await expect(read('broken.json')).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining('not JSON'),
    });
    await write('list.json', '[]');
    await expect(read('list.json')).rejects.toMatchObject({ code: 'usage' });
    await expect(read('missing.json')).rejects.toMatchObject({ code: 'not-found' });
    await expect(read('quik')).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining('Did you mean quick?'),
    });
    await expect(read('quick', ['noise.dropout'])).rejects.toMatchObject({ code: 'usage' });
    await expect(read('quick', ['noise.dropout=2'])).rejects.toThrow('a number from 0 to 0.99');
  });
});

it('the list of presets has a line each', () => {
  expect(
    describePresets()
      .split('\n')
      .map((line) => line.trim().split(' ')[0]),
  ).toEqual(PRESET_NAMES);
});
