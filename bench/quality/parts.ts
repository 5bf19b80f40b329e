/** The parts of a data set for choosing and evaluating models. */
import { splitEvents, type Split } from '../../src/engine/model/evaluate/split';
import { firstEvents } from '../../src/engine/data/events';
import type { EventSource, TrainingData } from '../../src/engine/data/tables';
import { RandomStreams } from '../../src/engine/model/random';

/**
 * test: what a model is judged on; validation: cut from the train part, or of other profiles (cold), to choose by; rolling: three windows in
 * time, to choose by.
 */
export const PARTS = ['random', 'random-validation', 'time', 'rolling', 'cold', 'cold-validation'] as const;
export type Part = (typeof PARTS)[number];

const SHARE = 0.2;
/** Train on this share of the events; the next ROLLING_SHARE is validation. */
const ROLLING_STARTS = [0.48, 0.56, 0.64];
const ROLLING_SHARE = 0.16;

export interface PartSplit {
  readonly seed: number;
  /** What was split: all events, or those a part may use. */
  readonly events: EventSource;
  readonly split: Split;
}

/** The splits that a figure averages: one per seed, one, or one per window. */
export async function splitsOf(part: Part, data: TrainingData, seeds: readonly number[]): Promise<PartSplit[]> {
  const all = data.events;
  const shape = { profiles: data.profiles.ids.length, items: data.items.ids.length };
  const cut = async (events: EventSource, protocol: 'time' | 'random', share: number, name: string, seed: number) => {
    const random = new RandomStreams(seed).stream(name);
    return { seed, events, split: await splitEvents(events, shape, { protocol, share, random }) };
  };
  const testOf = (seed: number): Promise<PartSplit> => cut(all, 'random', SHARE, 'split/test', seed);
  switch (part) {
    case 'random':
    case 'cold':
      return Promise.all(seeds.map(testOf));
    case 'cold-validation':
      return Promise.all(seeds.map((seed) => cut(all, 'random', SHARE, 'split/validation', seed)));
    case 'random-validation':
      return Promise.all(
        seeds.map(async (seed) =>
          cut(all.part((await testOf(seed)).split.train), 'random', SHARE, 'split/validation', seed),
        ),
      );
    case 'time':
      return [await cut(all, 'time', SHARE, 'split/test', seeds[0]!)];
    case 'rolling':
      return Promise.all(
        ROLLING_STARTS.map((start) => {
          const window = all.part(firstEvents(Math.round(all.count * (start + ROLLING_SHARE))));
          const share = ROLLING_SHARE / (start + ROLLING_SHARE);
          return cut(window, 'time', share, 'split/rolling', seeds[0]!);
        }),
      );
  }
}
