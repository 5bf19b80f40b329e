/** The shape of a training on a GPU: sides of its matrices, and how the titles are cut into slices. Depends only on sizes and limits. */
import { ShelfwiseError } from '../../../../shared/errors';
import { say } from '../../../../shared/words/sentence';
import type { Recipe } from '../../../../shared/recipe/table';
import { conditionWidth, type Sizes } from '../structure';

/** Titles that one workgroup adds up for the sum under a softmax. */
export const SOFTMAX_TITLES = 2048;
/** Most parts of the sum over all titles that is the gradient of the code. */
const MOST_PARTS = 128;
const PART_TITLES = 1024;
/** Workgroups in one dimension are limited to 65,535, and a group updates the encoder of four titles; 131,072 stays below that. */
const MOST_TITLES_OF_SLICE = 131_072;
/**
 * Most multiply-adds of one pass: a driver resets a card that does not answer for two seconds, and the screen freezes meanwhile. The slowest cards
 * worth using make 20 thousand million operations a second: 200 ms.
 */
export const MOST_PRODUCTS = 2e9;
/** Bytes of a number. */
export const BYTES = 4;

export interface Slice {
  readonly first: number;
  readonly count: number;
}

export interface GpuShape {
  readonly items: number;
  /** Rows of a batch; the last one of an epoch is padded with empty rows. */
  readonly rows: number;
  /** Widths of the code, of what joins it, of both, and of the encoded profile. */
  readonly hidden: number;
  readonly joined: number;
  readonly width: number;
  readonly conditions: number;
  readonly activation: Recipe['structure.activation'];
  /** Whether a network lies between the profile and what joins the code. */
  readonly hasNetwork: boolean;
  /** Columns of the code that have a gradient: hidden and, with a network, joined. */
  readonly trained: number;
  /** Titles in a part of the sum that is the gradient of the code, and the number of parts. */
  readonly partTitles: number;
  readonly parts: number;
  /** Parts of the sum under a softmax. */
  readonly softmaxParts: number;
  readonly slices: readonly Slice[];
}

/**
 * @param bindingBytes limit of a pass's access to one array
 * @throws ShelfwiseError `too-large` if even the smallest slice exceeds it
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
  // Slices end where both sums are cut anyway, so that a sum has one order however many slices there are.
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
