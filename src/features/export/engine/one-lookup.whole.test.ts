/** How often an export reads the record of its run. */
import { syncBuiltinESMExports } from 'node:module';
import * as path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createEngine } from '../../engine';
import { type RulesChoice, ruleSetSchema } from '../../../shared/contract/rules';
import { temporaryFolder } from '../../../../tests/support/finished-run';
import { itemId, profileId, trainedRun } from '../../../../tests/support/trained-run';
import { trainersHere } from '../../../../tests/support/trainers-here';

const fs = process.getBuiltinModule('node:fs/promises');
const { readFile } = fs;
let reads: string[] = [];

beforeEach(() => {
  reads = [];
  fs.readFile = function (this: unknown, ...given: Parameters<typeof readFile>) {
    const [file] = given;
    if (typeof file === 'string' && path.basename(file) === 'run.json') reads.push(file);
    return readFile.apply(this, given);
  } as typeof readFile;
  syncBuiltinESMExports();
});
afterEach(() => {
  fs.readFile = readFile;
  syncBuiltinESMExports();
});

const hide = { id: 'no', name: 'No', kind: 'hide', titles: { ids: [itemId(3)] } };
const rules: RulesChoice = { date: '2026-11-26', set: ruleSetSchema.parse({ formatVersion: 1, rules: [hide] }) };

it.each([
  ['as trained', 'none'],
  ['under rules', rules],
] as const)('once: %s', async (_, choice) => {
  const { workspace, record } = await trainedRun();
  const { runId } = record;
  const { client } = await createEngine({ workspaceFolder: workspace.folder, launcher: trainersHere });
  // The run is in memory for the lists under rules, as it is for whoever looked at a list before.
  await client.lists.show({ runId, profile: profileId(0) });
  const out = path.join(await temporaryFolder(), 'lists.csv');
  reads = [];
  await client.runs.export({ runId: runId.slice(0, -1), out, format: 'csv', rules: choice });
  expect(reads).toEqual([path.join(workspace.runs, runId, 'run.json')]);
});
