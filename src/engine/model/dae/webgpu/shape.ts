/** The shape of a training on a GPU: sides of its matrices, and how the titles are cut into slices. From sizes and limits alone. */
import { ShelfwiseError } from '../../../../shared/errors';
import { say } from '../../../../shared/words/sentence';
import type { Recipe } from '../../../../shared/recipe/table';
import { conditionWidth, type Sizes } from '../structure';

/** Titles that one group adds up for the sum under a softmax. */
export const SOFTMAX_TITLES = 2048;
/** The gradient of the code is a sum over all titles, made in so many parts at the most. */
const MOST_PARTS = 128;
const PART_TITLES = 1024;
/** Groups in one direction are 65,535 at the most, and a group updates the encoder of four titles. */
const MOST_TITLES_OF_SLICE = 131_072;
/**
 * Multiply-adds of one pass at the most: a driver resets a card that does not answer for two seconds, and the screen stands still
 * meanwhile. The slowest that are worth using make 20 thousand million operations a second: 200 ms.
 */
export const MOST_PRODUCTS = 2e9;
/** Of a number. */
export const BYTES = 4;

export interface Slice {
  readonly first: number;
  readonly count: number;
}

export interface GpuShape {
  readonly items: number;
  /** Rows of a batch; the last one of an epoch is filled up with empty rows. */
  readonly rows: number;
  /** Of the code, of what joins it, of both, and of the encoded profile. */
  readonly hidden: number;
  readonly joined: number;
  readonly width: number;
  readonly conditions: number;
  readonly activation: Recipe['structure.activation'];
  /** Whether a network lies between the profile and what joins the code. */
  readonly hasNetwork: boolean;
  /** Columns of the code that have a gradient: hidden and, with a network, joined. */
  readonly trained: number;
  /** Titles in a part of the sum that is the gradient of the code, and how many parts there are. */
  readonly partTitles: number;
  readonly parts: number;
  /** Parts of the sum under a softmax. */
  readonly softmaxParts: number;
  readonly slices: readonly Slice[];
}

/**
 * @param bindingBytes what a pass may reach in one array
 * @throws ShelfwiseError `too-large` where even the smallest slice is more than that
 */
export function gpuShape(recipe: Recipe, sizes: Sizes, bindingBytes: number): GpuShape {
  const rows = recipe['optimiser.batch'];
  const hidden = recipe['structure.width'];
  const joined = conditionWidth(recipe, sizes);
  const hasNetwork = joined > 0 && recipe['structure.condition'] === 'network';
  const width = hidden + joined;
  const trained = hidden + (hasNetwork ? joined : 0);
  const fewest = Math.ceil(sizes.items / MOST_PARTS);
  const partTitles = fewest <= PART_TITLES ? PART_TITLES : SOFTMAX_TITLES * Math.ceil(fewest / SOFTMAX_TITLES);
  const parts = Math.ceil(sizes.items / partTitles);
  // Cuts lie where both sums are cut anyway, so that a sum has one order however many slices there are.
  const unit = Math.max(SOFTMAX_TITLES, partTitles);
  const widest = Math.max(rows, width);
  const most = Math.min(bindingBytes / BYTES / widest, MOST_PRODUCTS / (rows * width), MOST_TITLES_OF_SLICE);
  const titles = Math.max(unit, Math.floor(most / unit) * unit);
  const largest = BYTES * Math.max(Math.min(titles, sizes.items) * widest, parts * rows * trained);
  if (largest > bindingBytes)
    throw new ShelfwiseError('too-large', say('gpu.binding', { needed: largest, most: bindingBytes }));
  return {
    items: sizes.items,
    rows,
    hidden,
    joined,
    width,
    conditions: joined > 0 ? sizes.conditions : 0,
    activation: recipe['structure.activation'],
    hasNetwork,
    trained,
    partTitles,
    parts,
    softmaxParts: Math.ceil(sizes.items / SOFTMAX_TITLES),
    slices: Array.from({ length: Math.ceil(sizes.items / titles) }, (_, slice) => ({
      first: slice * titles,
      count: Math.min(titles, sizes.items - slice * titles),
    })),
  };
}
