/** One unit on a cluster. */
import type { Progress } from '../../../shared/contract/progress';
import type { Unit, UnitAnswer } from '../../../shared/contract/unit';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import type { TrainingHost } from '../../../engine/training/train/start-run';
import type { KeptCluster } from './address-book';
import { type HowOn, workOn } from './work-on-cluster';

export interface Told {
  readonly onProgress: (progress: Progress) => void;
  readonly signal: AbortSignal;
}

/** One at a time: a cluster decides by itself how many. */
export const BY_ITSELF = { trainers: 1, environment: {} };

/** @throws ShelfwiseError as workOn does; `stopped` on abort, or where somebody stopped the unit alone: the same again goes on */
export async function workUnitOn(
  cluster: KeptCluster,
  host: TrainingHost,
  unit: Unit,
  { onProgress, signal }: Told,
  how: HowOn = {},
): Promise<UnitAnswer> {
  const [answer] = await workOn(cluster, how)(host, [unit], {
    side: BY_ITSELF,
    signal,
    onProgress: (_, progress) => onProgress(progress),
  });
  if (answer && answer.state !== 'stopped') return answer;
  throw new ShelfwiseError('stopped', say('unit.stopped'));
}
