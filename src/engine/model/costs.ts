/**
 * The cost of each model: counts of its work from the shape of the data, times the measured time of a unit of each kind of work on one core
 * (bench/stages). Apart from the models, so that a run is estimated without loading TensorFlow.js.
 */
import { MODEL_ROWS, type ModelName } from '../../shared/recipe/models';
import type { Recipe } from '../../shared/recipe/table';
import { ofAllThreads, ofOneThread, plus, type CoreSeconds } from './core-seconds';

/** Shape of the data that a model is fitted on. */
export interface DataSize {
  readonly profiles: number;
  readonly items: number;
  readonly interactions: number;
}

interface Cost {
  /** One epoch of one member, or the one fit of a model without epochs. */
  readonly fit: CoreSeconds;
  /** Scoring all titles for a profile. */
  readonly score: CoreSeconds;
  /** Bytes that it holds at once, besides the data and the lists. */
  readonly memory: number;
  /** Bytes of its tensors once it is fitted. */
  readonly kept: number;
  /** Whether data of this size is refused. */
  readonly isTooLarge?: boolean;
}

/**
 * The most titles, or profiles if they are fewer, over which EASE is exact: one or two minutes and 1.6 GB with our own kernels,
 * two minutes and 0.4 GB in JavaScript (bench/linear).
 */
export const MOST_INVERTED = { exact: 20_000, plain: 5_000 } as const;

/** Factors of ALS that the kernels compute at once. */
const FACTOR_STEP = 16;
/** Factors of ALS if the recipe does not say: a share of the catalogue, in whole steps (bench/linear). */
export const factorsFor = (titles: number): number =>
  Math.min(512, Math.max(64, Math.round((titles * 0.08) / FACTOR_STEP) * FACTOR_STEP));

/** Bytes of the weights of EASE in a run, 4 per weight; twice as much while it scores. */
export const EASE_BYTES = 256_000_000;

/** Copies of the weights that are held at once: themselves, two moments, and the gradient or those of an epoch. */
const WEIGHT_COPIES = 4;
/** Dense blocks of a batch over all titles that are held at once: of scores, softmax, targets and gradient. */
const BATCH_BLOCKS = 2;

/** Nanoseconds of a core, measured, here and below. Per multiplication and addition in a product of dense matrices. */
const PRODUCT = { kernels: 0.035, bfloat16: 0.018, plain: 1 } as const;
/** Per addition at an index from the data. */
const SPARSE = 1;
/** The same if the indices are too many for the caches. */
const FAR = 2;
/** Per kept weight from title to title: moved to its title, raised to a power. */
const KEPT = 150;
/** Per title in a row of scores: read back, and compared with the best. */
const LOOK = 3;
/** Per weight that a step updates. */
const UPDATE = 1;
/** Per step, for its calls, and per title on its way through the noise into a batch. */
const STEP = 2.5e6;
const NOISE = 80;
/** Per counted event. */
const EVENT = 100;

type CostOf = (size: DataSize, recipe: Recipe) => Cost;

/** For a model that visits each event a few times, and scores all profiles alike. */
const ofEvents: CostOf = ({ items, interactions }) => ({
  fit: ofOneThread(EVENT * interactions),
  score: ofOneThread(LOOK * items),
  memory: 0,
  kept: 4 * items,
});

/** With many titles, most of an epoch is the products of the decoder with all titles, forward and backward. */
const ofAutoencoder: CostOf = ({ profiles, items, interactions }, recipe) => {
  const width = recipe['structure.width'];
  const batch = recipe['optimiser.batch'];
  const steps = Math.ceil(profiles / batch);
  const weights = 2 * items * width;
  const product = PRODUCT.kernels;
  const trained = recipe['numeric.products'] === 'bfloat16' ? PRODUCT.bfloat16 : product;
  return {
    fit: plus(
      ofAllThreads(3 * trained * width * profiles * items + product * width * interactions + UPDATE * weights * steps),
      ofOneThread(STEP * steps + NOISE * interactions),
    ),
    score: ofAllThreads((product * width + LOOK) * items),
    memory: 4 * WEIGHT_COPIES * weights + 4 * BATCH_BLOCKS * batch * items,
    kept: 4 * weights,
  };
};

