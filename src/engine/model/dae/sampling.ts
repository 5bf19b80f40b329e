/**
 * The multinomial loss over a sample of the items: those that a batch watched, and others drawn at random, which stand for all the rest (importance
 * sampling of the sum over the items, Bengio and Senecal 2008). For a large catalogue, the cost is only that of the sample.
 */
import * as tf from '@tensorflow/tfjs';
import type { SparseRows } from '../../data/tables';
import type { Kernels, PreparedRows } from '../kernels/kernels';
import type { RandomStream } from '../random';
import type { Weights } from './network';

/** If fewer items than this share would be left out, all are taken: selecting them costs as much as it saves. */
const WORTH_LEAVING = 0.25;

export interface SampledItems {
  /** Ascending. */
  readonly items: Int32Array;
  /** The targets over these items. */
  readonly targets: SparseRows;
  /** Added to the score of each item: the logarithm of how many items it stands for. */
  readonly corrections: Float32Array;
}

/**
 * Draws the items of a sampled loss.
 * @param targets rows x items
 * @param count number of items to draw among those that no row has
 * @returns null if nearly all items would be taken
 */
export function sampleItems(targets: SparseRows, count: number, random: RandomStream): SampledItems | null {
  const place = new Int32Array(targets.columns).fill(-1);
  for (const item of targets.indices) place[item] = 0;
  const watched = place.reduce((sum, value) => sum + value + 1, 0);
  const others = targets.columns - watched;
  if (watched + count > targets.columns * (1 - WORTH_LEAVING)) return null;
  const drawn = new Uint8Array(targets.columns);
  for (let left = count; left > 0;) {
    const item = random.below(targets.columns);
    if (place[item] === 0) continue;
    place[item] = 0;
    drawn[item] = 1;
    left--;
  }
  const items = new Int32Array(watched + count);
  let length = 0;
  for (let item = 0; item < targets.columns; item++)
    if (place[item] === 0) {
      place[item] = length;
      items[length++] = item;
    }
  const correction = Math.log(others / count);
  return {
    items,
    targets: { ...targets, columns: length, indices: targets.indices.map((item) => place[item]!) },
    corrections: Float32Array.from(items, (item) => (drawn[item] === 1 ? correction : 0)),
  };
}

/** The rows of the decoder that a sample needs, as the weights of a smaller decoder. */
export class SampledDecoder {
  readonly #selection: PreparedRows;

  constructor(
    kernels: Kernels,
    private readonly sample: SampledItems,
    items: number,
  ) {
    const count = sample.items.length;
    this.#selection = kernels.prepare({
      rows: count,
      columns: items,
      offsets: Int32Array.from({ length: count + 1 }, (_, row) => row),
      indices: sample.items,
      values: new Float32Array(count).fill(1),
    });
  }

  /** The weights with the decoder and its bias reduced to the sampled items, corrections included. */
  of(weights: Weights): Weights {
    const bias = this.#selection.product(tf.reshape(weights['decoder.bias']!, [-1, 1]));
    return {
      ...weights,
      decoder: this.#selection.product(weights.decoder!),
      'decoder.bias': tf.add(tf.reshape(bias, [1, -1]), tf.tensor2d(this.sample.corrections, [1, bias.shape[0]])),
    };
  }

  /** Frees the selection of rows. */
  dispose(): void {
    this.#selection.dispose();
  }
}
