/** Which knobs a sweep may try (docs/sweeps.md). */
import { COMPANION_KNOBS, possibleCompanions } from './companions';
import type { BaselineName } from './models';
import type { Knob } from './knob';
import { KNOBS, type KnobName, type Recipe } from './table';

/**
 * Knobs that define what a trial is evaluated on, or that the validation part cannot judge: trials would not be
 * comparable.
 */
const NOT_TRIED = /^(?:data|scoring|numeric)\.|^stopping\.(?:rule|split|share|validation|refit)$/;

/** Knobs that choose the models. */
export const CHOOSES_MODEL = ['model', ...COMPANION_KNOBS] as readonly string[];

/** @param method of the sweep: one that halves decides by itself how many epochs a trial has */
export const canBeTried = (knob: KnobName, method: string): boolean =>
  !NOT_TRIED.test(knob) && !(method === 'halving' && knob === 'stopping.epochs');

/** Whether the recipe's model or a companion reads the knob. */
export function isReadBy(recipe: Recipe, knob: KnobName): boolean {
  const { models }: Knob = KNOBS[knob];
  return models === undefined || models.includes(recipe.model) || companionReading(recipe, knob) !== null;
}

/** Knobs that count beside one choice of another knob alone. */
const COUNTS_BESIDE: Partial<Record<KnobName, readonly [KnobName, string]>> = {
  'optimiser.decay': ['optimiser.kind', 'adamw'],
  'structure.conditionWidth': ['structure.condition', 'network'],
  'loss.sample': ['loss.kind', 'multinomial'],
  'filter.popularity': ['filter.form', 'plain'],
  'filter.lowPass': ['filter.form', 'plain'],
  'filter.vectors': ['filter.form', 'plain'],
};

/** Whether trials can differ by the knob: a model reads it, and what it counts beside is in the recipe, or is tried as well. */
export function tellsTrialsApart(recipe: Recipe, knob: KnobName, tried: readonly string[]): boolean {
  if (!isReadBy(recipe, knob)) return false;
  const beside = COUNTS_BESIDE[knob];
  return beside === undefined || recipe[beside[0]] === beside[1] || tried.includes(beside[0]);
}

/** The companion that reads the knob; null if the recipe's own model does, or none. */
export function companionReading(recipe: Recipe, knob: KnobName): BaselineName | null {
  const { models }: Knob = KNOBS[knob];
  if (models === undefined || models.includes(recipe.model)) return null;
  return possibleCompanions(recipe).find((companion) => models.includes(companion)) ?? null;
}
