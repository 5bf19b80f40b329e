/** Ridge regressions of each title on the others by our own kernels (addon/inverse.cc, addon/regression.cc), in steps of up to a second. */
import * as tf from '@tensorflow/tfjs';
import type { SparseRows } from '../../../data/tables';
import type { Pause } from '../../pause';
import type { RegressionSettings } from '../linear/linear-kernels';
import { greatestLinks, type LinkedTitles } from '../linear/links';
import { leastRidge, smallerSide } from '../linear/ridge';
import { execute, executeMany } from '../operations';
import { sparse } from './sparse-tensors';

/** Columns that one step sweeps (kSweepColumns of tasks.h), and titles whose links one step finds. */
const COLUMNS = 384;
const TITLES = 512;
const MANY_TITLES = 2048;
/** Precision of a number in single precision, of which four units may be lost. */
const PRECISION = 1 / 0x400000;
/** Fraction of the ridge: no exact pivot of X'X + ridge I is below the ridge, so one far below it is a rounding error. */
const LEAST_PIVOT = 0.5;

/** `LinearKernels.titleRegression` in single precision (Steck 2019, section 3.1). */
export async function titleRegression(
  histories: SparseRows,
  { ridge, most }: RegressionSettings,
  pause: Pause,
): Promise<LinkedTitles | null> {
  const { of, rows } = smallerSide(histories);
  if (ridge < leastRidge(rows, PRECISION)) return null;
  const matrix = withTensors([...sparse(rows), integer(rows.columns), tf.tensor1d([ridge])], (inputs) =>
    execute('ShelfwiseRidgeMatrix', inputs),
  );
  const known = of === 'titles' ? [matrix] : [...sparse(histories), integer(histories.columns), matrix];
  try {
    if (!(await invert(matrix, ridge * LEAST_PIVOT, (share) => pause(share * 0.8)))) return null;
    const operation = of === 'titles' ? 'ShelfwiseLinksOfTitles' : 'ShelfwiseLinksOfProfiles';
    const found = {
      titles: histories.columns,
      // In one piece if it takes a moment: joining pieces copies them.
      atATime: histories.columns <= MANY_TITLES ? histories.columns : TITLES,
      count: (from: number, to: number) => linksBetween(operation, known, [from, to, 0])?.counts ?? null,
      find: (from: number, to: number, least: number) => linksBetween(operation, known, [from, to, least]),
    };
    return await greatestLinks(found, most, (share) => pause(0.8 + 0.2 * share));
  } finally {
    tf.dispose(known);
  }
}

/** In place. @returns whether the matrix is positive definite, as far as single precision tells */
async function invert(matrix: tf.Tensor, least: number, pause: Pause): Promise<boolean> {
  const size = matrix.shape[0]!;
  for (let from = 0; from < size; from += COLUMNS) {
    await pause(from / size);
    const inputs = [integer(from), tf.tensor1d([least])];
    const isDefinite = withTensors(inputs, (place) => flagOf(execute('ShelfwiseSweep', [matrix, ...place])));
    if (!isDefinite) return false;
  }
  return flagOf(execute('ShelfwiseMirror', [matrix]));
}

/** @param asked first and last title, and the least size of a link; 0 only counts them */
function linksBetween(
  operation: string,
  known: readonly tf.Tensor[],
  asked: number[],
): (LinkedTitles & { counts: Int32Array }) | null {
  const [isSound, ...found] = withTensors([tf.tensor1d(asked, 'int32')], (place) => {
    const made = executeMany(operation, [...known, ...place], 5);
    return [flagOf(made[4]!), ...made.slice(0, 4)] as const;
  });
  const [offsets, links, multipliers, counts] = found.map((tensor) => tensor.dataSync());
  tf.dispose(found);
  return isSound ? ({ offsets, links, multipliers, counts } as LinkedTitles & { counts: Int32Array }) : null;
}

const integer = (value: number): tf.Tensor1D => tf.tensor1d([value], 'int32');

function flagOf(tensor: tf.Tensor): boolean {
  const [flag] = tensor.dataSync();
  tensor.dispose();
  return flag === 1;
}

/** Frees the inputs afterwards. */
function withTensors<Result>(inputs: tf.Tensor[], use: (inputs: tf.Tensor[]) => Result): Result {
  try {
    return use(inputs);
  } finally {
    tf.dispose(inputs);
  }
}
