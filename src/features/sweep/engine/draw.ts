/** Settings of trials: all of a grid, or drawn at random (Bergstra and Bengio 2012). */
import type { KnobValues, Setting, SweepRequest } from '../contract/sweep';
import { ShelfwiseError } from '../../../shared/errors';
import { KNOBS, type KnobName } from '../../../shared/recipe/table';
import type { Knob } from '../../../shared/recipe/knob';
import { say } from '../../../shared/words/sentence';
import { RandomStream } from '../../../engine/model/random';
import type { Space } from './space';

export type Settings = Record<string, Setting>;

/** Digits of a drawn number: few enough to read and type, and without the last bits of a logarithm, which differ between versions of Node. */
const DIGITS = 4;

/** Repeated draws before the space counts as exhausted. */
const MOST_REPEATS = 1000;

/** @throws ShelfwiseError `usage` for a grid that is larger than the budget */
export function settingsOf(
  space: Space,
  { method, budget, seed }: Pick<SweepRequest, 'method' | 'budget' | 'seed'>,
): Settings[] {
  if (method !== 'grid') return drawn(space, seed, budget);
  const size = gridSize(space);
  if (size <= budget) return grid(space);
  throw new ShelfwiseError('usage', say('sweep.large-grid', { size, budget }));
}

/** Number of settings in a grid. */
const gridSize = (space: Space): number =>
  space.reduce((product, [knob, values]) => product * gridValues(knob, values).length, 1);

/** All combinations, the last knob changing fastest. */
export function grid(space: Space): Settings[] {
  let settings: Settings[] = [{}];
  for (const [knob, values] of space) {
    const own = gridValues(knob, values);
    settings = settings.flatMap((before) => own.map((value) => withSetting(before, knob, value)));
  }
  return settings;
}

function gridValues(knob: KnobName, values: KnobValues): Setting[] {
  if (Array.isArray(values)) return [...new Set(values)];
  const steps = values.steps!;
  return [...new Set(Array.from({ length: steps }, (_, step) => valueAt(knob, values, step / (steps - 1))))];
}

/**
 * Draws `count` different settings; fewer if there are no more. Each value has its own stream: the first settings stay the same when there are more
 * trials, and so do the other knobs when one is added.
 */
export function drawn(space: Space, seed: number, count: number): Settings[] {
  const found = new Map<string, Settings>();
  for (let draw = 0, repeats = 0; found.size < count && repeats < MOST_REPEATS; draw++) {
    let settings: Settings = {};
    for (const [knob, values] of space) {
      const stream = new RandomStream(seed, `sweep/${draw}/${knob}`);
      const value = Array.isArray(values) ? values[stream.below(values.length)]! : drawnFrom(knob, values, stream);
      settings = withSetting(settings, knob, value);
    }
    const key = JSON.stringify(settings);
    repeats = found.has(key) ? repeats + 1 : 0;
    found.set(key, settings);
  }
  return [...found.values()];
}

type Range = Exclude<KnobValues, Setting[]>;

function drawnFrom(knob: KnobName, range: Range, stream: RandomStream): number {
  const isInteger = (KNOBS[knob] as Knob).kind === 'integer';
  if (isInteger && range.scale === 'linear')
    return Math.ceil(range.from) + stream.below(Math.floor(range.to) - Math.ceil(range.from) + 1);
  return valueAt(knob, range, stream.uniform());
}

/** @param share of the way from the beginning of the range to its end */
function valueAt(knob: KnobName, { from, to, scale }: Range, share: number): number {
  const value = scale === 'linear' ? from + share * (to - from) : from * Math.exp(share * Math.log(to / from));
  const rounded = (KNOBS[knob] as Knob).kind === 'integer' ? Math.round(value) : Number(value.toPrecision(DIGITS));
  return Math.min(to, Math.max(from, rounded));
}

const withSetting = (settings: Settings, knob: string, value: Setting): Settings => ({ ...settings, [knob]: value });
