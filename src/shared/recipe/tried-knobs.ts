/** Which knobs a sweep may try (docs/sweeps.md). */
import type { SweepRequest } from '../contract/sweep';
import { COMPANION_SLOTS, companionIn } from './companions';
import { KNOBS, type Knob, type KnobName, type Recipe } from './table';

/** They say what a trial is judged by, or nothing that the validation part could tell: trials with different ones could not be compared. */
const NOT_TRIED = /^(?:data|scoring|numeric)\.|^stopping\.(?:rule|split|share|validation|refit)$/;

/** Knobs that decide which models are read. */
export const CHOOSES_MODEL = ['model', ...COMPANION_SLOTS.map(({ model }) => model)] as readonly string[];

export const canBeTried = (knob: KnobName, method: SweepRequest['method']): boolean =>
  !NOT_TRIED.test(knob) && !(method === 'halving' && knob === 'stopping.epochs');

/** Whether the model of the recipe, or one beside it, reads the knob. */
export function isReadBy(recipe: Recipe, knob: KnobName): boolean {
  const { models } = KNOBS[knob] as Knob;
  if (models === undefined) return true;
  const read: (string | null)[] = [recipe.model, ...COMPANION_SLOTS.map((slot) => companionIn(recipe, slot))];
  return models.some((model) => read.includes(model));
}
