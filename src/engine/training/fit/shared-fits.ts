/**
 * What several fits of the same data share: the validation part, the companions, the strength of the trend. A leaderboard makes each once; a run,
 * with its one fit, makes all. The bits are the same either way, as a shared part depends on nothing else in the recipe.
 */
import { KNOBS, type KnobName, type Recipe } from '../../../shared/recipe/table';
import type { EventSource } from '../../data/tables';

export interface Sharing {
  /**
   * @param data what it is made from
   * @param name what it is, with all that it depends on besides the data and what `dependenciesOf` covers
   */
  once<Made>(data: EventSource, name: string, make: () => Promise<Made>): Promise<Made>;
  /** Seconds that fits saved because another one had made a part before. */
  readonly spared: number;
}

export const NOT_SHARED: Sharing = { once: (_data, _name, make) => make(), spared: 0 };

interface Kept {
  readonly made: unknown;
  readonly seconds: number;
}

/** Keeps each part for as long as its data is held elsewhere. */
export function sharedFits(): Sharing {
  const kept = new WeakMap<EventSource, Map<string, Kept>>();
  let spared = 0;
  return {
    async once<Made>(data: EventSource, name: string, make: () => Promise<Made>): Promise<Made> {
      const ofData = kept.get(data) ?? new Map<string, Kept>();
      kept.set(data, ofData);
      const before = ofData.get(name);
      if (before !== undefined) {
        spared += before.seconds;
        return before.made as Made;
      }
      const started = performance.now();
      const made = await make();
      ofData.set(name, { made, seconds: (performance.now() - started) / 1000 });
      return made;
    },
    get spared() {
      return spared;
    },
  };
}

/** The seed and the knobs that a model beside the autoencoder may depend on, as a name. */
export function dependenciesOf(recipe: Recipe, seed: number): string {
  const read = Object.entries(recipe).filter(([knob]) => knob !== 'model' && !isOfAutoencoder(knob));
  return JSON.stringify([seed, ...read]);
}

function isOfAutoencoder(knob: string): boolean {
  const { models } = (Object.hasOwn(KNOBS, knob) ? KNOBS[knob as KnobName] : {}) as { models?: readonly string[] };
  return models?.length === 1 && models[0] === 'dae';
}
