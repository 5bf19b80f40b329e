import { expect, it } from 'vitest';
import type { SparseRows } from '../../data/tables';
import { symmetricEigen } from '../eigen';
import { RandomStream } from '../random';
import { leadingVectors } from './low-pass';

const [ROWS, COLUMNS] = [60, 40];
const random = new RandomStream(1, 'low-pass');
const dense = Float64Array.from({ length: ROWS * COLUMNS }, () => (random.uniform() < 0.15 ? random.uniform() : 0));

function sparseOf(values: Float64Array): SparseRows {
  const offsets = new Int32Array(ROWS + 1);
  const indices: number[] = [];
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) if (values[row * COLUMNS + column] !== 0) indices.push(column);
    offsets[row + 1] = indices.length;
  }
  return {
    rows: ROWS,
    columns: COLUMNS,
    offsets,
    indices: Int32Array.from(indices),
    values: Float32Array.from(values.filter((value) => value !== 0)),
  };
}

const noPause = async (): Promise<void> => undefined;

it('finds the space of the leading eigenvectors of the Gram matrix', async () => {
  const gram = new Float64Array(COLUMNS * COLUMNS);
  for (let row = 0; row < ROWS; row++)
    for (let one = 0; one < COLUMNS; one++)
      for (let other = 0; other < COLUMNS; other++)
        gram[one * COLUMNS + other]! +=
          Math.fround(dense[row * COLUMNS + one]!) * Math.fround(dense[row * COLUMNS + other]!);
  const { vectors: expected } = symmetricEigen(gram, COLUMNS);
  const { kept, vectors } = await leadingVectors(sparseOf(dense), 3, noPause);
  expect(kept).toBe(3);
  for (let vector = 0; vector < kept; vector++) {
    const inner = Array.from(
      { length: COLUMNS },
      (_, column) => vectors[column * kept + vector]! * expected[vector * COLUMNS + column]!,
    );
    expect(Math.abs(inner.reduce((sum, value) => sum + value))).toBeGreaterThan(0.999);
  }
});

it('returns at most as many vectors as the rows have', async () => {
  const pair = dense.map((_, at) => (at < COLUMNS ? dense[at]! : at % COLUMNS === 7 ? 1 : 0));
  expect((await leadingVectors(sparseOf(pair), 10, noPause)).kept).toBe(2);
  expect((await leadingVectors(sparseOf(new Float64Array(ROWS * COLUMNS)), 10, noPause)).kept).toBe(0);
});
