/** The settings that a sweep offers, in the order in which one looks for them. */
import { grouped } from '../../../renderer/components/knob-groups';
import type { Knob, KnobGroup } from '../../../shared/recipe/knob';
import { BASELINES, type BaselineName, MODEL_ROWS } from '../../../shared/recipe/models';
import { KNOB_NAMES, KNOBS, type KnobName, type Recipe } from '../../../shared/recipe/table';
import { canBeTried, companionReading, tellsTrialsApart } from '../../../shared/recipe/tried-knobs';
import type { SweepMethod, TriedKnob } from './sweep-form';

export type OfferedGroup =
  | { readonly kind: 'most'; readonly knobs: readonly KnobName[] }
  | { readonly kind: 'group'; readonly group: KnobGroup; readonly knobs: readonly KnobName[] }
  | { readonly kind: 'companion'; readonly companion: BaselineName; readonly knobs: readonly KnobName[] };

/** Settings of the recipe's own model first, those that matter most before all; then those of each companion. */
export function offeredKnobs(recipe: Recipe, method: SweepMethod, tried: readonly TriedKnob[]): OfferedGroup[] {
  const offered = KNOB_NAMES.filter(
    (name) =>
      canBeTried(name, method) &&
      tellsTrialsApart(
        recipe,
        name,
        tried.map(({ knob }) => knob),
      ) &&
      (KNOBS[name] as Knob).kind !== 'text' &&
      !tried.some(({ knob }) => knob === name),
  );
  const first: readonly KnobName[] = MODEL_ROWS[recipe.model].triedFirst;
  const most = first.filter((name) => offered.includes(name));
  const own = offered.filter((name) => companionReading(recipe, name) === null && !most.includes(name));
  const companions = BASELINES.map((companion) => ({
    companion,
    knobs: offered.filter((name) => companionReading(recipe, name) === companion),
  })).filter(({ knobs }) => knobs.length > 0);
  return [
    ...(most.length > 0 ? [{ kind: 'most' as const, knobs: most }] : []),
    ...grouped(own).map((members) => ({ kind: 'group' as const, ...members })),
    ...companions.map((members) => ({ kind: 'companion' as const, ...members })),
  ];
}
