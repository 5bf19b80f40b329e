/** Decides whether the metrics of two runs are comparable. */
import type { RunRecord } from '../../shared/contract/run';
import { KNOB_NAMES } from '../../shared/recipe/table';

/** Whether both were measured on the same hold-out: the same events, cut at the same place or drawn from the same stream. */
export function sameTestPart(left: RunRecord, right: RunRecord): boolean {
  const knobs = KNOB_NAMES.filter((knob) => knob.startsWith('data.') && knob !== 'data.counting');
  const cut = ['stopping.split', 'stopping.share'] as const;
  return (
    [...knobs, ...cut].every((knob) => left.recipe[knob] === right.recipe[knob]) &&
    left.split?.protocol === right.split?.protocol &&
    (left.split?.protocol !== 'random' || left.seed === right.seed)
  );
}

/** Whether two runs were measured on the same profiles, given as rows. */
export const sameProfiles = (left: Int32Array, right: Int32Array): boolean =>
  left.length === right.length && left.every((value, at) => value === right[at]);
