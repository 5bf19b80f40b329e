/**
 * The week after the sample is one whose refresh is exported, so that the weekly job can be tried. The demo refreshes by it too.
 * @module-tag rare
 */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { expect, test } from 'vitest';
import { createEngine } from '../../src/features/engine';
import { csvRows } from '../../src/shared/values/csv';
import { finalValue } from '../../src/shared/values/final-value';
import { presetRecipe, type PresetName } from '../../src/shared/recipe/presets';
import { temporaryFolder } from '../support/finished-run';
import { trainersHere } from '../support/trainers-here';

const SAMPLE = path.join(import.meta.dirname, '../../resources/sample');

async function expectExported(preset: PresetName): Promise<void> {
  const place = await temporaryFolder();
  const { client } = await createEngine({ workspaceFolder: path.join(place, 'workspace'), launcher: trainersHere });
  const { fingerprint } = await finalValue(await client.datasets.import({ folder: SAMPLE }));
  const { runId } = await client.runs.start({ data: fingerprint, recipe: presetRecipe(preset), seed: 1 });
  expect((await finalValue(await client.runs.watch({ runId }))).status).toBe('finished');
  const out = path.join(place, 'lists.csv');
  const request = { folder: `${SAMPLE}-next-week`, out, format: 'csv', run: runId, approveAs: 'Kim' } as const;
  const done = await finalValue(await client.refresh.run(request));
  expect(done).toMatchObject({ state: 'exported', reason: null, export: { file: out, profiles: 602 } });
  expect(done.dataset!.events[0]).toMatchObject({ role: 'history', added: 917, rejected: 0 });
  expect(['better', 'same']).toContain(done.compared!.verdict);
  const profiles = new Set([...csvRows(await fs.readFile(out, 'utf8'))].slice(1).map(([profile]) => profile));
  expect(profiles.size).toBe(602);
  // What changed is told of the two.
  const { changed, reasons } = await client.changes.lists({ before: { runId }, after: { runId: done.run!.runId } });
  expect(changed).toBeGreaterThan(0);
  expect(reasons.map(({ reason }) => reason)).toContain('watched');
}

test('with a simple model', { timeout: 120_000 }, () => expectExported('item-knn'));

test('with the model that the program proposes', { timeout: 240_000 }, () => expectExported('balanced'));
