/** The part of a tuning that is for many profiles, and the recipe of a new run that would make the same lists. */
import { tunedKeys, type Tuning, withoutKeys } from '../../shared/contract/tuning';
import { TUNING_ROWS, type TuningKey } from '../../shared/contract/tuning-keys';
import { ShelfwiseError } from '../../shared/errors';
import { recipeWithTuning } from '../../shared/recipe/from-tuning';
import type { Recipe } from '../../shared/recipe/table';
import { say } from '../../shared/words/sentence';
import type { RunSession } from '../sessions/run-session';
import { refuseForeignKnobs } from './tuned-rows';

export interface TuningForMany {
  /** Without the keys that concern one profile only. */
  readonly tuning: Tuning;
  readonly recipe: Recipe;
  /** Tuning keys that concern one profile only. */
  readonly left: readonly TuningKey[];
}

/**
 * @param madeOn the run that a saved tuning was made on; null for one of a file
 * @throws ShelfwiseError `usage` if the tuning has no part for more than one profile, for what the run's model cannot follow or would take for something
 * else, and for a strength or push beyond what a recipe can hold
 */
export async function tuningForMany(
  session: RunSession,
  tuning: Tuning,
  madeOn: string | null = null,
): Promise<TuningForMany> {
  refuseOtherRun(session, tuning, madeOn);
  const left = tunedKeys(tuning).filter((key) => TUNING_ROWS[key].ofOneProfile === true);
  const wanted = withoutKeys(tuning, left);
  if (tunedKeys(wanted).length === 0)
    throw new ShelfwiseError(
      'usage',
      left.length === 0 ? say('tuning.nothing') : say('tuning.only-profile', { keys: left }),
    );
  await refuseForeignKnobs(session, await session.data(), wanted);
  const { recipe, notTaken } = recipeWithTuning(session.record.recipe, wanted);
  if (notTaken.length > 0) throw new ShelfwiseError('usage', say('tuning.beyond', { keys: notTaken }));
  return { tuning: wanted, recipe, left };
}

/** A key that refers to one run would mean something else on another. */
function refuseOtherRun({ record: { runId } }: RunSession, tuning: Tuning, madeOn: string | null): void {
  const keys = tunedKeys(tuning).filter((key) => TUNING_ROWS[key].ofOneRun === true);
  if (keys.length > 0 && madeOn !== null && madeOn !== runId)
    throw new ShelfwiseError('usage', say('tuning.other-run', { keys, run: madeOn }));
}
