/** Tries models on a data set, in a trainer process. */
import { setImmediate } from 'node:timers/promises';
import type { LeaderboardRequest } from '../contract/leaderboard';
import type { Progress } from '../../../shared/contract/progress';
import { LEADERBOARD_MODELS } from '../../../shared/recipe/presets';
import { selectTrainingData } from '../../../engine/data/selection';
import { openSnapshot } from '../../../engine/data/snapshot';
import { measureModels } from '../../../engine/model/evaluate/measure-models';
import type { Tried } from '../../../shared/values/tried';
import { loadBackend } from '../../../engine/model/backend';
import { openWorkspace } from '../../../engine/storage/workspace';
import { createFitModel } from '../../../engine/training/fit/fit-model';

export async function compareModels(
  workspaceFolder: string,
  request: LeaderboardRequest,
  onProgress: (progress: Progress) => void,
): Promise<Tried> {
  const backend = await loadBackend();
  const snapshot = await openSnapshot(await openWorkspace(workspaceFolder), request.data);
  const { fingerprint, name, period } = snapshot.dataset;
  return measureModels(
    {
      // Every fit needs the events.
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
