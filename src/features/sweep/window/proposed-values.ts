/** The values that a sweep proposes for a number: near the recipe's own, and amounts that make a difference. */
import type { Knob } from '../../../shared/recipe/knob';
import { KNOBS, type KnobName, type Recipe } from '../../../shared/recipe/table';

/** Digits of a proposed value. */
const DIGITS = 3;

/** @returns values in ascending order, the recipe's among them */
export function proposedValues(name: KnobName, recipe: Recipe): number[] {
  const knob = KNOBS[name] as Knob;
  if (knob.kind !== 'number' && knob.kind !== 'integer') return [];
  const { kind, minimum, maximum, besideZero = [Math.min(1, maximum) / 4, Math.min(1, maximum) / 2] } = knob;
  const rounded = (value: number): number =>
    kind === 'integer' ? Math.round(value) : Number(value.toPrecision(DIGITS));
  const value = recipe[name] as number;
  const beside = value === 0 ? besideZero : besideAmount(value, minimum, maximum);
  return [...new Set([value, ...beside.map(rounded)])].sort((left, right) => left - right);
}

/** Half and double the amount; a share goes up by half at most, and not as far as 1. */
function besideAmount(value: number, minimum: number, maximum: number): number[] {
  const more = maximum <= 1 ? Math.min(value * 1.5, (value + 1) / 2) : value * 2;
  return [Math.max(minimum, value / 2), Math.min(more, maximum)];
}
