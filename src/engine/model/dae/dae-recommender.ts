/** The trained autoencoder as a recommender: the whole history goes in, and the reconstructed scores rank the items. */
import * as tf from '@tensorflow/tfjs';
import type { Recipe } from '../../../shared/recipe/table';
import { selectRows } from '../../data/histories';
import type { SparseRows } from '../../data/tables';
import type { BestItems, ScoringRows } from '../ranking/scorer';
import { type CodedRows, ShortlistedFinder } from '../ranking/shortlisted';
import type { Shortlister } from '../ranking/shortlists';
import { type Kernels, type PreparedRows, readOnce, type RowsToMix, valuesOf } from '../kernels/kernels';
import type { NamedTensor, NamedTensors, Recommender } from '../recommender';
import { type Companion, HALF_TRUSTED } from './companion';
import { mixedScores } from './mixed-scores';
import { condition, encode, join, type Weights } from './network';
import { normaliseRows } from './noise';
import { HALF_LEFT, type Peers, peersIn } from './peers';
import { columnsOf, rowsOf, setColumns, withoutEntries } from './row-blocks';
import { PARAMETER_NAMES, TREND } from './structure';

/** Rows between encoder and decoder, row-major. */
export interface LatentRows {
  /** rows x width of the code. */
  readonly codes: Float32Array;
  /** rows x width of what joins the code, followed by the encoded profile if peers are mixed in. */
  readonly joined: Float32Array;
}

/** Whether the network's scores count, or only those of its companions where a row has a history. */
type ScoredBy = 'all' | 'companions';

/** Rows encoded at a time: the first layer of more would only take memory. */
const ENCODED_ROWS = 512;

/** Rows mixed at a time: their scores and those of two companions are in memory at once. */
const MIXED_ROWS = 64;

/**
 * The conditioned denoising autoencoder with its companions, peers and trend; scores rows x items. `encode` and `decode` are its halves, between
 * which steering changes a row.
 */
export class DaeRecommender implements Recommender {
  readonly #weights: Weights;
  readonly #items: number;
  readonly #peers: Peers | null;

