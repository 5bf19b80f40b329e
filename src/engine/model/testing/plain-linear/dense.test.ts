import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../random';
import { stepsOfInverse } from './dense';

/** A'A + ridge I for a random A: symmetric positive definite. */
function definiteMatrix(size: number, seed: number): Float64Array {
  const random = new RandomStream(seed, 'test');
  const factor = Float64Array.from({ length: size * size }, () => random.uniform() - 0.5);
  const matrix = new Float64Array(size * size);
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      let sum = row === column ? 0.5 : 0;
      for (let inner = 0; inner < size; inner++) sum += factor[inner * size + row]! * factor[inner * size + column]!;
      matrix[row * size + column] = sum;
    }
  return matrix;
}

function negativeInverse(matrix: Float64Array, size: number): Float64Array | null {
  const steps = stepsOfInverse(matrix, size);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

describe('negativeInverse', () => {
  it('times the matrix is minus the identity, at every size around its blocks', { tags: ['thorough'] }, () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 110 }), fc.integer({ min: 0, max: 1000 }), (size, seed) => {
        const matrix = definiteMatrix(size, seed);
        const inverse = negativeInverse(matrix.slice(), size)!;
        const entry = (row: number, column: number): number =>
          inverse[row > column ? row * size + column : column * size + row]!;
        for (let row = 0; row < size; row++)
          for (let column = 0; column < size; column++) {
            let sum = 0;
            for (let inner = 0; inner < size; inner++) sum += matrix[row * size + inner]! * entry(inner, column);
            expect(sum).toBeCloseTo(row === column ? -1 : 0, 8);
          }
      }),
      {
        numRuns: 15,
        examples: [
          [47, 1],
          [48, 1],
          [49, 1],
          [97, 1],
        ],
      },
    );
  });

  it('reads the lower triangle only', () => {
    const matrix = definiteMatrix(60, 3);
    const lower = matrix.map((value, index) => (index % 60 > Math.floor(index / 60) ? NaN : value));
    const kept = (values: Float64Array): number[] =>
      [...values].filter((_, index) => index % 60 <= Math.floor(index / 60));
    expect(kept(negativeInverse(lower, 60)!)).toEqual(kept(negativeInverse(matrix, 60)!));
  });

  it('returns null if a matrix is not positive definite', () => {
    expect(negativeInverse(Float64Array.of(1, 2, 2, 1), 2)).toBeNull();
  });
});
