/** The parts of a data set that models are chosen and judged on. */
import { splitInteractions, type Split } from '../../src/engine/evaluate/split';
import { countOf, firstEvents } from '../../src/engine/data/events';
import type { Interactions, TrainingData } from '../../src/engine/data/tables';
import { RandomStreams } from '../../src/engine/model/random';

/**
 * test: what a model is judged on; validation: cut from the train part, or of other profiles (cold), to choose by; rolling: three windows in
 * time, to choose by.
 */
export const PARTS = ['random', 'random-validation', 'time', 'rolling', 'cold', 'cold-validation'] as const;
export type Part = (typeof PARTS)[number];

const SHARE = 0.2;
/** Train up to so much of the events; the next ROLLING_SHARE of them are validation. */
const ROLLING_STARTS = [0.48, 0.56, 0.64];
const ROLLING_SHARE = 0.16;

export interface PartSplit {
  readonly seed: number;
  /** What was split: all events, or those a part may look at. */
  readonly events: Interactions;
  readonly split: Split;
}

/** The splits over which a figure is the mean: one per seed, one, or one per window. */
export async function splitsOf(part: Part, data: TrainingData, seeds: readonly number[]): Promise<PartSplit[]> {
  const all = await data.events.hold();
  const shape = { profiles: data.profiles.ids.length, items: data.items.ids.length };
  const cut = (events: Interactions, protocol: 'time' | 'random', share: number, name: string, seed: number) => {
    const random = new RandomStreams(seed).stream(name);
    return { seed, events, split: splitInteractions(events, shape, { protocol, share, random }) };
  };
  const testOf = (seed: number): PartSplit => cut(all, 'random', SHARE, 'split/test', seed);
  switch (part) {
    case 'random':
    case 'cold':
      return seeds.map(testOf);
    case 'cold-validation':
      return seeds.map((seed) => cut(all, 'random', SHARE, 'split/validation', seed));
    case 'random-validation':
      return seeds.map((seed) => cut(testOf(seed).split.train.of(all), 'random', SHARE, 'split/validation', seed));
    case 'time':
      return [cut(all, 'time', SHARE, 'split/test', seeds[0]!)];
    case 'rolling':
      return ROLLING_STARTS.map((start) => {
        const window = firstEvents(Math.round(countOf(all) * (start + ROLLING_SHARE))).of(all);
        const share = ROLLING_SHARE / (start + ROLLING_SHARE);
        return cut(window, 'time', share, 'split/rolling', seeds[0]!);
      });
  }
}
