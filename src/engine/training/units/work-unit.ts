/** Does a unit on this computer: starts it, resumes it, or finds that it is done. */
import type { Progress } from '../../../shared/contract/progress';
import type { Unit } from '../../../features/work-schemas';
import type { UnitAnswer } from '../../../shared/contract/unit';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { kindOf } from '../../../features/units';
import { programInfo } from '../../machine/environment/program';
import type { TrainingHost } from '../train/start-run';
import type { UnitOptions } from './unit-kind';

/**
 * The same unit gives the same result, whichever program asked first and however that ended. A unit that another program works on is waited for.
 * @returns the result; a training that failed or was stopped is a result
 * @throws ShelfwiseError if it cannot be started: no such data set or run, a run of another data set or recipe, or a unit for another build
 */
export async function* workUnit(
  host: TrainingHost,
  unit: Unit,
  options: UnitOptions,
): AsyncGenerator<Progress, UnitAnswer> {
  const { buildSha256 } = await programInfo();
  if (unit.build !== undefined && unit.build !== buildSha256)
    throw new ShelfwiseError('usage', say('unit.other-build', { wanted: unit.build, build: buildSha256 }));
  return yield* kindOf(unit).work(host, unit, options);
}
