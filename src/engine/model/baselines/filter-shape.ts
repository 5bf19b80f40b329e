/**
 * What a filter does with the singular directions of Z = n^-1/2 X c^-1/2: with V its right singular vectors and s the squares of their values, a row x
 * scores x c^-a [ walk Z'Z + V diag(w) V' ] c^b.
 *
 * `plain` is GF-CF (Shen et al. 2021): walk = 1, w constant. The other forms are ChebyCF (Kim et al. 2025, SIGIR; https://arxiv.org/abs/2505.00552)
 * in one step in place of its polynomial: every direction is passed by r(s) = 1/2 ± 1/2 |2s - 1|^1.5 (plus from s = 1/2 on), and those of V by `added`
 * more. Of the directions that V leaves out, which are weak, r(s) is nearly in proportion to s, so Z'Z stands in for them, times
 * walk = r(s_k) / s_k of the last vector.
 */
import type { Recipe } from '../../../shared/recipe/table';
import { CHEBYSHEV_VECTORS } from '../costs';

export interface FilterShape {
  /** Exponents of a title's count, for titles of the history. */
  readonly watched: { readonly walk: number; readonly vectors: number };
  /** The same for candidates. */
  readonly candidates: { readonly walk: number; readonly vectors: number };
  /** Weight of Z'Z. */
  readonly walk: number;
  /** Weight of a vector. */
  weightOf(vector: number): number;
}

/** Settings that are fixed: a random validation part orders them wrongly (bench/quality/mixture.md). */
const CHEBYSHEV = {
  chebyshev: { flattening: 0.4, added: 0.2 },
  'chebyshev-mild': { flattening: 0.2, added: 0 },
} as const;

/** The most vectors that the filter of a recipe has; 0 for none. */
export function vectorsWanted(recipe: Recipe): number {
  if (recipe['filter.form'] !== 'plain') return CHEBYSHEV_VECTORS;
  return recipe['filter.lowPass'] === 0 ? 0 : recipe['filter.vectors'];
}

/** @param squares of the singular values of the vectors, largest first; not read by the plain form */
export function shapeOf(recipe: Recipe, squares: Float32Array): FilterShape {
  const form = recipe['filter.form'];
  if (form === 'plain') {
    const leaning = recipe['filter.popularity'];
    return {
      watched: { walk: 0, vectors: -0.5 },
      candidates: { walk: leaning, vectors: 0.5 + leaning },
      walk: 1,
      weightOf: () => recipe['filter.lowPass'],
    };
  }
  const { flattening, added } = CHEBYSHEV[form];
  const last = squares.at(-1) ?? 0;
  const walk = last > 0 ? passed(last) / last : 0;
  const both = (exponent: number) => ({ walk: exponent, vectors: exponent });
  return {
    watched: both(-flattening),
    candidates: both(flattening),
    walk,
    weightOf: (vector) => passed(squares[vector]!) + added - walk * squares[vector]!,
  };
}

/** r(s). The power through a root: Math.pow differs between versions of Node. */
function passed(square: number): number {
  const from = Math.abs(2 * square - 1);
  const half = (from * Math.sqrt(from)) / 2;
  return square >= 0.5 ? 0.5 + half : 0.5 - half;
}
