import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import {
  COMPARED,
  isOfAnyComputer,
  isOfOtherBuild,
  parseRow,
  readRow,
  type Row,
  rowFile,
  type StoredRow,
  storeRow,
} from './stored-rows';

const BUILD = '0f'.repeat(32);
// Computed, it takes half a second.
vi.mock('../../machine/environment/program', () => ({ programInfo: async () => ({ buildSha256: BUILD }) }));

const row: Row = { model: 'popularity', split: 'time', seed: 3 };
const tooLarge: StoredRow = { trial: null, tooLarge: { message: 'Too much.' } };
const FINGERPRINT = 'ab12';

describe('the rows of leaderboards', () => {
  let folder = '';
  beforeEach(async () => {
    const parent = await fs.mkdtemp(path.join(os.tmpdir(), 'rows-'));
    onTestFinished(() => fs.rm(parent, { recursive: true, force: true }));
    folder = path.join(parent, FINGERPRINT);
    await fs.mkdir(folder);
    await fs.writeFile(path.join(folder, 'dataset.json'), '{}');
  });
  const textOf = async (): Promise<string> => fs.readFile(path.join(folder, await rowFile(row)), 'utf8');

  it('are read as they were stored, and not where nothing was', async () => {
    expect(await readRow(folder, row, 'here')).toBeNull();
    await storeRow(folder, row, tooLarge);
    expect(await readRow(folder, row, 'here')).toMatchObject({ ...row, ...tooLarge });
    expect(JSON.parse(await textOf())).not.toHaveProperty('cluster');
    for (const other of [{ seed: 4 }, { split: 'random' as const }, { model: 'ease' as const }])
      expect(await readRow(folder, { ...row, ...other }, 'here')).toBeNull();
  });

  it('of a cluster answer only what a cluster is asked', async () => {
    await storeRow(folder, row, { ...tooLarge, cluster: 'hall' });
    expect(await readRow(folder, row, 'here')).toBeNull();
    expect(await readRow(folder, row, 'cluster')).toMatchObject({ cluster: 'hall' });
  });

  it('are named for the build, the model, the split and the seed', async () => {
    const build = BUILD.slice(0, 16);
    expect(await rowFile(row)).toBe(`${COMPARED}/${build}-popularity-time-3.json`);
    expect(await isOfOtherBuild(`${build}-popularity-time-3.json`)).toBe(false);
    expect(await isOfOtherBuild('0123456789abcdef-popularity-time-3.json')).toBe(true);
    for (const name of ['notes.json', '0123456789abcdef-a.jsonl', 'x0123456789abcdef-a.json'])
      expect(await isOfOtherBuild(name)).toBe(false);
  });

  it('count for nothing if they are damaged, or of another data set, build, model, split or seed', async () => {
    await storeRow(folder, row, tooLarge);
    const stored = JSON.parse(await textOf()) as object;
    const parsed = (change: object): Promise<StoredRow | null> =>
      parseRow(JSON.stringify({ ...stored, ...change }), FINGERPRINT, row);
    expect(await parsed({})).not.toBeNull();
    for (const change of [
      { fingerprint: 'cd34' },
      { build: 'other' },
      { model: 'ease' },
      { split: 'random' },
      { seed: 4 },
      { tooLarge: null },
      { trial: 'none' },
    ])
      expect([change, await parsed(change)]).toEqual([change, null]);
    for (const text of [null, '', '{']) expect(await parseRow(text, FINGERPRINT, row)).toBeNull();
  });

  it('are not stored for a data set that was deleted meanwhile, whose folder stays away', async () => {
    await fs.rm(folder, { recursive: true });
    await expect(storeRow(folder, row, tooLarge)).rejects.toMatchObject({
      code: 'not-found',
      said: [{ id: 'data.unknown', values: { wanted: FINGERPRINT, folder: path.dirname(folder) } }],
    });
    await expect(fs.stat(folder)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('hold on any computer unless one lacked memory, a graphics card, or did not say why', () => {
    const refused = (...ids: string[]): boolean =>
      isOfAnyComputer({
        trial: null,
        tooLarge: { message: '', said: ids.map((id) => ({ id, values: {} })) as never },
      });
    expect(isOfAnyComputer({ trial: null, tooLarge: null })).toBe(true);
    expect(refused('model.ease-too-large')).toBe(true);
    expect(refused('limits.pairs')).toBe(false);
    expect(refused('gpu.binding')).toBe(false);
    expect(refused('model.ease-too-large', 'limits.pairs')).toBe(false);
    expect(isOfAnyComputer(tooLarge)).toBe(false);
    expect(isOfAnyComputer({ trial: null, tooLarge: { message: '', said: ['a text'] as never } })).toBe(false);
  });
});
