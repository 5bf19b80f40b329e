import fc from 'fast-check';
import { expect, it } from 'vitest';
import { symmetricEigen } from './eigen';

const matrices = fc.integer({ min: 1, max: 9 }).chain((size) =>
  fc
    .array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: size * size, maxLength: size * size })
    .map((values) => ({
      size,
      matrix: Float64Array.from(values, (_, at) => {
        const [row, column] = [Math.floor(at / size), at % size];
        return values[Math.max(row, column) * size + Math.min(row, column)]!;
      }),
    })),
);

it('returns orthogonal vectors that the matrix only stretches, largest value first', () => {
  fc.assert(
    fc.property(matrices, ({ size, matrix }) => {
      const { values, vectors } = symmetricEigen(matrix.slice(), size);
      const vector = (index: number) => vectors.subarray(index * size, (index + 1) * size);
      const product = (left: Float64Array, right: Float64Array) => left.reduce((sum, a, at) => sum + a * right[at]!, 0);
      for (let index = 0; index < size; index++) {
        for (let row = 0; row < size; row++)
          expect(product(matrix.subarray(row * size, (row + 1) * size), vector(index))).toBeCloseTo(
            values[index]! * vector(index)[row]!,
            8,
          );
        for (let other = 0; other < size; other++)
          expect(product(vector(index), vector(other))).toBeCloseTo(index === other ? 1 : 0, 8);
        if (index > 0) expect(values[index]).toBeLessThanOrEqual(values[index - 1]!);
      }
    }),
  );
});
