import { describe, expect, it } from 'vitest';
import { completeRecipe } from '../../../shared/recipe/schema';
import { textOf } from '../../../shared/words/sentence';
import type { SparseRows } from '../../data/tables';
import { loadBackend } from '../backend';
import type { LinkedTitles } from '../kernels/linear/links';
import { RandomStreams } from '../random';
import type { Recommender } from '../recommender';
import { checkerboard } from '../testing/checkerboard';
import { weightsOf } from '../testing/linked-weights';
import { ease } from './ease';

const { kernels } = await loadBackend();
const data = checkerboard();

const fitted = async (regularisation: number, histories: SparseRows = data.histories): Promise<Recommender> =>
  ease.fit(
    { ...data, histories },
    completeRecipe({ 'ease.regularisation': regularisation }),
    new RandomStreams(1),
    kernels,
    async () => undefined,
  );

describe('ease', () => {
  it('derives its regularisation from how many titles two profiles have in common', async () => {
    const { rows, indices, offsets } = data.histories;
    const watched = Array.from({ length: rows }, (_, row) => new Set(indices.subarray(offsets[row], offsets[row + 1])));
    let [common, pairs] = [0, 0];
    for (let row = 0; row < rows; row++)
      for (let other = 0; other < row; other++) {
        common += [...watched[row]!].filter((title) => watched[other]!.has(title)).length;
        pairs++;
      }
    const byRule = 150 * Math.sqrt(common / pairs);
    expect((await fitted(0)).tensors()).toEqual((await fitted(byRule)).tensors());
  });

  it('ignores profiles without a history for that', async () => {
    const { rows, offsets, indices } = data.histories;
    const more = { ...data.histories, rows: rows + 7, offsets: new Int32Array(rows + 8).fill(indices.length) };
    more.offsets.set(offsets);
    expect((await fitted(0, more)).tensors()).toEqual((await fitted(0)).tensors());
  });

  it('fits data in which no two profiles have anything in common', async () => {
    const lonely = { rows: 3, columns: 24, offsets: Int32Array.of(0, 1, 2, 2), indices: Int32Array.of(4, 9) };
    const { links } = (await fitted(0, { ...lonely, values: new Float32Array(2).fill(1) })).tensors();
    expect(links!.values).toHaveLength(0);
  });

  it('has the same weights if all values are doubled', async () => {
    const twice = { ...data.histories, values: data.histories.values.map((value) => value * 2) };
    const scored = { histories: data.histories, conditions: new Float32Array(0) };
    expect((await fitted(0, twice)).score(scored)).toEqual((await fitted(0)).score(scored));
  });

  it('gives no title a weight for itself', async () => {
    const titles = data.items.ids.length;
    const { offsets, links, multipliers } = (await fitted(0)).tensors();
    const weights = weightsOf({
      offsets: offsets!.values,
      links: links!.values,
      multipliers: multipliers!.values,
    } as LinkedTitles);
    expect(weights.filter((weight) => weight !== 0).length).toBeGreaterThan(titles);
    for (let title = 0; title < titles; title++) expect(weights[title * titles + title]).toBe(0);
  });

  it('says that a regularisation is too small for the data', async () => {
    await expect(fitted(1e-9)).rejects.toMatchObject({ code: 'usage', message: expect.stringContaining('too small') });
  });

  it('is refused if both profiles and titles are more than can be inverted', () => {
    const sized = (rows: number, columns: number): SparseRows => ({ ...data.histories, rows, columns });
    expect(ease.refusal!(sized(1_000_000, 20_000), kernels)).toBeNull();
    expect(ease.refusal!(sized(20_000, 1_000_000), kernels)).toBeNull();
    const refusal = ease.refusal!(sized(20_001, 30_000), kernels);
    expect(textOf([refusal!])).toMatch(/20,001 children and 30,000 titles.*at most 20,000/);
  });
});
