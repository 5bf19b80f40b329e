/** For tests of refreshes: three months, and a workspace with a run of the first, which is trained once in each test file. */
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { createEngine, type EngineClient } from '../../src/features/engine';
import type { Refresh, RefreshProgress, RefreshRequest } from '../../src/features/refresh/contract/refresh';
import { completeRecipe } from '../../src/shared/recipe/schema';
import { finalValue } from '../../src/shared/values/final-value';
import { MODEL, type Month, writeMonth } from './months';
import { SMALL_RECIPE } from './trained-run';
import { trainersHere as launcher } from './trainers-here';

export interface Refreshing {
  readonly folder: string;
  readonly client: EngineClient;
  /** The file that `refresh` writes unless it is asked for another. */
  readonly out: string;
  refresh(
    changes?: Partial<RefreshRequest>,
    heard?: { onProgress?: (progress: RefreshProgress) => void; signal?: AbortSignal },
  ): Promise<Refresh>;
  fileIsThere(): Promise<boolean>;
}

/** Where the tests of one file work. Its content is there once they begin. */
export const at = { place: '', base: { folder: '', runId: '', data: '' }, months: {} as Record<Month, string> };

/** Called once by a test file, before its tests. */
export function prepareRefreshes(): void {
  beforeAll(async () => {
    at.place = await fs.mkdtemp(path.join(os.tmpdir(), 'shelfwise-refresh-'));
    for (const month of ['march', 'april', 'fashionable'] as const)
      at.months[month] = await writeMonth(at.place, month);
    const folder = path.join(at.place, 'base');
    const { client } = await createEngine({ workspaceFolder: folder, launcher });
    const { fingerprint: data } = await finalValue(await client.datasets.import({ folder: at.months.march }));
    const { runId } = await client.runs.start({ data, recipe: completeRecipe({ ...SMALL_RECIPE, ...MODEL }), seed: 5 });
    const { status } = await finalValue(await client.runs.watch({ runId }));
    if (status !== 'finished') throw new Error(`The run of March is ${status}.`);
    // What a file waits for is the subject of src/features/refresh/engine/leaving.whole.test.ts alone.
    await client.refresh.letUnattended({ by: 'Kim' });
    at.base = { folder, runId, data };
  }, 60_000);
  afterAll(() => fs.rm(at.place, { recursive: true, force: true }));
}

let places = 0;
/** A copy of the workspace with the run of March, and a function that refreshes it there. */
export async function copied(from = at.base.folder, to = path.join(at.place, `copy-${places++}`)): Promise<Refreshing> {
  await fs.cp(from, to, { recursive: true });
  const { client } = await createEngine({ workspaceFolder: to, launcher });
  const out = `${to}.csv`;
  return {
    folder: to,
    client,
    out,
    async refresh(changes = {}, { onProgress, signal } = {}) {
      const request = { folder: at.months.april, out, format: 'submission', ...changes } as const;
      return finalValue(await client.refresh.run(request, signal && { signal }), onProgress);
    },
    fileIsThere: () =>
      fs.stat(out).then(
        () => true,
        () => false,
      ),
  };
}
