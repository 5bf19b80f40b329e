import { describe, expect, it } from 'vitest';
import { completeRecipe } from '../../../shared/recipe/schema';
import { selectRows, wholeRows } from '../../data/histories';
import type { SparseRows } from '../../data/tables';
import { loadBackend } from '../backend';
import { checkTensors } from '../declaration';
import { symmetricEigen } from '../eigen';
import { RandomStream, RandomStreams } from '../random';
import { checkerboard, emptyHistories } from '../testing/checkerboard';
import { expectSameBitsEverywhere } from '../testing/same-bits';
import { filter } from './filter';
import { shapeOf } from './filter-shape';
import { singularVectors } from './singular-vectors';

const [PROFILES, TITLES] = [90, 40];
const { kernels } = await loadBackend();
const goOn = async (): Promise<void> => undefined;

/** Profiles of four tastes, each with titles of its taste and some others. */
function tastes(titles: number): SparseRows {
  const random = new RandomStream(1, 'filter-shape');
  const rows = Array.from({ length: PROFILES }, (_, profile) =>
    Array.from({ length: titles }, (__, title) => random.uniform() < (title % 4 === profile % 4 ? 0.5 : 0.08)).flatMap(
      (watched, title) => (watched ? [title] : []),
    ),
  );
  const offsets = Int32Array.from([0, ...rows.map(({ length }) => length)]);
  for (let row = 0; row < PROFILES; row++) offsets[row + 1]! += offsets[row]!;
  const indices = Int32Array.from(rows.flat());
  return { rows: PROFILES, columns: titles, offsets, indices, values: new Float32Array(indices.length).fill(1) };
}

const histories = tastes(TITLES);

function denseOf({ rows, columns, offsets, indices, values }: SparseRows): number[][] {
  const dense = Array.from({ length: rows }, () => Array.from({ length: columns }, () => 0));
  for (let row = 0; row < rows; row++)
    for (let at = offsets[row]!; at < offsets[row + 1]!; at++) dense[row]![indices[at]!] = values[at]!;
  return dense;
}

/** Z with its Gram matrix, and the counts of titles, all dense. */
function normalised(): { counts: number[]; gram: Float64Array } {
  const dense = denseOf(histories);
  const counts = Array.from({ length: TITLES }, (_, title) => dense.reduce((sum, row) => sum + row[title]!, 0));
  const steps = dense.map((row) => {
    const length = row.reduce((sum, value) => sum + value);
    return row.map((value, title) => value / Math.sqrt(length * counts[title]!));
  });
  const gram = new Float64Array(TITLES * TITLES);
  for (let one = 0; one < TITLES; one++)
    for (let other = 0; other < TITLES; other++)
      gram[one * TITLES + other] = steps.reduce((sum, row) => sum + row[one]! * row[other]!, 0);
  return { counts, gram };
}

/** The whole operator at once: every direction passed by r(s) + added. */
function expectedScores(flattening: number, added: number): number[][] {
  const { counts, gram } = normalised();
  const { values, vectors } = symmetricEigen(gram.slice(), TITLES);
  const passed = (s: number): number => (1 + Math.sign(2 * s - 1) * Math.abs(2 * s - 1) ** 1.5) / 2;
  const operator = Array.from({ length: TITLES }, (_, one) =>
    Array.from({ length: TITLES }, (__, other) => {
      let sum = 0;
      for (let vector = 0; vector < TITLES; vector++)
        sum += (passed(values[vector]!) + added) * vectors[vector * TITLES + one]! * vectors[vector * TITLES + other]!;
      return counts[one]! ** -flattening * sum * counts[other]! ** flattening;
    }),
  );
  return denseOf(histories).map((row) =>
    operator[0]!.map((_, title) => row.reduce((sum, value, watched) => sum + value * operator[watched]![title]!, 0)),
  );
}

const asData = (rows: SparseRows) => ({ ...checkerboard(), histories: wholeRows(rows) });

