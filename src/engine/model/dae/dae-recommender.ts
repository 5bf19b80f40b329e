/** The trained autoencoder as a recommender: the history goes in whole, the scores it restores rank the items. */
import * as tf from '@tensorflow/tfjs';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/sentences/sentence';
import type { Recipe } from '../../../shared/recipe/table';
import type { SparseRows } from '../../data/tables';
import type { Kernels, PreparedRows } from '../kernels/kernels';
import type { NamedTensor, NamedTensors, Recommender, ScoringRows } from '../recommender';
import { type Companion, mixRows } from './companion';
import { condition, decode, encode, join, type Weights } from './network';
import { normaliseRows } from './noise';
import { PARAMETER_NAMES, TREND } from './structure';

/**
 * Rows are scored in blocks of exactly this many, the last one filled up with empty rows, because a list must not depend on who is scored
 * beside: every row of a block of 64 gets the bits that it gets in another place, but 1 row gives others, and so does a block of 128 or more
 * in portable mode (docs/decisions/0018-speed.md).
 */
const BLOCK = 64;

/** Rows between encoder and decoder, row-major. */
export interface LatentRows {
  /** rows x width of the code. */
  readonly codes: Float32Array;
  /** rows x width of what joins the code. */
  readonly joined: Float32Array;
}

export class DaeRecommender implements Recommender {
  readonly #weights: Weights;
  readonly #items: number;

