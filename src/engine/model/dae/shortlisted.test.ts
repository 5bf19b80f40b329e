/** Lists through short lists of a device with other bits: they equal the processor's lists, whatever the device computes. */
import { beforeAll, describe, expect, it } from 'vitest';
import { loadBackend } from '../backend';
import { restoreDae } from './dae-recommender';
import { exactKernels } from '../kernels/exact/exact';
import { DECODERS, expectSameLists, madeUpModel, madeUpRows } from '../testing/made-up-lists';
import { watchedOf } from '../ranking/lists';
import { ScoreError } from '../ranking/score-error';
import { EXCLUDED_SCORE, type Shortlister } from '../ranking/shortlists';

const [ROWS, ITEMS] = [15, 300];
const rows = madeUpRows(ROWS, ITEMS);

beforeAll(async () => {
  await loadBackend();
});

/** @param off how many times its error bound the device is off, by item */
const device = (off: (item: number) => number): Shortlister => ({
  shortlists: async (layer) => {
    const { items, width, decoder, bias } = layer;
    const error = new ScoreError(layer);
    return {
      async of(code, excluded, places) {
        const all = code.length / width;
        const made = { items: new Int32Array(all * places), scores: new Float32Array(all * places) };
        for (let row = 0; row < all; row++) {
          const most = error.ofRow(code, row);
          const scores = Float32Array.from({ length: items }, (_, item) => {
            let sum = bias[item]!;
            for (let unit = 0; unit < width; unit++) sum += code[row * width + unit]! * decoder[item * width + unit]!;
            return Math.fround(sum) + off(item) * (most === Infinity ? 0 : most);
          });
          if (excluded !== null)
            for (const item of watchedOf({ ...rows.histories, ...excluded }, row)) scores[item] = EXCLUDED_SCORE;
          // Ties go to the later item, as in no list.
          const order = Array.from(scores.keys()).sort((left, right) => scores[right]! - scores[left]! || right - left);
          made.items.set(order.slice(0, places), row * places);
          made.scores.set(
            order.slice(0, places).map((item) => scores[item]!),
            row * places,
          );
        }
        return made;
      },
      dispose: () => undefined,
    };
  },
});

const exact = device(() => 0);
/** As far off as allowed, and more so for earlier items: pushes items of a list out of the short list wherever possible. */
const hostile = device((item) => 0.6 * ((2 * item) / ITEMS - 1));

describe.each(Object.entries(DECODERS))('lists through short lists, of %s', (_, decoderOf) => {
  it.each([25, 100])('equal those of the processor (%d places)', async (count) => {
    const decoder = decoderOf(ITEMS);
    for (const bias of [undefined, new Float32Array(ITEMS)])
      for (const excludeWatched of [true, false])
        for (const shortlister of [exact, hostile])
          await expectSameLists(
            madeUpModel(ITEMS, decoder, bias && { bias }),
            rows,
            { count, excludeWatched },
            shortlister,
          );
  });
});

const untouched: Shortlister = {
  shortlists: async () => ({ of: () => Promise.reject(new Error('asked')), dispose: () => undefined }),
};

it('requests no short list if anything is mixed into the scores', async () => {
  const model = madeUpModel(ITEMS, DECODERS['numbers of one size']!(ITEMS));
  expect(await model.finderThrough(untouched)).not.toBeNull();
  const peers = { shape: [2, ITEMS], values: new Float32Array(2 * ITEMS) };
  const tensors = { ...model.tensors(), peers, 'peers.share': { shape: [1], values: Float32Array.of(0.5) } };
  expect(await restoreDae(exactKernels, model.recipe, tensors).finderThrough(untouched)).toBeNull();
});

describe('a row is scored by the processor', () => {
  const scoredOf = (decoder: string, shortlister: Shortlister): Promise<number> =>
    expectSameLists(
      madeUpModel(ITEMS, DECODERS[decoder]!(ITEMS), { bias: new Float32Array(ITEMS) }),
      rows,
      { count: 25, excludeWatched: true },
      shortlister,
    );

  it('if its short list proves nothing, and only then', async () => {
    expect(await scoredOf('numbers of one size', exact)).toBe(0);
    // Rows that watched nearly everything have all remaining items on their short list.
    expect(await scoredOf('all titles alike', exact)).toBe(ROWS - Math.floor(ROWS / 7));
    expect(await scoredOf('numbers that are almost too large', exact)).toBe(ROWS);
  });

  it('if the device is further off than allowed', async () => {
    expect(
      await scoredOf(
        'numbers of one size',
        device(() => 1.5),
      ),
    ).toBe(ROWS);
  });

  it('if there are hardly more items than places', async () => {
    const some = madeUpRows(3, 80);
    const options = { count: 25, excludeWatched: true };
    const model = madeUpModel(80, DECODERS['numbers of one size']!(80));
    expect(await expectSameLists(model, some, options, untouched)).toBe(0);
  });
});
