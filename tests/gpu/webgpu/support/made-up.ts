/** A small synthetic data set, and trainings on it. */
import { completeRecipe } from '../../../../src/shared/recipe/schema';
import { type PresetName, presetRecipe } from '../../../../src/shared/recipe/presets';
import type { Recipe } from '../../../../src/shared/recipe/table';
import { encodeConditions } from '../../../../src/engine/data/conditions';
import { buildHistories } from '../../../../src/engine/data/histories';
import type { MemberTraining, TrainingInput } from '../../../../src/engine/model/dae/dae-training';
import type { Kernels } from '../../../../src/engine/model/kernels/kernels';
import { RandomStream, RandomStreams } from '../../../../src/engine/model/random';

export interface World {
  readonly profiles: number;
  readonly titles: number;
  readonly events: number;
}

/** Two kinds of profiles watch one half of the titles each; the last few watched nothing. */
export function madeUp({ profiles, titles, events }: World): Pick<TrainingInput, 'histories' | 'conditions'> {
  const random = new RandomStream(3, 'webgpu.test');
  const drawn = Array.from({ length: events }, () => {
    const profile = random.below(profiles - 3);
    return { profile, item: (profile % 2) * Math.floor(titles / 2) + random.below(Math.floor(titles / 2)) };
  });
  const interactions = {
    profile: Int32Array.from(drawn, ({ profile }) => profile),
    item: Int32Array.from(drawn, ({ item }) => item),
    weight: new Float32Array(events).fill(1),
    time: null,
  };
  const codes = Int32Array.from({ length: profiles }, (_, profile) => profile % 2);
  const ids = Array.from({ length: profiles }, (_, profile) => `${profile}`);
  const attributes = [{ kind: 'categorical' as const, name: 'kind', categories: ['A', 'B'], codes }];
  return {
    histories: buildHistories(interactions, profiles, titles, 'binary'),
    conditions: encodeConditions({ ids, attributes }),
  };
}

export const smallRecipe = (knobs: Partial<Recipe> = {}, preset: PresetName = 'balanced'): Recipe =>
  completeRecipe(
    { 'structure.width': 24, 'structure.conditionWidth': 6, 'optimiser.batch': 32, 'mixture.members': 1, ...knobs },
    presetRecipe(preset),
  );

export const inputOf = (kernels: Kernels, recipe: Recipe, world: World): TrainingInput => ({
  kernels,
  recipe,
  random: new RandomStreams(7),
  stage: 'test',
  ...madeUp(world),
});

export async function epochs(training: MemberTraining, from: number, to: number): Promise<number[]> {
  const losses: number[] = [];
  for (let epoch = from; epoch <= to; epoch++) losses.push(await training.runEpoch(epoch, async () => undefined));
  return losses;
}
