/** The linear models in JavaScript, with sums in double precision: the reference for tests of ours. */
import { MOST_INVERTED } from '../../costs';
import type { LinearKernels } from '../../kernels/linear/linear-kernels';
import { titleRegression } from './regression';
import { RowSolver } from './row-solver';
import { linkedScores, nearestTitles, sparseScores, walkScores } from './sparse';

const nothing = (): void => undefined;

export const plainLinear: LinearKernels = {
  factorSolver(others, factors, unwatched) {
    const solver = new RowSolver(Float64Array.from(others), factors, unwatched);
    return {
      improve(own, rows, ridges, steps) {
        const improved = Float64Array.from(own);
        for (let row = 0; row < rows.rows; row++)
          solver.improve(improved.subarray(row * factors, (row + 1) * factors), rows, row, ridges[row]!, steps);
        return Float32Array.from(improved);
      },
      dispose: nothing,
    };
  },
  nearestTitles,
  mostInverted: MOST_INVERTED.plain,
  titleRegression,
  linkedScorer: (weights) => ({ score: (rows) => linkedScores(rows, weights), dispose: nothing }),
  sparseScorer: (weights) => ({ score: (rows) => sparseScores(rows, weights), dispose: nothing }),
  walkScorer: (there, back) => ({ score: (rows) => walkScores(rows, there, back), dispose: nothing }),
};
