/** Answers for a unit that a cluster did not do: it failed, its result was refused, or it was stopped. */
import type { Unit } from '../../work-schemas';
import type { UnitAnswer } from '../../../shared/contract/unit';
import { stopped } from '../../../engine/training/units/answers';
import { kindOf } from '../../units';

/** @param unit with the full fingerprint of its data set */
export const failedAnswer = (unit: Unit, problem: NonNullable<UnitAnswer['problem']>): UnitAnswer =>
  kindOf(unit).undone(unit, { state: 'failed', problem });

/** @param unit with the full fingerprint of its data set */
export const stoppedAnswer = (unit: Unit): UnitAnswer =>
  kindOf(unit).undone(unit, { state: 'stopped', problem: stopped() });