  constructor(
    private readonly kernels: Kernels,
    readonly recipe: Recipe,
    private readonly stored: NamedTensors,
    readonly companions: readonly Companion[] = [],
  ) {
    this.#items = stored['encoder']!.shape[0]!;
    this.#peers = peersIn(stored);
    this.#weights = Object.fromEntries(
      PARAMETER_NAMES.filter((name) => stored[name] !== undefined).map((name) => {
        // The trend is added last if anything is mixed in, so that it keeps its weight.
        const { shape, values } = name === 'decoder.bias' && !this.#mixes ? withTrend(stored) : stored[name]!;
        return [name, tf.keep(tf.tensor2d(values, [shape[0]!, shape[1]!]))];
      }),
    );
  }

  /** Width of the latent code. */
  get codeWidth(): number {
    return this.stored['encoder']!.shape[1]!;
  }

  /** Width of what joins the code, with the encoded profile if peers are mixed in; 0 if the model ignores the profile. */
  get joinedWidth(): number {
    return this.#besideWidth + (this.#peers?.width ?? 0);
  }

  /** Width of what enters the decoder besides the code. */
  get #besideWidth(): number {
    return this.stored['decoder']!.shape[1]! - this.codeWidth;
  }

  /** Popularity among peers; null if it is not mixed in. */
  get peers(): Peers | null {
    return this.#peers;
  }

  /** Whether anything is mixed into the scores of the network. */
  get #mixes(): boolean {
    return this.companions.length > 0 || this.#peers !== null;
  }

  score(rows: ScoringRows): Float32Array {
    return this.decode(this.encode(rows), rows.histories);
  }

  best(rows: ScoringRows, count: number, excludeWatched: boolean): BestItems | null {
    return this.findsBest ? this.bestFor(this.encode(rows), rows.histories, count, excludeWatched) : null;
  }

  /** The first half of `score`: encodes rows and their conditions. */
  encode(rows: ScoringRows): LatentRows {
    const { codeWidth, joinedWidth } = this;
    const besideWidth = this.#besideWidth;
    const codes = new Float32Array(rows.histories.rows * codeWidth);
    const joined = new Float32Array(rows.histories.rows * joinedWidth);
    if (this.#peers !== null) setColumns(joined, joinedWidth, besideWidth, rows.conditions, this.#peers.width);
    this.#forEachBlock(rows, (inputs, conditions, from) => {
      codes.set(valuesOf(encode(inputs, this.#weights, this.recipe)), from * codeWidth);
      const beside = condition(this.kernels, conditions, this.#weights, this.recipe);
      if (beside !== null)
        setColumns(joined.subarray(from * joinedWidth), joinedWidth, 0, valuesOf(beside), besideWidth);
    });
    return { codes, joined };
  }

  /** The second half of `score`: scores of all items for given codes, rows x items. Companions use the histories. */
  decode(latent: LatentRows, histories: SparseRows, by: ScoredBy = 'all'): Float32Array {
    const scores = this.networkScores(latent);
    return this.#mixes ? mixedScores(this.kernels, this.#toMix(scores, latent, histories, by), histories) : scores;
  }

  /** The scores of the decoder alone, rows x items, in a new array; with the trend if nothing is mixed in. */
  networkScores(latent: LatentRows): Float32Array {
    const rows = latent.codes.length / this.codeWidth;
    const { decoder, 'decoder.bias': bias } = this.#weights;
    return readOnce(tf.tidy(() => this.kernels.scores(this.#whole(latent, rows), decoder!, bias!)));
  }

  /** `decode` for only the best items of each row; null if the scores have to be searched. */
  bestFor(
    latent: LatentRows,
    histories: SparseRows,
    count: number,
    excludeWatched: boolean,
    by: ScoredBy = 'all',
  ): BestItems | null {
    if (!this.findsBest) return null;
    const { rows } = histories;
    if (this.#mixes) return this.#bestMixed(latent, histories, count, excludeWatched, by);
    return this.#bestOf(
      tf.tidy(() => this.#whole(latent, rows)),
      histories,
      count,
      excludeWatched,
    );
  }

  /** @param whole is disposed of */
  #bestOf(whole: tf.Tensor2D, histories: SparseRows, count: number, excludeWatched: boolean): BestItems {
    const watched = excludeWatched ? histories : withoutEntries(histories.rows);
    const { decoder, 'decoder.bias': bias } = this.#weights;
    try {
      return this.kernels.best!(whole, decoder!, bias!, watched, count);
    } finally {
      whole.dispose();
    }
  }

  /**
   * A finder through short lists; null if anything is mixed in, since mixing needs the mean and deviation of all scores of a row in the processor's
   * own bits, which no short list has.
   * @param latentOf computes what enters the decoder for some rows
   */
  async finderThrough(
    shortlister: Shortlister,
    latentOf = (rows: ScoringRows): LatentRows => this.encode(rows),
  ): Promise<ShortlistedFinder | null> {
    const { scoresOfItems } = this.kernels;
    if (this.#mixes || !this.findsBest || scoresOfItems === undefined) return null;
    const { decoder, 'decoder.bias': bias } = this.#weights;
    const { shape, values } = this.stored['decoder']!;
    const layer = {
      items: this.#items,
      width: shape[1]!,
      decoder: values as Float32Array,
      bias: bias!.dataSync() as Float32Array,
    };
    const shortlists = await shortlister.shortlists(layer);
    if (shortlists === null) return null;
    return new ShortlistedFinder(layer, shortlists, (of): CodedRows => {
      const latent = latentOf(of);
      const whole = tf.tidy(() => this.#whole(latent, of.histories.rows));
      return {
        code: whole.dataSync() as Float32Array,
        scoresOfItems: (items) => scoresOfItems(whole, decoder!, bias!, items),
        best: (rows, count, excludeWatched) =>
          this.#bestOf(tf.gather(whole, Array.from(rows), 0), selectRows(of.histories, rows), count, excludeWatched),
        dispose: () => whole.dispose(),
      };
    });
  }

  /** Whether the best items are found without returning all scores. */
  get findsBest(): boolean {
    return (this.#mixes ? this.kernels.bestMixed : this.kernels.best) !== undefined;
  }

  /** What enters the decoder, rows x width. */
  #whole({ codes, joined }: LatentRows, rows: number): tf.Tensor2D {
    const { codeWidth, joinedWidth } = this;
    const width = this.#besideWidth;
    const beside = width === 0 ? null : tf.tensor2d(columnsOf(joined, joinedWidth, 0, width), [rows, width]);
    return join(tf.tensor2d(codes, [rows, codeWidth]), beside);
  }

  /** @param scores of the network; may be changed in place */
  #toMix(scores: Float32Array, { joined }: LatentRows, histories: SparseRows, by: ScoredBy): RowsToMix {
    const peers = this.#peers;
    return {
      own: scores,
      peers: peers && {
        ...peers,
        conditions: columnsOf(joined, this.joinedWidth, this.#besideWidth, peers.width),
        halfLeft: HALF_LEFT,
      },
      others: this.companions.map(({ recommender, share }) => ({
        scores: recommender.score({ histories, conditions: new Float32Array(0) }),
        share,
      })),
      halfTrusted: HALF_TRUSTED,
      trend: (this.stored[TREND]?.values ?? null) as Float32Array | null,
      isWithoutNetwork: by === 'companions',
    };
  }

  #bestMixed(
    { codes, joined }: LatentRows,
    histories: SparseRows,
    count: number,
    excludeWatched: boolean,
    by: ScoredBy,
  ): BestItems {
    const { rows } = histories;
    const found: BestItems = {
      items: new Int32Array(rows * count),
      scores: new Float32Array(rows * count),
      broken: new Int32Array(rows),
    };
    for (let from = 0; from < rows; from += MIXED_ROWS) {
      const to = Math.min(from + MIXED_ROWS, rows);
      const part = rowsOf(histories, from, to - from);
      const latent = {
        codes: codes.subarray(from * this.codeWidth, to * this.codeWidth),
        joined: joined.subarray(from * this.joinedWidth, to * this.joinedWidth),
      };
      const mixing = this.#toMix(this.networkScores(latent), latent, part, by);
      const best = this.kernels.bestMixed!(mixing, part, excludeWatched ? part : withoutEntries(part.rows), count);
      found.items.set(best.items, from * count);
      found.scores.set(best.scores, from * count);
      found.broken.set(best.broken, from);
    }
    return found;
  }

  #forEachBlock(
    { histories, conditions }: ScoringRows,
    visit: (inputs: PreparedRows, conditions: tf.Tensor2D | null, from: number) => void,
  ): void {
    const width = histories.rows === 0 ? 0 : conditions.length / histories.rows;
    for (let from = 0; from < histories.rows; from += ENCODED_ROWS) {
      const count = Math.min(ENCODED_ROWS, histories.rows - from);
      const normalised = normaliseRows(rowsOf(histories, from, count), this.recipe['structure.input']);
      const inputs = this.kernels.prepare(normalised);
      try {
        const own = conditions.subarray(from * width, (from + count) * width);
        tf.tidy(() => visit(inputs, width === 0 ? null : tf.tensor2d(own, [count, width]), from));
      } finally {
        inputs.dispose();
      }
    }
  }

  tensors(): NamedTensors {
    return this.stored;
  }

  dispose(): void {
    tf.dispose(Object.values(this.#weights));
    for (const { recommender } of this.companions) recommender.dispose();
  }
}

/** The bias of the decoder plus the trend, if any: both are the same for every profile. */
function withTrend(stored: NamedTensors): NamedTensor {
  const bias = stored['decoder.bias']!;
  const trend = stored[TREND];
  if (trend === undefined) return bias;
  return { ...bias, values: Float32Array.from(bias.values, (value, item) => value + trend.values[item]!) };
}

/**
 * Restores a trained autoencoder from its tensors.
 * @param tensors as declared (structure.ts)
 */
export function restoreDae(
  kernels: Kernels,
  recipe: Recipe,
  tensors: NamedTensors,
  companions: readonly Companion[] = [],
): DaeRecommender {
  return new DaeRecommender(kernels, recipe, tensors, companions);
}
