/** Does a unit: begins it, goes on with it, or finds that it is done. */
import type { Progress } from '../../../../shared/contract/progress';
import type { Unit, UnitAnswer } from '../../../../shared/contract/unit';
import { assertNever, ShelfwiseError } from '../../../../shared/errors';
import { say } from '../../../../shared/words/sentence';
import { programInfo } from '../../../../engine/machine/environment/program';
import type { TrainingHost } from '../../../../engine/training/train/start-run';
import { compareUnit } from './compare-unit';
import { listsUnit } from './lists-unit';
import type { UnitOptions } from './options';
import { trainUnit } from './train-unit';
import { verifyUnit } from './verify-unit';

/**
 * The same unit again comes to the same, whoever asked for it first and however that ended; one that another program works on is waited for.
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
  return yield* begun(host, unit, options);
}

function begun(host: TrainingHost, unit: Unit, options: UnitOptions): AsyncGenerator<Progress, UnitAnswer> {
  switch (unit.kind) {
    case 'train':
      return trainUnit(host, unit, options);
    case 'compare':
      return compareUnit(host, unit, options);
    case 'verify':
      return verifyUnit(host, unit.run, options);
    case 'lists':
      return listsUnit(host, { run: unit.run, part: unit.part, of: unit.of }, options);
    case 'join':
      return listsUnit(host, { run: unit.run, part: null, of: unit.of }, options);
    default:
      return assertNever(unit);
  }
}
