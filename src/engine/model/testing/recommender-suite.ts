/** One suite for all recommenders, on data with a known answer. For tests only. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { selectRows } from '../../data/histories';
import type { WholeTrainingData } from '../../data/tables';
import { SCORING_ROWS, watchedOf } from '../ranking/lists';
import { CHECKERBOARD_ITEMS, checkerboard, emptyHistories } from './checkerboard';
import type { NamedTensors, Recommender } from '../recommender';

/** A fitted model, and the data to test it with. */
interface SuiteModel {
  recommender: Recommender;
  /** profiles x conditionWidth, row-major; the width may be 0. */
  conditions: Float32Array;
  conditionWidth: number;
  restore(tensors: NamedTensors): Recommender;
}
type SuiteFit = (data: WholeTrainingData, seed: number) => SuiteModel | Promise<SuiteModel>;

/**
 * @param personal whether the model distinguishes histories; models that do not skip the checkerboard test
 * @param thorough whether a fit takes too long for npm run check
 */
export function describeRecommender(
  name: string,
  fit: SuiteFit,
  { personal, thorough = false }: { personal: boolean; thorough?: boolean },
): void {
  describe(`${name} as a recommender`, { tags: thorough ? ['thorough'] : [] }, () => {
    const data = checkerboard();
    const rows = data.histories.rows;
    let model: SuiteModel;
    let scores: Float32Array;

    const scoreAll = (recommender: Recommender): Float32Array =>
      recommender.score({ histories: data.histories, conditions: conditionsOf(model, rows) });

    beforeAll(async () => {
      model = await fit(data, 1);
      scores = scoreAll(model.recommender);
    });

    afterAll(() => model?.recommender.dispose());

    it('gives one finite score per item and row', () => {
      expect(rows).toBeLessThanOrEqual(SCORING_ROWS);
      expect(scores).toBeInstanceOf(Float32Array);
      expect(scores).toHaveLength(rows * CHECKERBOARD_ITEMS);
      expect(scores.every(Number.isFinite)).toBe(true);
    });

    if (personal)
      it('ranks the unwatched item of the right colour above every item of the wrong colour', () => {
        for (let row = 0; row < rows; row++) {
          const missing = row % CHECKERBOARD_ITEMS;
          const wrong = Array.from({ length: CHECKERBOARD_ITEMS }, (_, item) => item).filter(
            (item) => item % 2 !== row % 2,
          );
          const scoreOf = (item: number): number => scores[row * CHECKERBOARD_ITEMS + item]!;
          expect(watchedOf(data.histories, row)).not.toContain(missing);
          expect(scoreOf(missing)).toBeGreaterThan(Math.max(...wrong.map(scoreOf)));
        }
      });

    it('scores a row alone as among others', () => {
      for (const row of [0, rows - 1]) {
        const alone = model.recommender.score({
          histories: selectRows(data.histories, [row]),
          conditions: conditionsOf(model, 1, row),
        });
        expect(alone).toEqual(scores.subarray(row * CHECKERBOARD_ITEMS, (row + 1) * CHECKERBOARD_ITEMS));
      }
    });

    it('gives finite scores to a profile without a history', () => {
      const empty = model.recommender.score({
        histories: emptyHistories(1, CHECKERBOARD_ITEMS),
        conditions: conditionsOf(model, 1),
      });
      expect(empty).toHaveLength(CHECKERBOARD_ITEMS);
      expect(empty.every(Number.isFinite)).toBe(true);
    });

    it('comes back from its tensors with the same bits', () => {
      const tensors = model.recommender.tensors();
      for (const { shape, values } of Object.values(tensors))
        expect(values).toHaveLength(shape.reduce((product, size) => product * size, 1));
      const restored = model.restore(tensors);
      expect(scoreAll(restored)).toEqual(scores);
      expect(restored.tensors()).toEqual(tensors);
      restored.dispose();
    });

    it('is the same when it is fitted again with the same seed', async () => {
      const again = await fit(data, 1);
      expect(again.recommender.tensors()).toEqual(model.recommender.tensors());
      expect(scoreAll(again.recommender)).toEqual(scores);
      again.recommender.dispose();
    });
  });
}

function conditionsOf({ conditions, conditionWidth }: SuiteModel, rows: number, from = 0): Float32Array {
  return conditions.slice(from * conditionWidth, (from + rows) * conditionWidth);
}
