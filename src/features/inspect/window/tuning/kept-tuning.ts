/** A saved tuning applied to a run, which may not be the one it was made on. */
import type { KeptTuning } from '../../../../shared/contract/kept';
import type { RunRecord } from '../../../../shared/contract/run';
import { tunedKeys, type Tuning, withoutKeys } from '../../../../shared/contract/tuning';
import { TUNING_ROWS, type TuningKey } from '../../../../shared/contract/tuning-keys';
import { reasonNoCondition, reasonNoLatent } from './tunable';

/** The part of a tuning that the run can apply, and the part left out because it cannot. */
export function tuningForRun(
  { tuning, runId }: Pick<KeptTuning, 'tuning' | 'runId'>,
  run: Pick<RunRecord, 'runId' | 'model' | 'recipe'>,
): { tuning: Tuning; left: TuningKey[] } {
  const lacks = { condition: reasonNoCondition(run) !== null, latent: reasonNoLatent(run) !== null };
  const left = tunedKeys(tuning).filter((key) => {
    const { needs, ofOneRun } = TUNING_ROWS[key];
    return (needs !== undefined && lacks[needs]) || (ofOneRun === true && runId !== run.runId);
  });
  return { tuning: withoutKeys(tuning, left), left };
}
