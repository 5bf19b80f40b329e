/** Yields the batches of a training, whatever computes with them. Randomness comes from streams named by the epoch. */
import type { Conditions } from '../../data/conditions';
import { rowsWithEntries, selectRows } from '../../data/histories';
import type { Histories, SparseRows } from '../../data/tables';
import type { Recipe } from '../../../shared/recipe/table';
import type { RandomStreams } from '../random';
import { itemWeights, rowWeights, weighRows, weighVisible } from './loss';
import { corrupt, normaliseRows } from './noise';
import { sampleItems, type SampledItems } from './sampling';

export interface BatchesInput {
  readonly recipe: Recipe;
  readonly random: RandomStreams;
  /** Names the streams, so that each stage of a run has its own randomness. */
  readonly stage: string;
  /** profiles x items; profiles with an empty history are not trained on. */
  readonly histories: Histories;
  readonly conditions: Conditions;
}

export interface Batch {
  /** rows x items, what the noise left of them. */
  readonly inputs: SparseRows;
  /** rows x items, weighted. */
  readonly targets: SparseRows;
  /** Encoded profiles, rows x width; a hidden one is replaced by the profile of which nothing is known. */
  readonly conditions: Float32Array;
  /** Items in the loss; null if it covers all items. */
  readonly sample: SampledItems | null;
  /** Finished fraction of the epoch after this batch, 0 to 1. */
  readonly share: number;
}

/** The batches of one training, one epoch at a time. */
export class Batches {
  readonly #trained: Int32Array;
  readonly #itemWeights: Float32Array;

  constructor(private readonly input: BatchesInput) {
    const { recipe, histories } = input;
    this.#trained = rowsWithEntries(histories);
    this.#itemWeights = itemWeights(histories, recipe['loss.popularity']);
  }

  /** Number of profiles that are trained on. */
  get rows(): number {
    return this.#trained.length;
  }

  /** Batches in one epoch. */
  get count(): number {
    return Math.ceil(this.#trained.length / this.input.recipe['optimiser.batch']);
  }

  /** The most titles that the rows of a batch have together. */
  get mostValues(): number {
    const { offsets } = this.input.histories;
    const lengths = this.#trained.map((row) => offsets[row + 1]! - offsets[row]!).sort();
    return lengths.slice(-this.input.recipe['optimiser.batch']).reduce((sum, length) => sum + length, 0);
  }

  /**
   * The profiles in an order drawn for this epoch, with each batch made on demand.
   * @param epoch from 1
   */
  *ofEpoch(epoch: number): Generator<Batch, void> {
    const { recipe, random, stage } = this.input;
    const order = random.stream(`order/${stage}/${epoch}`).shuffle(this.#trained.slice());
    const noise = random.stream(`noise/${stage}/${epoch}`);
    const draw = random.stream(`sample/${stage}/${epoch}`);
    const size = recipe['optimiser.batch'];
    for (let from = 0; from < order.length; from += size) {
      const rows = order.subarray(from, Math.min(from + size, order.length));
      // Computed for each batch: for all rows at once it would take twice the memory of the histories.
      const watched = selectRows(this.input.histories, rows);
      const clean = weighRows(watched, this.#itemWeights, rowWeights(watched, recipe['loss.history']));
      const { inputs, profileHidden } = corrupt(normaliseRows(watched, recipe['structure.input']), recipe, noise);
      const targets = weighVisible(clean, inputs, recipe['loss.visible']);
      const sampled = recipe['loss.sample'] > 0 && recipe['loss.kind'] === 'multinomial';
      yield {
        inputs,
        targets,
        conditions: this.#conditionsOf(rows, profileHidden),
        sample: sampled ? sampleItems(targets, recipe['loss.sample'], draw) : null,
        share: (from + rows.length) / order.length,
      };
    }
  }

  #conditionsOf(rows: Int32Array, hidden: Uint8Array): Float32Array {
    const { width, values } = this.input.conditions;
    const unknown = values.length / Math.max(1, width) - 1;
    const selected = new Float32Array(rows.length * width);
    rows.forEach((row, at) => {
      const source = hidden[at] === 1 ? unknown : row;
      selected.set(values.subarray(source * width, (source + 1) * width), at * width);
    });
    return selected;
  }
}
