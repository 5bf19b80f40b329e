/** The recipe table in groups, as the form shows it. */
import { KNOB_GROUPS, type KnobGroup } from '../../shared/recipe/knob';
import type { KnobName } from '../../shared/recipe/table';

/** The group of `noise.dropout` is `noise`; knobs of single models are in the model's group. */
export function groupOf(knob: KnobName): KnobGroup {
  const first = knob.split('.')[0]!;
  return KNOB_GROUPS.find((group) => group === first) ?? 'model';
}

/** Groups with knobs, in table order. */
export function grouped(knobs: readonly KnobName[]): { group: KnobGroup; knobs: KnobName[] }[] {
  return KNOB_GROUPS.map((group) => ({ group, knobs: knobs.filter((knob) => groupOf(knob) === group) })).filter(
    ({ knobs: members }) => members.length > 0,
  );
}
