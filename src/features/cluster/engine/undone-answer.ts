/** Of a unit that a cluster did not do: it failed, its result was refused, or somebody stopped it. */
import type { Unit, UnitAnswer } from '../../../shared/contract/unit';
import { runIdOfUnit } from '../../../engine/runs/record';
import { stopped } from './units/answers';
import { answerOfRow } from './units/compare-unit';

/** @param unit with the whole fingerprint of its data set */
export const failedAnswer = (unit: Unit, problem: NonNullable<UnitAnswer['problem']>): UnitAnswer =>
  undone(unit, { state: 'failed', problem });

/** @param unit with the whole fingerprint of its data set */
export const stoppedAnswer = (unit: Unit): UnitAnswer => undone(unit, { state: 'stopped', problem: stopped() });

function undone(unit: Unit, of: Pick<UnitAnswer, 'state' | 'problem'>): UnitAnswer {
  if (unit.kind === 'compare') return answerOfRow(unit, of);
  const runId = unit.kind === 'train' ? runIdOfUnit(unit.data, unit.recipe, unit.seed) : unit.run;
  return {
    kind: unit.kind,
    runId,
    hashes: { recipeSha256: '', weightsSha256: null, listsSha256: null },
    validation: null,
    metrics: null,
    verification: null,
    file: null,
    ...of,
  };
}
