/** Whether the figures of two runs compare. */
import type { RunRecord } from '../../shared/contract/run';
import { KNOB_NAMES } from '../../shared/recipe/table';

/** Whether both were judged on the same targets: the same events, cut at the same place or drawn from the same stream. */
export function sameTestPart(left: RunRecord, right: RunRecord): boolean {
  const knobs = KNOB_NAMES.filter((knob) => knob.startsWith('data.') && knob !== 'data.counting');
  const cut = ['stopping.split', 'stopping.share'] as const;
  return (
    [...knobs, ...cut].every((knob) => left.recipe[knob] === right.recipe[knob]) &&
    left.split?.protocol === right.split?.protocol &&
    (left.split?.protocol !== 'random' || left.seed === right.seed)
  );
}

/** Whether two runs were judged on the same profiles, named by their rows. */
export const sameProfiles = (left: Int32Array, right: Int32Array): boolean =>
  left.length === right.length && left.every((value, at) => value === right[at]);
