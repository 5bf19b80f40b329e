import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { triedRuns } from '../../../../tests/support/tried';
import { expect, test } from 'vitest';
import { exportLists } from './lists-for-export';
import { toShelfwiseError } from '../../../shared/errors';
import { createEngine } from '../../engine';
import { datasetFolder } from '../../../engine/storage/workspace';
import { finishedRun, temporaryFolder } from '../../../../tests/support/finished-run';
import { importedOnce, launcher } from '../../../../tests/support/trained-run';
import { writeTables } from '../../../../tests/support/small-folder';

const PROFILES = ['3', '7', '12'];
/** Most are unknown to the run: it has their list all the same. */
const SUBMITTED = [...PROFILES.toReversed(), ...Array.from({ length: 57 }, (_, index) => String(90001 + 7 * index))];
const ITEMS = Array.from({ length: 40 }, (_, index) => String(500 + index));

/** A data set with a submission, and a finished run on it. */
async function exportable() {
  const event = (profile: string, item: number): string =>
    `${profile},1,202603${String((item % 28) + 1).padStart(2, '0')}120000,X,${ITEMS[item]},0,N,N`;
  const tables = {
    'history_data.csv': [
      'profile_id,ss_id,log_time,act_target_dtl,album_id,payment,continuous_play,short_trailer',
      ...ITEMS.map((_, item) => event('12', item)),
      ...[0, 1].flatMap((item) => [event('3', item), event('7', item)]),
    ],
    'profile_data.csv': ['profile_id,sex,age', ...PROFILES.map((id) => `${id},M,3`)],
    'meta_data.csv': ['album_id,title', ...ITEMS.map((id) => `${id},Title ${id}`)],
    'sample_submission.csv': ['profile_id,predicted_list', ...SUBMITTED.map((id) => `${id},"[]"`)],
  };
  const { workspace, dataset } = await importedOnce(JSON.stringify(tables), (folder) => writeTables(folder, tables));
  const run = await finishedRun({ workspace, dataset, profiles: PROFILES, items: ITEMS });
  return { ...run, data: datasetFolder(workspace, dataset.fingerprint) };
}
type Exportable = Awaited<ReturnType<typeof exportable>>;

/** Exports in a session of its own. @returns the file, or why it was refused */
async function exported({ workspace, record: { runId } }: Exportable): Promise<string> {
  const out = path.join(await temporaryFolder(), 'out.csv');
  const engine = await createEngine({ workspaceFolder: workspace.folder, launcher });
  try {
    await exportLists(engine.context, { runId, format: 'submission', out }, undefined);
    return await fs.readFile(out, 'utf8');
  } catch (thrown) {
    await expect(fs.stat(out)).rejects.toMatchObject({ code: 'ENOENT' });
    return `refused: ${toShelfwiseError(thrown).code}`;
  } finally {
    await engine.close();
  }
}

/** Turns over the bits of a file, one at a time, and returns those with which something else leaves. */
async function missedBits(run: Exportable, file: string, bits: (byte: number) => readonly number[]): Promise<string[]> {
  const whole = await exported(run);
  expect(whole).toContain('profile_id,predicted_list\n12,');
  const intact = await fs.readFile(file);
  const missed: string[] = [];
  let [refused, tried] = [0, 0];
  for (const byte of intact.keys())
    for (const bit of bits(byte)) {
      const turned = Buffer.from(intact);
      turned[byte]! ^= 1 << bit;
      await fs.writeFile(file, turned);
      const found = await exported(run);
      tried++;
      if (/^refused: (?!internal)/.test(found)) refused++;
      else if (found !== whole) missed.push(`byte ${byte}, bit ${bit}: ${found.slice(0, 80)}`);
    }
  await fs.writeFile(file, intact);
  expect(await exported(run)).toBe(whole);
  expect(tried).toBeGreaterThan(0);
  expect(refused).toBeGreaterThan(0);
  return missed;
}

const FILES: readonly [of: 'run' | 'data', file: string][] = [
  ['data', 'submission.parquet'],
  ['run', 'vocabulary.json'],
  ['run', 'lists.safetensors'],
  ['run', 'recipe.json'],
  ['run', 'run.json'],
  ['data', 'dataset.json'],
  ['data', 'profiles.parquet'],
  ['data', 'items.parquet'],
  ['data', 'events.parquet'],
];

const placeOf = (run: Exportable, of: 'run' | 'data', file: string): string =>
  path.join(of === 'run' ? run.folder : run.data, file);

/** One bit of some bytes over the whole file, another one each time. */
async function someBits(place: string, bytes: number): Promise<(byte: number) => number[]> {
  const apart = Math.ceil((await fs.stat(place)).size / bytes);
  return (byte) => (byte % apart === 0 ? [(byte / apart) % 8] : []);
}

test.for(FILES)(
  'no bit of the %s file %s that turns over leaves in an export',
  { tags: ['thorough'] },
  async ([of, file]) => {
    const run = await exportable();
    const place = placeOf(run, of, file);
    expect(await missedBits(run, place, await someBits(place, triedRuns(24, 3)))).toEqual([]);
  },
);

// An export takes twenty milliseconds: all bits of all files take more than an hour.
test.for(FILES.slice(1))(
  'no bit of a thousand bytes of the %s file %s that turns over leaves in an export',
  { tags: ['rare'], timeout: 600_000 },
  async ([of, file]) => {
    const run = await exportable();
    const place = placeOf(run, of, file);
    expect(await missedBits(run, place, await someBits(place, 1000))).toEqual([]);
  },
);

test(
  'no bit at all of a submission that turns over leaves in an export',
  { tags: ['rare'], timeout: 1_800_000 },
  async () => {
    const run = await exportable();
    const [of, file] = FILES[0]!;
    expect(await missedBits(run, placeOf(run, of, file), () => [0, 1, 2, 3, 4, 5, 6, 7])).toEqual([]);
  },
);
