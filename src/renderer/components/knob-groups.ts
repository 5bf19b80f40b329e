/** The recipe table by groups, as the form shows it. */
import { KNOB_GROUPS, type KnobGroup } from '../../shared/recipe/knob';
import type { KnobName } from '../../shared/recipe/table';

/** The group of `noise.dropout` is its first part; the knobs of single models stand with the model. */
export function groupOf(knob: KnobName): KnobGroup {
  const first = knob.split('.')[0]!;
  return KNOB_GROUPS.find((group) => group === first) ?? 'model';
}

/** Groups that have knobs, in the order of the table. */
export function grouped(knobs: readonly KnobName[]): { group: KnobGroup; knobs: KnobName[] }[] {
  return KNOB_GROUPS.map((group) => ({ group, knobs: knobs.filter((knob) => groupOf(knob) === group) })).filter(
    ({ knobs: members }) => members.length > 0,
  );
}
