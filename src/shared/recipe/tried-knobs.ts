/** Which knobs a sweep may try (docs/sweeps.md). */
import type { SweepRequest } from '../contract/sweep';
import { COMPANION_SLOTS, companionIn } from './companions';
import type { BaselineName } from './models';
import { KNOBS, type KnobName, type Recipe } from './table';
import type { Knob } from './knob';

/** They say what a trial is judged by, or nothing that the validation part could tell: trials with different ones could not be compared. */
const NOT_TRIED = /^(?:data|scoring|numeric)\.|^stopping\.(?:rule|split|share|validation|refit)$/;

/** Knobs that decide which models are read. */
export const CHOOSES_MODEL = ['model', ...COMPANION_SLOTS.map(({ model }) => model)] as readonly string[];

export const canBeTried = (knob: KnobName, method: SweepRequest['method']): boolean =>
  !NOT_TRIED.test(knob) && !(method === 'halving' && knob === 'stopping.epochs');

/** Whether the model of the recipe, or one beside it, reads the knob. */
export function isReadBy(recipe: Recipe, knob: KnobName): boolean {
  const { models } = KNOBS[knob] as Knob;
  return models === undefined || models.includes(recipe.model) || companionReading(recipe, knob) !== null;
}

/** The model beside that of the recipe that reads the knob; null where the recipe's own does, or none. */
export function companionReading(recipe: Recipe, knob: KnobName): BaselineName | null {
  const { models } = KNOBS[knob] as Knob;
  if (models === undefined || models.includes(recipe.model)) return null;
  const companions = COMPANION_SLOTS.map((slot) => companionIn(recipe, slot));
  return companions.find((companion) => companion !== null && models.includes(companion)) ?? null;
}
