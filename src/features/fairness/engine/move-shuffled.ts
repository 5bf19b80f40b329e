/** Trains the recipe of a run on shuffled attributes, in a trainer process, and asks its lists what those of the run are asked: how far chance moves them. */
import { setImmediate } from 'node:timers/promises';
import type { Progress } from '../../../shared/contract/progress';
import { LIST_LENGTH, SEEDS } from '../../../shared/limits';
import { encodeConditions } from '../../../engine/data/conditions';
import { openSnapshot } from '../../../engine/data/snapshot';
import { profilesAs } from '../../../engine/model/evaluate/attribute-variants';
import { RandomStreams } from '../../../engine/model/random';
import { findRun } from '../../../engine/runs/store';
import { loadDatasetSession } from '../../../engine/sessions/dataset-session';
import { RunSession } from '../../../engine/sessions/run-session';
import { openWorkspace } from '../../../engine/storage/workspace';
import { fit } from '../../../engine/training/fit/fit';
import { storeInMemory } from '../../../engine/training/fit/fit-store';
import { listsOf } from '../../../engine/training/train/complete-record';
import { fitInputOf, openRunContext } from '../../../engine/training/train/run-context';
import type { ShuffledMoves, ShuffleRequest } from '../contract/chance';
import { shuffledRecipe } from './chance';
import { swapsOf } from './swaps';
import { movesBy } from './what-if';

/** @throws ShelfwiseError as training does */
export async function moveShuffled(
  workspaceFolder: string,
  { runId, shuffle }: ShuffleRequest,
  onProgress: (progress: Progress) => void,
): Promise<ShuffledMoves> {
  const workspace = await openWorkspace(workspaceFolder);
  const { record: trained, folder } = await findRun(workspace, runId);
  const record = { ...trained, recipe: shuffledRecipe(trained.recipe) };
  const own = await openRunContext(workspace, folder, record);
  const shuffled = profilesAs('shuffled', own.data.profiles, (record.seed + shuffle) % SEEDS);
  const context = {
    ...own,
    data: { ...own.data, profiles: shuffled },
    train: { ...own.train, profiles: shuffled },
    conditions: encodeConditions(shuffled),
  };
  const stages = record.recipe['stopping.refit'] ? 2 : 1;
  const { final, brokenOff } = await fit(fitInputOf(context), storeInMemory(), async (stage, fraction) => {
    onProgress({
      phase: 'fairness',
      detail: '',
      done: (fraction + (stage === 'choose' ? 0 : stages - 1)) / stages,
      total: 1,
    });
    await setImmediate();
  });
  if (final === null || brokenOff !== null) throw brokenOff;
  const { tensors } = final;
  const dataset = await loadDatasetSession(await openSnapshot(workspace, record.dataset.fingerprint));
  const lists = await listsOf(context, tensors);
  const session = new RunSession(folder, record, dataset, { tensors, lists, profiles: shuffled });
  try {
    const streams = new RandomStreams(record.seed);
    const rows = Int32Array.from(shuffled.ids.keys());
    const moves: ShuffledMoves = [];
    for (const attribute of shuffled.attributes) {
      const swaps = swapsOf(attribute, rows, streams);
      const { rows: asked, shares } = await movesBy(session, { attribute: attribute.name, swaps, rules: null });
      const changed = new Array<number>(rows.length).fill(-1);
      asked.forEach((row, at) => (changed[row] = Math.round(shares[at]! * LIST_LENGTH)));
      moves.push({ attribute: attribute.name, changed: asked.length === 0 ? [] : changed });
    }
    return moves;
  } finally {
    session.dispose();
  }
}
