/** Does a single unit. */
import type { Unit } from '../../../features/work-schemas';
import type { UnitAnswer } from '../../../shared/contract/unit';
import { ShelfwiseError } from '../../../shared/errors';
import { finalValue } from '../../../shared/values/final-value';
import { say } from '../../../shared/words/sentence';
import type { TrainingHost } from '../train/start-run';
import { HERE, ONE_AT_A_TIME, type WorkOptions } from './work-many';
import { workUnit } from './work-unit';

/**
 * @returns the result; on this computer, a stop is a result too
 * @throws ShelfwiseError as the workers do; on a cluster `stopped` on abort, or if the unit alone was stopped: asking again resumes it
 */
export async function oneUnit(
  host: TrainingHost,
  unit: Unit,
  { onProgress, signal, workers = HERE }: WorkOptions,
): Promise<UnitAnswer> {
  if (workers === HERE) return finalValue(workUnit(host, unit, { signal }), onProgress);
  const [answer] = await workers.work(host, [unit], {
    side: ONE_AT_A_TIME,
    signal,
    onProgress: (_, progress) => onProgress(progress),
  });
  if (answer && answer.state !== 'stopped') return answer;
  throw new ShelfwiseError('stopped', say('unit.stopped'));
}
