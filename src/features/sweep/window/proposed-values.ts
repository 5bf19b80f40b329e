/** The values that a sweep proposes for a number: near the recipe's own, and amounts that make a difference. */
import type { Knob } from '../../../shared/recipe/knob';
import { KNOBS, type KnobName, type Recipe } from '../../../shared/recipe/table';

/** Where 0 leaves the amount to the data or takes it out, nothing follows from it: amounts that did well on the data of bench/. */
const BESIDE_ZERO: Partial<Record<KnobName, readonly number[]>> = {
  'itemKnn.neighbours': [50, 200],
  'itemKnn.shrinkage': [0.05, 0.2],
  'ease.regularisation': [50, 400],
  'als.factors': [64, 256],
  'als.regularisation': [0.005, 0.02],
  'als.unwatched': [0.05, 0.2],
  'filter.popularity': [0.15, 0.3],
  'filter.lowPass': [0.3, 1],
  'loss.sample': [500, 2000],
  'noise.dropout': [0.25, 0.5],
  'noise.wholeHistory': [0.15, 0.3],
  'noise.profile': [0.1, 0.3],
  'optimiser.averaging': [0.5, 0.8],
  'optimiser.decay': [0.1, 0.3],
  'mixture.peers': [0.5, 0.85],
};

/** Digits of a proposed value. */
const DIGITS = 3;

/** @returns values in ascending order, the recipe's among them */
export function proposedValues(name: KnobName, recipe: Recipe): number[] {
  const knob = KNOBS[name] as Knob;
  if (knob.kind !== 'number' && knob.kind !== 'integer') return [];
  const { kind, minimum, maximum } = knob;
  const rounded = (value: number): number =>
    kind === 'integer' ? Math.round(value) : Number(value.toPrecision(DIGITS));
  const value = recipe[name] as number;
  const beside = value === 0 ? besideZero(name, maximum) : besideAmount(value, minimum, maximum);
  return [...new Set([value, ...beside.map(rounded)])].sort((left, right) => left - right);
}

const besideZero = (name: KnobName, maximum: number): readonly number[] =>
  BESIDE_ZERO[name] ?? [Math.min(1, maximum) / 4, Math.min(1, maximum) / 2];

/** Half and double the amount; a share goes up by half at most, and not as far as 1. */
function besideAmount(value: number, minimum: number, maximum: number): number[] {
  const more = maximum <= 1 ? Math.min(value * 1.5, (value + 1) / 2) : value * 2;
  return [Math.max(minimum, value / 2), Math.min(more, maximum)];
}
