/** Of a unit that a cluster did not do, or whose result was refused. */
import type { Unit, UnitAnswer } from '../../shared/contract';
import { runIdOfUnit } from '../runs/record';
import { answerOfRow } from '../units/compare-unit';

/** @param unit with the whole fingerprint of its data set */
export function failedAnswer(unit: Unit, problem: NonNullable<UnitAnswer['problem']>): UnitAnswer {
  if (unit.kind === 'compare') return answerOfRow(unit, { state: 'failed', problem });
  const runId = unit.kind === 'train' ? runIdOfUnit(unit.data, unit.recipe, unit.seed) : unit.run;
  return {
    state: 'failed',
    kind: unit.kind,
    runId,
    hashes: { recipeSha256: '', weightsSha256: null, listsSha256: null },
    validation: null,
    metrics: null,
    verification: null,
    file: null,
    problem,
  };
}