/** Computes similarities of all pairs of titles that share a profile, and keeps some of them. */
const ofItemKnn: CostOf = ({ profiles, items, interactions }, recipe) => {
  // Histories of unequal length have more pairs than those of the mean length.
  const pairs = (3 * interactions * interactions) / profiles;
  const neighbours = recipe['itemKnn.neighbours'] || Math.min(1000, 0.03 * items);
  // Titles with fewer pairs than neighbours keep all of theirs.
  const most = items * neighbours;
  const kept = (most * pairs) / (most + pairs);
  return {
    fit: plus(ofAllThreads(SPARSE * (pairs + items * items)), ofOneThread(KEPT * kept)),
    score: plus(ofAllThreads((SPARSE * kept * interactions) / profiles / items), ofOneThread(4 * LOOK * items)),
    memory: 28 * kept,
    kept: 8 * kept,
  };
};

/** @see https://dl.acm.org/doi/10.1145/2043932.2043987 for the steps of conjugate gradients, each of which takes a product with all factors */
const ofAls: CostOf = ({ profiles, items, interactions }, recipe) => {
  const factors = recipe['als.factors'] || factorsFor(items);
  // The matrix of a row is smaller than that of a batch.
  const product = 1.2 * PRODUCT.kernels;
  const [fitting, scoring] = [3, 20];
  const aStep = factors * factors;
  return {
    // The residual of a row's current factors and the Gram matrix of the other side each cost as much as another step.
    fit: ofAllThreads(
      product *
        recipe['als.passes'] *
        ((fitting + 2) * (profiles + items) * aStep + 4 * (fitting + 1) * interactions * factors),
    ),
    score: plus(
      ofAllThreads(product * ((scoring + 1) * aStep + 2 * (scoring + 1) * factors * (interactions / profiles))),
      ofAllThreads((product * factors + LOOK) * items),
    ),
    memory: 18 * (profiles + items) * factors,
    kept: 4 * items * factors,
  };
};

/** The most singular vectors of a filter whose form weighs each (baselines/filter-shape.ts), which the kernels find. */
export const CHEBYSHEV_VECTORS = 512;

/** Fits nothing; a row reaches the profiles that share a title with it, which with popular titles are nearly all, and then their titles. */
const ofFilter: CostOf = ({ profiles, items, interactions }, recipe) => {
  const isPlain = recipe['filter.form'] === 'plain';
  const few = recipe['filter.lowPass'] === 0 ? 0 : recipe['filter.vectors'];
  const width = Math.min(isPlain ? few : CHEBYSHEV_VECTORS, items);
  // The vectors take some fifteen passes over histories and vectors in JavaScript, or six with the products of the kernels.
  const vectors = isPlain
    ? ofOneThread(15 * PRODUCT.plain * width * (2 * interactions + 1.5 * width * items))
    : plus(
        ofAllThreads(6 * PRODUCT.kernels * width * (4 * interactions + 2 * width * items)),
        ofOneThread(10 * width * width * width),
      );
  return {
    fit: plus(ofOneThread(3 * EVENT * interactions), vectors),
    score: plus(
      ofAllThreads(0.4 * SPARSE * interactions + PRODUCT.kernels * width * items),
      ofOneThread((LOOK + (width === 0 ? 0 : LOOK)) * items + (width * interactions) / Math.max(1, profiles)),
    ),
    memory: 24 * interactions + 24 * width * items,
    kept: 8 * interactions + 4 * width * items,
  };
};

/** Inverts the smaller side, then computes the weights between all titles, and keeps some of them (bench/linear). */
const ofEase: CostOf = ({ profiles, items, interactions }) => {
  const size = Math.min(profiles, items);
  const kept = Math.min(items * items, EASE_BYTES / 4);
  return {
    fit: plus(
      ofAllThreads(0.016 * size * size * size + 20 * items * items + 0.008 * interactions * (profiles + items)),
      ofOneThread(40 * kept),
    ),
    score: plus(ofAllThreads((FAR * kept * interactions) / profiles / items), ofOneThread(LOOK * items)),
    memory: Math.max(4 * size * size + 8 * kept, 16 * kept),
    kept: 4 * kept,
    isTooLarge: size > MOST_INVERTED.exact,
  };
};

const COSTS: Record<(typeof MODEL_ROWS)[ModelName]['cost'], CostOf> = {
  autoencoder: ofAutoencoder,
  events: ofEvents,
  pairs: ofItemKnn,
  inverse: ofEase,
  factors: ofAls,
  filter: ofFilter,
};

/**
 * The cost of a model on data of this size, on one core.
 * @param model the recipe's own, or one beside it
 */
export const costOf = (size: DataSize, recipe: Recipe, model: ModelName = recipe.model): Cost =>
  COSTS[MODEL_ROWS[model].cost](size, recipe);