describe.each([
  ['chebyshev', 0.4, 0.2],
  ['chebyshev-mild', 0.2, 0],
] as const)('the filter of form %s', (form, flattening, added) => {
  const recipe = completeRecipe({ model: 'filter', 'filter.form': form });

  it('passes each direction of taste by its formula', async () => {
    const fitted = await filter.fit(asData(histories), recipe, new RandomStreams(1), kernels, goOn);
    const scores = fitted.score({ histories, conditions: new Float32Array(0) });
    const tensors = fitted.tensors();
    expect(tensors.squares!.shape).toEqual([TITLES]);
    expect(() =>
      checkTensors(filter.declare(recipe, { items: TITLES, conditions: 0 }, tensors), tensors),
    ).not.toThrow();
    const expected = expectedScores(flattening, added).flat();
    const largest = Math.max(...expected.map(Math.abs));
    const furthest = Math.max(...expected.map((value, at) => Math.abs(value - scores[at]!)));
    expect(furthest / largest).toBeLessThan(1e-4);
    fitted.dispose();
  });

  it('does not depend on the settings of the plain form, or on the seed', async () => {
    const tensorsWith = async (knobs: object, seed: number) => {
      const given = completeRecipe({ ...recipe, ...knobs });
      const fitted = await filter.fit(asData(histories), given, new RandomStreams(seed), kernels, goOn);
      const made = [fitted.tensors(), fitted.score({ histories, conditions: new Float32Array(0) })];
      fitted.dispose();
      return made;
    };
    const others = { 'filter.popularity': 0.7, 'filter.lowPass': 2, 'filter.vectors': 3 };
    expect(await tensorsWith(others, 2)).toEqual(await tensorsWith({}, 1));
  });
});

it('weighs the vectors so that with the walk each direction is passed by its formula, and the last by the walk alone', () => {
  const recipe = completeRecipe({ model: 'filter', 'filter.form': 'chebyshev-mild' });
  const squares = Float32Array.of(1, 0.75, 0.5, 0.25);
  const { walk, weightOf } = shapeOf(recipe, squares);
  const passed = squares.map((square, vector) => walk * square + weightOf(vector));
  const away = 0.5 ** 1.5 / 2;
  expect([...passed]).toEqual([1, 0.5 + away, 0.5, 0.5 - away].map((value) => expect.closeTo(value, 6)));
  expect(weightOf(3)).toBe(0);
  expect(shapeOf(recipe, new Float32Array(0)).walk).toBe(0);
});

describe('singular vectors', () => {
  const rows = tastes(200);
  const steps = { ...rows, values: rows.values.map((value, at) => value / (2 + (rows.indices[at]! % 7))) };

  it('are those of the largest values, with the same bits for any number of threads', async () => {
    const dense = denseOf(steps);
    const gram = Float64Array.from({ length: 200 * 200 }, (_, at) => {
      const [one, other] = [Math.floor(at / 200), at % 200];
      return dense.reduce((sum, row) => sum + row[one]! * row[other]!, 0);
    });
    const { values, vectors: expected } = symmetricEigen(gram, 200);
    const { vectors, squares } = await singularVectors(steps, 4, kernels, goOn);
    expect(squares).toHaveLength(4);
    for (let vector = 0; vector < 4; vector++) {
      expect(squares[vector]! / values[vector]!).toBeCloseTo(1, 4);
      let inner = 0;
      for (let title = 0; title < 200; title++) inner += vectors[title * 4 + vector]! * expected[vector * 200 + title]!;
      expect(Math.abs(inner)).toBeGreaterThan(0.999);
    }
    await expectSameBitsEverywhere(() => singularVectors(steps, 70, kernels, goOn));
  });

  it('are as many as the rows have, and orthonormal', async () => {
    const { vectors, squares } = await singularVectors(selectRows(steps, [0, 1, 2]), 512, kernels, goOn);
    expect(squares).toHaveLength(3);
    for (let one = 0; one < 3; one++)
      for (let other = 0; other <= one; other++) {
        let inner = 0;
        for (let title = 0; title < 200; title++) inner += vectors[title * 3 + one]! * vectors[title * 3 + other]!;
        expect(inner).toBeCloseTo(one === other ? 1 : 0, 5);
      }
    expect((await singularVectors(emptyHistories(2, 5), 512, kernels, goOn)).squares).toHaveLength(0);
  });
});
