/** The state of one trial of a sweep. */
import type { SweepRequest, SweepTrial } from '../contract/sweep';
import type { UnitAnswer } from '../../../shared/contract/unit';
import { completeRecipe } from '../../../shared/recipe/schema';
import type { Recipe } from '../../../shared/recipe/table';
import { runIdOfUnit } from '../../../engine/runs/record';
import { type Settings, settingsOf } from './draw';
import type { Space } from './space';

export interface Trial {
  readonly recipe: Recipe;
  shown: SweepTrial;
  /** Its progress, as a fraction of all that the sweep may ask of it. */
  fraction: number;
}

type Asked = Pick<SweepRequest, 'data' | 'seed' | 'method' | 'budget'>;

/** All trials that the sweep may train, not started. @param request.data the whole fingerprint */
export const trialsOf = (space: Space, request: SweepRequest): Trial[] =>
  settingsOf(space, request).map((settings) => newTrial(settings, completeRecipe(settings, request.recipe), request));

const newTrial = (settings: Settings, recipe: Recipe, { data, seed }: Asked): Trial => ({
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

/** @param isWhole whether it reached its validation score, not only the end of a rung */
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
        ...(problem && { code: problem.code }),
        ...(problem?.said && { said: [...problem.said] }),
      };
  }
}

/** By the validation score; ties by the order of the draw. */
export const bestFirst = <Of extends Pick<Trial, 'shown'>>(trials: readonly Of[]): Of[] =>
  trials.toSorted((left, right) => scoreOf(right) - scoreOf(left));

const scoreOf = ({ shown }: Pick<Trial, 'shown'>): number => shown.validation?.score ?? -1;
