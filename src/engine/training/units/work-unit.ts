/** Does a unit on this computer: begins it, goes on with it, or finds that it is done. */
import type { Progress } from '../../../shared/contract/progress';
import type { Unit, UnitAnswer } from '../../../shared/contract/unit';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { kindOf } from '../../../features/units';
import { programInfo } from '../../machine/environment/program';
import type { TrainingHost } from '../train/start-run';
import type { UnitOptions } from './unit-kind';

/**
 * The same unit again comes to the same, whichever program asked for it first and however that ended; one that another program works on is
 * waited for.
 * @returns what it came to: a training that failed or was stopped is an answer
 * @throws ShelfwiseError where it cannot be begun: no such data set, no such run, a run that another data set or recipe made, a
 * unit for another build
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
