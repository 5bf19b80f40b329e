/** Autoencoders with random weights and rows to list for, for tests of lists that a device finds. */
import { completeRecipe } from '../../../shared/recipe/schema';
import type { Recipe } from '../../../shared/recipe/table';
import type { Histories } from '../../data/tables';
import { type ListOptions, type ListRows, makeLists, makeListsThrough } from '../ranking/lists';
import type { Shortlister } from '../ranking/shortlists';
import { type DaeRecommender, restoreDae } from '../dae/dae-recommender';
import { exactKernels } from '../kernels/exact/exact';
import { RandomStream } from '../random';
import type { NamedTensors } from '../recommender';
import { expectSameBits } from './same-bits';

export const HIDDEN = 12;

const random = new RandomStream(1, 'made-up-lists');
const uniform = (size: number): Float32Array => Float32Array.from({ length: size }, () => random.uniform() - 0.5);

/** Decoders by the case that they test. */
export const DECODERS: Record<string, (items: number) => Float32Array> = {
  'numbers of one size': (items) => uniform(items * HIDDEN),
  // 40 titles of each kind, so that ties reach past any place.
  'many titles alike': (items) => {
    const kinds = uniform(items * HIDDEN);
    return kinds.map((_, at) => kinds[(Math.floor(at / HIDDEN) % Math.ceil(items / 40)) * HIDDEN + (at % HIDDEN)]!);
  },
  'titles that differ by about what single precision loses': (items) => {
    const one = uniform(HIDDEN);
    return Float32Array.from({ length: items * HIDDEN }, (_, at) => one[at % HIDDEN]! + 3e-7 * random.uniform());
  },
  'all titles alike': (items) => {
    const one = uniform(HIDDEN);
    return Float32Array.from({ length: items * HIDDEN }, (_, at) => one[at % HIDDEN]!);
  },
  'numbers that are almost too large': (items) => uniform(items * HIDDEN).map((value) => value * 1e32),
  'numbers that are almost too small': (items) => uniform(items * HIDDEN).map((value) => value * 1e-38),
};

export function madeUpModel(
  items: number,
  decoder: Float32Array,
  { bias = uniform(items), ...knobs }: { bias?: Float32Array } & Partial<Recipe> = {},
): DaeRecommender {
  const recipe = completeRecipe({ 'structure.width': HIDDEN, 'structure.condition': 'none', ...knobs });
  const tensors: NamedTensors = {
    encoder: { shape: [items, HIDDEN], values: uniform(items * HIDDEN) },
    'encoder.bias': { shape: [1, HIDDEN], values: uniform(HIDDEN) },
    decoder: { shape: [items, HIDDEN], values: decoder },
    'decoder.bias': { shape: [1, items], values: bias },
  };
  return restoreDae(exactKernels, recipe, tensors);
}

/** Profiles that watched nothing, a little, and nearly everything. */
export function madeUpRows(rows: number, items: number): ListRows {
  const all = Int32Array.from({ length: items }, (_, item) => item);
  const lists = Array.from({ length: rows }, (_, row) => {
    const watched = row % 7 === 6 ? items - 5 : (row % 5) * 9;
    return random.shuffle(all.slice()).subarray(0, watched).sort();
  });
  const offsets = new Int32Array(rows + 1);
  lists.forEach((list, row) => (offsets[row + 1] = offsets[row]! + list.length));
  const indices = Int32Array.from(lists.flatMap((list) => Array.from(list)));
  const histories: Histories = {
    rows,
    columns: items,
    offsets,
    indices,
    values: new Float32Array(indices.length).fill(1),
  };
  return { histories, conditions: new Float32Array(0), conditionWidth: 0 };
}

/** Compares the lists of the processor alone with those through short lists: the same bytes. @returns rows that the processor scored after all */
export async function expectSameLists(
  recommender: DaeRecommender,
  rows: ListRows,
  options: ListOptions,
  shortlister: Shortlister,
): Promise<number> {
  const finder = (await recommender.finderThrough(shortlister))!;
  try {
    const through = await makeListsThrough(finder, recommender, rows, options);
    const alone = makeLists(recommender, rows, options);
    expectSameBits([through.items, through.scores], [alone.items, alone.scores], 'through short lists');
    return finder.rowsScored;
  } finally {
    finder.dispose();
  }
}
