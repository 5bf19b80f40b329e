/** A whole run on the sample folder, from import to verification: what a user does. */
import * as path from 'node:path';
import type { EngineClient } from '../../src/features/engine';
import { programFolder } from '../../src/engine/machine/environment/program';
import type { Device } from '../../src/shared/contract/device';
import type { Verification } from '../../src/shared/contract/run';
import { presetRecipe } from '../../src/shared/recipe/presets';
import { lastOf } from './last-of';

export interface RepeatedRun extends Pick<Verification, 'verdict' | 'cause'> {
  readonly seconds: number;
  readonly score: number | null;
}

export async function repeatedRun(client: EngineClient, device: Device): Promise<RepeatedRun> {
  const folder = path.join(programFolder(), 'resources', 'sample');
  const { fingerprint } = await lastOf(await client.datasets.import({ folder }));
  const recipe = { ...presetRecipe('quick'), 'numeric.device': device };
  const { runId } = await client.runs.start({ data: fingerprint, recipe, seed: 1 });
  const record = await lastOf(await client.runs.watch({ runId }));
  if (record.status !== 'finished') throw new Error(record.reason?.message ?? record.status);
  const { verdict, cause } = await lastOf(await client.runs.verify({ runId }));
  return { verdict, cause, seconds: record.seconds, score: record.metrics?.score ?? null };
}
