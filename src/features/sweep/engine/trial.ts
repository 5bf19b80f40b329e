/** One trial of a sweep, as it goes on. */
import type { SweepRequest, SweepTrial } from '../../../shared/contract/sweep';
import type { UnitAnswer } from '../../../shared/contract/unit';
import { completeRecipe } from '../../../shared/recipe/schema';
import type { Recipe } from '../../../shared/recipe/table';
import { runIdOfUnit } from '../../../engine/runs/record';
import { type Settings, settingsOf } from './draw';
import type { Space } from './space';

export interface Trial {
  readonly recipe: Recipe;
  shown: SweepTrial;
  /** How far it is, of all that the sweep may ask of it. */
  fraction: number;
}

/** All that the sweep may train, none of them begun. @param data of the request: the whole fingerprint */
export const trialsOf = (space: Space, request: SweepRequest): Trial[] =>
  settingsOf(space, request).map((settings) => newTrial(settings, completeRecipe(settings, request.recipe), request));

const newTrial = (settings: Settings, recipe: Recipe, { data, seed }: SweepRequest): Trial => ({
  recipe,
  shown: {
    runId: runIdOfUnit(data, recipe, seed),
    settings,
    validation: null,
    state: 'waiting',
    epochs: null,
    problem: null,
  },
  fraction: 0,
});

/** @param isWhole whether it came to its validation score, not only to the end of a rung */
export function withAnswer(
  shown: SweepTrial,
  { state, validation, problem }: UnitAnswer,
  isWhole: boolean,
): SweepTrial {
  switch (state) {
    case 'done':
      return { ...shown, validation, state: isWhole ? 'done' : 'waiting' };
    case 'stopped':
      return { ...shown, state: 'waiting' };
    case 'failed':
      return {
        ...shown,
        state: 'failed',
        validation: null,
        problem: problem?.message ?? null,
        ...(problem?.said && { said: [...problem.said] }),
      };
  }
}

/** By the validation score; of equal ones that which was drawn first. */
export const bestFirst = (trials: readonly Trial[]): Trial[] =>
  trials.toSorted((left, right) => scoreOf(right) - scoreOf(left));

const scoreOf = ({ shown }: Trial): number => shown.validation?.score ?? -1;
