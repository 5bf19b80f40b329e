/** Models tried on a data set: what a comparing trainer process does. */
import { setImmediate } from 'node:timers/promises';
import type { LeaderboardRequest, Progress } from '../../shared/contract';
import { LEADERBOARD_MODELS } from '../../shared/recipe/presets';
import { DEFAULT_RECIPE } from '../../shared/recipe/schema';
import { selectTrainingData } from '../data/selection';
import { openSnapshot } from '../data/snapshot';
import { tryModels } from '../evaluate/trials';
import type { Tried } from '../../shared/tried';
import { loadBackend } from '../model/backend';
import { openWorkspace } from '../storage/workspace';
import { createFitModel } from '../fit/fit-model';

export async function compareModels(
  workspaceFolder: string,
  request: LeaderboardRequest,
  onProgress: (progress: Progress) => void,
): Promise<Tried> {
  const backend = await loadBackend(DEFAULT_RECIPE['numeric.mode']);
  const snapshot = await openSnapshot(await openWorkspace(workspaceFolder), request.data);
  const { fingerprint, name, period } = snapshot.dataset;
  return tryModels(
    {
      // Every fit asks for the events.
      select: (recipe) => selectTrainingData(snapshot, recipe, { letsGo: false }),
      dataset: { fingerprint, name },
      split: request.split ?? (period === null ? 'random' : 'time'),
      seeds: Array.from({ length: request.seeds }, (_, index) => (request.seed + index) % 0x100000000),
      models: request.models ?? [...LEADERBOARD_MODELS],
    },
    createFitModel(backend.kernels, async () => void (await setImmediate())),
    onProgress,
  );
}