  constructor(
    private readonly kernels: Kernels,
    private readonly recipe: Recipe,
    private readonly stored: NamedTensors,
    private readonly companion: Companion | null = null,
  ) {
    this.#items = stored['encoder']!.shape[0]!;
    this.#weights = Object.fromEntries(
      PARAMETER_NAMES.filter((name) => stored[name] !== undefined).map((name) => {
        // A companion is mixed in before the trend is added, so that the trend speaks as loud beside it.
        const { shape, values } = name === 'decoder.bias' && companion === null ? withTrend(stored) : stored[name]!;
        return [name, tf.keep(tf.tensor2d(values, [shape[0]!, shape[1]!]))];
      }),
    );
  }

  /** Width of the latent code. */
  get codeWidth(): number {
    return this.stored['encoder']!.shape[1]!;
  }

  /** Width of what joins the code; 0 where the profile does not speak. */
  get joinedWidth(): number {
    return this.stored['decoder']!.shape[1]! - this.codeWidth;
  }

  score(rows: ScoringRows): Float32Array {
    const { rows: wanted } = rows.histories;
    let scores = new Float32Array(0);
    this.#forEachBlock(rows, (inputs, conditions, from, count) => {
      const { code, joined } = this.#encodeBlock(inputs, conditions);
      const block = firstRows(this.#decodeBlock(code, joined), count);
      // Lists are made a block at a time: 64 rows of 20,000 items need not be copied again.
      if (count === wanted) scores = block as Float32Array<ArrayBuffer>;
      else {
        if (from === 0) scores = new Float32Array(wanted * this.#items);
        scores.set(block, from * this.#items);
      }
    });
    return this.#mixed(scores, rows.histories);
  }

  /** The first half of `score`: decode(encode(rows), rows.histories) gives the same bits. */
  encode(rows: ScoringRows): LatentRows {
    const { codeWidth, joinedWidth } = this;
    const codes = new Float32Array(rows.histories.rows * codeWidth);
    const joined = new Float32Array(rows.histories.rows * joinedWidth);
    this.#forEachBlock(rows, (inputs, conditions, from, count) => {
      const block = this.#encodeBlock(inputs, conditions);
      codes.set(firstRows(block.code, count), from * codeWidth);
      if (block.joined !== null) joined.set(firstRows(block.joined, count), from * joinedWidth);
    });
    return { codes, joined };
  }

  /** The second half: scores of all items for given codes, rows x items. The histories are what a companion goes by. */
  decode({ codes, joined }: LatentRows, histories: SparseRows): Float32Array {
    const { codeWidth, joinedWidth } = this;
    const rows = codes.length / codeWidth;
    const scores = new Float32Array(rows * this.#items);
    for (let from = 0; from < rows; from += BLOCK) {
      const count = Math.min(BLOCK, rows - from);
      tf.tidy(() => {
        const code = blockTensor(codes, from, count, codeWidth);
        const beside = joinedWidth === 0 ? null : blockTensor(joined, from, count, joinedWidth);
        scores.set(firstRows(this.#decodeBlock(code, beside), count), from * this.#items);
      });
    }
    return this.#mixed(scores, histories);
  }

  #mixed(scores: Float32Array, histories: SparseRows): Float32Array {
    if (this.companion === null) return scores;
    const lengths = Array.from(
      { length: histories.rows },
      (_, row) => histories.offsets[row + 1]! - histories.offsets[row]!,
    );
    const { recommender, share } = this.companion;
    mixRows(scores, recommender.score({ histories, conditions: new Float32Array(0) }), lengths, share);
    const trend = this.stored[TREND]?.values;
    if (trend !== undefined) for (let at = 0; at < scores.length; at++) scores[at]! += trend[at % trend.length]!;
    return scores;
  }

  #forEachBlock(
    { histories, conditions }: ScoringRows,
    visit: (inputs: PreparedRows, conditions: tf.Tensor2D | null, from: number, count: number) => void,
  ): void {
    const width = histories.rows === 0 ? 0 : conditions.length / histories.rows;
    for (let from = 0; from < histories.rows; from += BLOCK) {
      const count = Math.min(BLOCK, histories.rows - from);
      const normalised = normaliseRows(blockOf(histories, from, count), this.recipe['structure.input']);
      const inputs = this.kernels.prepare(normalised);
      try {
        tf.tidy(() => visit(inputs, width === 0 ? null : blockTensor(conditions, from, count, width), from, count));
      } finally {
        inputs.dispose();
      }
    }
  }

  #encodeBlock(inputs: PreparedRows, conditions: tf.Tensor2D | null) {
    return {
      code: encode(inputs, this.#weights, this.recipe),
      joined: condition(conditions, this.#weights, this.recipe),
    };
  }

  #decodeBlock(code: tf.Tensor2D, joined: tf.Tensor2D | null): tf.Tensor2D {
    return decode(join(code, joined), this.#weights);
  }

  tensors(): NamedTensors {
    return this.stored;
  }

  dispose(): void {
    tf.dispose(Object.values(this.#weights));
    this.companion?.recommender.dispose();
  }
}

/** The bias of the decoder, with the trend part where there is one: both say the same to everyone. */
function withTrend(stored: NamedTensors): NamedTensor {
  const bias = stored['decoder.bias']!;
  const trend = stored[TREND];
  if (trend === undefined) return bias;
  return { ...bias, values: Float32Array.from(bias.values, (value, item) => value + trend.values[item]!) };
}

/** Values of the first rows of a block. */
function firstRows(block: tf.Tensor2D, count: number): Float32Array {
  const part = count === BLOCK ? block : tf.slice(block, [0, 0], [count, block.shape[1]]);
  return part.dataSync() as Float32Array;
}

/** Rows from..from + rows of a row-major matrix, filled up with zeros to a whole block. */
function blockTensor(values: Float32Array, from: number, rows: number, width: number): tf.Tensor2D {
  const block = new Float32Array(BLOCK * width);
  block.set(values.subarray(from * width, (from + rows) * width));
  return tf.tensor2d(block, [BLOCK, width]);
}

/** Rows from..from + rows, filled up with empty rows to a whole block. */
function blockOf(histories: SparseRows, from: number, rows: number): SparseRows {
  const start = histories.offsets[from]!;
  const end = histories.offsets[from + rows]!;
  const offsets = new Int32Array(BLOCK + 1).fill(end - start);
  for (let row = 0; row <= rows; row++) offsets[row] = histories.offsets[from + row]! - start;
  return {
    rows: BLOCK,
    columns: histories.columns,
    offsets,
    indices: histories.indices.subarray(start, end),
    values: histories.values.subarray(start, end),
  };
}

/** @throws ShelfwiseError `bad-data` where the tensors are not those of an autoencoder */
export function restoreDae(
  kernels: Kernels,
  recipe: Recipe,
  tensors: NamedTensors,
  companion: Companion | null = null,
): DaeRecommender {
  for (const name of ['encoder', 'encoder.bias', 'decoder', 'decoder.bias'])
    if (tensors[name] === undefined) throw new ShelfwiseError('bad-data', say('model.no-tensor', { name }));
  return new DaeRecommender(kernels, recipe, tensors, companion);
}
