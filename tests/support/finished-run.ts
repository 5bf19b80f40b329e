/**
 * A finished run on disk, made by hand from real files, for tests without a trainer. Its IDs are distinctive, so that a
 * search finds them.
 */
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterEach } from 'vitest';
import type { Dataset } from '../../src/shared/contract/dataset';
import type { Metrics, RunRecord } from '../../src/shared/contract/run';
import { presetRecipe } from '../../src/shared/recipe/presets';
import { describeEnvironment } from '../../src/engine/machine/environment/environment';
import { hashTensors } from '../../src/engine/model/safetensors';
import type { NamedTensors } from '../../src/engine/model/recommender';
import type { Lists } from '../../src/engine/model/ranking/lists';
import { appendEpoch } from '../../src/engine/runs/epochs';
import { hashLists, writeLists } from '../../src/engine/runs/lists-file';
import { writeModel } from '../../src/engine/runs/model-file';
import { acquireRunLock } from '../../src/engine/machine/trainers/lock';
import { createRun } from '../../src/engine/runs/store';
import { sealRecord } from '../../src/engine/runs/record';
import { writeVocabulary } from '../../src/engine/runs/vocabulary';
import { openWorkspace, runFolder, type Workspace } from '../../src/engine/storage/workspace';

const made: string[] = [];
afterEach(async () => {
  for (const folder of made.splice(0)) await fs.rm(folder, { recursive: true, force: true });
});

/** A folder that is removed after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'shelfwise-test-'));
  made.push(folder);
  return folder;
}

export async function temporaryWorkspace(): Promise<Workspace> {
  return openWorkspace(await temporaryFolder());
}

export function handMadeDataset(changes: Partial<Dataset> = {}): Dataset {
  return {
    formatVersion: 1,
    fingerprint: 'f'.repeat(64),
    name: 'hand-made',
    folder: '/nowhere/of/theuser/hand-made',
    importedAt: '2026-01-02T03:04:05.000Z',
    profiles: 3,
    items: 40,
    interactions: 9,
    period: null,
    mapping: null,
    layout: 'contest',
    files: [],
    findings: [],
    profileAttributes: [],
    itemAttributes: [],
    submissionProfiles: null,
    ...changes,
  };
}

const METRICS: Metrics = { recall: 0.4, ndcg: 0.2, score: 0.35, profiles: 3, standardError: 0.05 };

export interface HandMadeRun {
  workspace: Workspace;
  folder: string;
  record: RunRecord;
  profiles: string[];
  items: string[];
}

/** One list per profile and one for the unknown profile: row r begins at item r and wraps around. */
export function roundLists(rows: number, items: number, count = Math.min(100, items)): Lists {
  return {
    count,
    items: Int32Array.from({ length: rows * count }, (_, at) => (Math.floor(at / count) + (at % count)) % items),
    scores: Float32Array.from({ length: rows * count }, (_, at) => 1 / (1 + (at % count))),
  };
}

export async function finishedRun(
  options: { workspace?: Workspace; dataset?: Dataset; profiles?: string[]; items?: string[] } = {},
): Promise<HandMadeRun> {
  const workspace = options.workspace ?? (await temporaryWorkspace());
  const dataset = options.dataset ?? handMadeDataset();
  const profiles = options.profiles ?? ['900000017', '900000023', '900000031'];
  const items = options.items ?? Array.from({ length: 40 }, (_, index) => String(5000 + index));
  const created = await createRun(workspace, { dataset, recipe: presetRecipe('popularity'), seed: 1 });
  const folder = runFolder(workspace, created.runId);
  const lock = await acquireRunLock(folder);
  const tensors: NamedTensors = {
    scores: { shape: [items.length], values: Float32Array.from(items, (_, i) => i) },
  };
  const lists = roundLists(profiles.length + 1, items.length);
  await writeModel(folder, tensors);
  await writeVocabulary(folder, { profiles, items });
  await writeLists(folder, lists);
  const weightsSha256 = hashTensors(tensors);
  await appendEpoch(folder, { stage: 'final', epoch: 1, loss: 0.5, validation: null, seconds: 0.1, weightsSha256 });
  const record = await sealRecord(folder, {
    ...created,
    status: 'finished',
    finishedAt: '2026-01-02T03:05:05.000Z',
    seconds: 1,
    listsFrom: 'final',
    stages: [{ stage: 'final', epochs: 1, seconds: 1, weightsSha256 }],
    metrics: METRICS,
    weightsSha256,
    listsSha256: hashLists(profiles, items, lists),
    environment: await describeEnvironment({ tensorflowVersion: 'made by hand', flags: {} }),
  });
  await lock.release();
  return { workspace, folder, record, profiles, items };
}

/** Turns over one bit of one byte. */
export async function flipByte(file: string, position: number): Promise<void> {
  const bytes = await fs.readFile(file);
  bytes[position]! ^= 1;
  await fs.writeFile(file, bytes);
}
