import { describe, expect, it } from 'vitest';
import type { Shuffle } from './chance-file';
import { besideChance, spreadOfTrainings } from './chance';

describe('besideChance', () => {
  const shuffle = (changed: number[]): Shuffle => ({ shuffle: 0, moves: [{ attribute: 'sex', changed }] });
  const moves = { rows: Int32Array.of(0, 2, 3), shares: Float64Array.of(0.2, 0.4, 0.6) };

  it('takes the children whom every shuffle and the run were asked about, in places of 25', () => {
    const found = besideChance('sex', moves, [shuffle([5, 25, -1, 10]), shuffle([0, 25, 5, 5])]);
    expect([...found.after]).toEqual([0.2, 0.6]);
    expect(found.before[0]).toBeCloseTo(0.1, 12);
    expect(found.before[1]).toBeCloseTo(0.3, 12);
    expect(found.means[0]).toBeCloseTo(0.3, 12);
    expect(found.means[1]).toBeCloseTo(0.1, 12);
  });

  it('takes nobody of an attribute that a shuffle did not ask about', () => {
    expect(besideChance('age', moves, [shuffle([5, 5, 5, 5])]).after).toHaveLength(0);
    expect(besideChance('sex', moves, [shuffle([])]).after).toHaveLength(0);
  });
});

describe('spreadOfTrainings', () => {
  const of = (before: number, after: number, means: number[]) => ({
    before: Float64Array.of(before),
    after: Float64Array.of(after),
    means,
  });

  it('pools what trainings differ by, as a share of their mean', () => {
    // 10 % and 20 % to either side, each of two trainings: sqrt((2 × 0.01 + 2 × 0.04) / 2).
    const share = Math.sqrt(0.05);
    const { deviations, freedom } = spreadOfTrainings([of(0.1, 0.3, [0.09, 0.11]), of(0.2, 0.2, [0.16, 0.24])]);
    expect(freedom).toBe(2);
    expect(deviations[0]).toBeCloseTo(share * Math.sqrt(0.09 + 0.01 / 2), 12);
    expect(deviations[1]).toBeCloseTo(share * Math.sqrt(0.04 + 0.04 / 2), 12);
  });

  it('leaves out an attribute that moves nothing by chance, and is unknown of nothing else', () => {
    expect(spreadOfTrainings([of(0, 0.3, [0, 0])])).toEqual({ deviations: [0], freedom: 0 });
    expect(spreadOfTrainings([of(0, 0, [0, 0]), of(0.1, 0.1, [0.09, 0.11])]).freedom).toBe(1);
  });
});
