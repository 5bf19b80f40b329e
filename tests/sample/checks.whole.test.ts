/**
 * The sample demonstrates each check before users have their own data.
 *
 * @module-tag rare
 */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { expect, test } from 'vitest';
import { createEngine, type EngineClient } from '../../src/features/engine';
import type { CheckReport } from '../../src/features/review/contract/checks';
import { CHECK_IDS } from '../../src/features/review/contract/check-table';
import { finalValue } from '../../src/shared/values/final-value';
import { presetRecipe, type PresetName } from '../../src/shared/recipe/presets';
import { temporaryFolder } from '../support/finished-run';
import { trainersHere } from '../support/trainers-here';

const SAMPLE = path.join(import.meta.dirname, '../../resources/sample');
/** After the sample's last viewing, when its first titles have ended. */
const DAY = '2026-09-01';

async function reportOf(client: EngineClient, data: string, preset: PresetName): Promise<CheckReport> {
  const { runId } = await client.runs.start({ data, recipe: presetRecipe(preset), seed: 1 });
  const { status } = await finalValue(await client.runs.watch({ runId }));
  expect(status).toBe('finished');
  await finalValue(await client.runs.measureStability({ runId, copies: 20 }));
  return client.checks.run({ runId, date: DAY });
}

/** The sample a week later: two profiles have lost their histories and have each other's. */
async function laterSample(): Promise<string> {
  const folder = path.join(await temporaryFolder(), 'sample');
  await fs.cp(SAMPLE, folder, { recursive: true });
  const file = path.join(folder, 'history_data.csv');
  const [header, ...rows] = (await fs.readFile(file, 'latin1')).split('\n');
  const [one, other] = twoProfiles(rows);
  const swapped = rows.map((row) => {
    const [profile, ...rest] = row.split(',');
    return [profile === one ? other : profile === other ? one : profile, ...rest].join(',');
  });
  await fs.writeFile(file, [header, ...swapped].join('\n'), 'latin1');
  return folder;
}

/** Those with the longest histories. */
function twoProfiles(rows: readonly string[]): [string, string] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const profile = row.slice(0, row.indexOf(','));
    counts.set(profile, (counts.get(profile) ?? 0) + 1);
  }
  const [one, other] = [...counts].sort((left, right) => right[1] - left[1]);
  return [one![0], other![0]];
}

test('each check finds something in the sample', { timeout: 120_000 }, async () => {
  const { client } = await createEngine({ workspaceFolder: await temporaryFolder(), launcher: trainersHere });
  const imported = async (folder: string): Promise<string> =>
    (await finalValue(await client.datasets.import({ folder }))).fingerprint;
  const [now, later] = [await imported(SAMPLE), await imported(await laterSample())];
  const reports = [
    await reportOf(client, now, 'popularity'),
    await reportOf(client, now, 'item-knn'),
    await reportOf(client, later, 'item-knn'),
  ];
  expect(reports.map(({ since }) => since)).toEqual([null, reports[0]!.runId, reports[1]!.runId]);
  const missing = CHECK_IDS.filter((id) =>
    reports.every(({ checks }) => (checks.find((check) => check.id === id)?.count ?? 0) === 0),
  );
  expect(missing).toEqual([]);
});
