/**
 * What fitting each model takes, roughly: finished runs calibrate it. Apart from the table in models.ts, so that a run is estimated without
 * loading TensorFlow.
 */
import type { ModelName } from '../../shared/recipe/models';
import type { Recipe } from '../../shared/recipe/table';

/** Of the data that a model is fitted on. */
export interface DataSize {
  readonly profiles: number;
  readonly items: number;
  readonly interactions: number;
}

export interface Cost {
  /** Multiplications and additions of an epoch, or of the one fit of a model without epochs. */
  readonly work: number;
  /** Bytes that it holds at once, beside the data and the lists. */
  readonly memory: number;
}

/** The most titles that EASE of recipe versions 1 and 2 is fitted over: about seven seconds of work on one core, and 36 MB of weights. */
export const EASE_ITEMS = 3000;

/**
 * The most titles, or profiles where they are fewer, over which EASE is exact (recipe version 3): by our own kernels a minute or two and
 * 1.6 GB, in JavaScript two minutes and 0.4 GB (docs/decisions/0028).
 */
export const MOST_INVERTED = { exact: 20_000, plain: 5_000 } as const;

/** What the weights of EASE of recipe version 3 take in a run, 4 bytes each; twice as much while it scores. */
export const EASE_BYTES = 256_000_000;

/** Copies of the weights: themselves, two moments, gradient, the best so far, a checkpoint being written. */
const WEIGHT_COPIES = 6;
/** Dense blocks of a batch over all titles: scores, their softmax, targets, gradient. */
const BATCH_BLOCKS = 4;

/** Of a model that looks at each event a few times. */
const ofEvents = ({ interactions }: DataSize): Cost => ({ work: 100 * interactions, memory: 0 });

function easeOfVersion2({ items }: DataSize): Cost {
  const kept = Math.min(items, EASE_ITEMS);
  return { work: kept * kept * kept, memory: 3 * kept * kept * 8 };
}

/** The inverse of the smaller side, then the weights between all titles, of which some are kept. */
function easeOf({ profiles, items, interactions }: DataSize, recipe: Recipe): Cost {
  const size = Math.min(profiles, items);
  const inPlainNumbers = recipe['numeric.mode'] === 'everywhere';
  const kept = Math.min(4 * items * items, EASE_BYTES);
  return {
    // As measured, in the units of an epoch (docs/decisions/0028).
    work:
      (inPlainNumbers ? 8 : 0.1) * size * size * size + 275 * items * items + 0.05 * interactions * (profiles + items),
    memory: Math.max((inPlainNumbers ? 16 : 4) * size * size + 2 * kept, 4 * kept),
  };
}

const COSTS: Record<ModelName, (size: DataSize, recipe: Recipe) => Cost> = {
  dae({ profiles, items, interactions }, recipe) {
    const width = recipe['structure.width'];
    const weights = 2 * items * width * 4;
    return {
      // The products with the decoder make up an epoch.
      work: 3 * width * (profiles * items + interactions),
      memory: WEIGHT_COPIES * weights + BATCH_BLOCKS * recipe['optimiser.batch'] * items * 4,
    };
  },
  popularity: ofEvents,
  recent: ofEvents,
  trend: ofEvents,
  'item-knn': ({ interactions }) => ({ work: interactions * Math.sqrt(interactions), memory: 0 }),
  ease: (size, recipe) => (recipe.version < 3 ? easeOfVersion2(size) : easeOf(size, recipe)),
  als: ofEvents,
  filter: ofEvents,
};

export const costOf = (size: DataSize, recipe: Recipe): Cost => COSTS[recipe.model](size, recipe);
