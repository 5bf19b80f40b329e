import { describe, expect, test } from 'vitest';
import { RandomStream } from '../random';
import { pairedDifference, pairedDifferences, pairedDifferencesTogether, pairedRatio } from './bootstrap';
import { deviationOf } from './judge';

const stream = (): RandomStream => new RandomStream(1, 'bootstrap');

/** `count` numbers around `centre`. */
function around(centre: number, count: number, name: string): Float64Array {
  const random = new RandomStream(7, name);
  return Float64Array.from({ length: count }, () => centre + random.uniform() - 0.5);
}

describe('the paired difference', () => {
  test('beside several models is that beside each alone, bit for bit', () => {
    const [left, one, other] = [around(0.5, 40, 'left'), around(0.4, 40, 'one'), around(0.5, 40, 'other')];
    const rights = [one, left, other];
    expect(pairedDifferences(left, rights, stream())).toEqual(
      rights.map((right) => pairedDifference(left, right, stream())),
    );
    expect(pairedDifferences([0.5], [[0.1]], stream())).toEqual([pairedDifference([0.5], [0.1], stream())]);
  });

  test('is certain for a model that is a little better on every profile, however far apart the profiles are', () => {
    const right = around(0.5, 40, 'profiles');
    const left = right.map((score, profile) => score + 0.001 * (1 + (profile % 3)));
    const difference = pairedDifference(left, right, stream());
    expect(difference).toMatchObject({ profiles: 40, isCertain: true });
    expect(difference.low).toBeGreaterThan(0);
    expect(difference.mean).toBeGreaterThan(difference.low);
    expect(difference.mean).toBeLessThan(difference.high);
    expect(pairedDifference(right, left, stream())).toMatchObject({ mean: -difference.mean, isCertain: true });
  });

  test('has the ends of the middle 95 % of 2000 samples, each of as many profiles as there are', () => {
    const differences = [0.5, 0, -0.25, 1, 2];
    const random = stream();
    const means = Array.from({ length: 2000 }, () => {
      const drawn = differences.map(() => differences[random.below(differences.length)]!);
      return drawn.reduce((sum, value) => sum + value, 0) / differences.length;
    }).sort((one, other) => one - other);
    const difference = pairedDifference(differences, new Float64Array(5), stream());
    expect(difference.low).toBeCloseTo(means[50]!, 12);
    expect(difference.high).toBeCloseTo(means[1949]!, 12);
  });

  test('is uncertain where an end of the interval is 0', () => {
    const some = [0, 0, 0, 0, 1];
    expect(pairedDifference(some, new Float64Array(5), stream())).toMatchObject({ low: 0, isCertain: false });
    expect(pairedDifference(new Float64Array(5), some, stream())).toMatchObject({ high: 0, isCertain: false });
  });

  test('has an interval from two profiles on', () => {
    const { mean, low, high } = pairedDifference([0.5, 0.25], [0, 0], stream());
    expect([mean, low, high]).toEqual([0.375, 0.25, 0.5]);
  });

  test('is uncertain for two models that win in turn', () => {
    const left = around(0, 100, 'left');
    const right = around(0, 100, 'right');
    expect(pairedDifference(left, right, stream()).isCertain).toBe(false);
  });

  test('has the interval of the normal distribution for many profiles', { tags: ['thorough'] }, () => {
    const left = around(0.2, 4000, 'many');
    const { mean, low, high } = pairedDifference(left, new Float64Array(4000), stream());
    const expected = (1.96 * deviationOf(left)) / Math.sqrt(4000);
    expect(high - mean).toBeCloseTo(expected, 3);
    expect(mean - low).toBeCloseTo(expected, 3);
  });

  test('covers the true difference about as often as it says', { tags: ['thorough'] }, () => {
    let covered = 0;
    for (let trial = 0; trial < 100; trial++) {
      const sample = around(0, 60, `trial ${trial}`);
      const { low, high } = pairedDifference(sample, new Float64Array(60), new RandomStream(trial, 'bootstrap'));
      if (low <= 0 && high >= 0) covered++;
    }
    expect(covered).toBeGreaterThan(88);
    expect(covered).toBeLessThan(100);
  });

  test('is the same for the same stream', () => {
    const left = around(0.1, 30, 'left');
    const right = around(0, 30, 'right');
    expect(pairedDifference(left, right, stream())).toEqual(pairedDifference(left, right, stream()));
  });

  test.each([
    ['the same lists', [0.2, 0.4], [0.2, 0.4], 0],
    ['one profile', [0.9], [0.1], 0.8],
    ['nobody', [], [], 0],
  ])('of %s is never certain', (_what, left, right, mean) => {
    const difference = pairedDifference(left, right, stream());
    expect(difference.mean).toBeCloseTo(mean);
    expect(difference).toMatchObject({ low: difference.mean, high: difference.mean, isCertain: false });
  });
});

describe('paired differences that are asked for together', () => {
  const zeros = new Float64Array(60);
  const asked = [0, 0.02, 0.2].map((centre, at) => ({ left: around(centre, 60, `asked/${at}`), right: zeros }));

  test('are that of one where one is asked for', () => {
    for (const { left, right } of asked)
      expect(pairedDifferencesTogether([{ left, right }], stream)).toEqual([pairedDifference(left, right, stream())]);
  });

  test('have wider intervals the more are asked for, the clearest the widest', () => {
    const alone = asked.map((one) => pairedDifferencesTogether([one], stream)[0]!);
    const together = pairedDifferencesTogether(asked, stream);
    const width = ({ low, high }: { low: number; high: number }): number => high - low;
    expect(together.map(({ mean }) => mean)).toEqual(alone.map(({ mean }) => mean));
    expect(width(together[2]!)).toBeGreaterThan(1.1 * width(alone[2]!));
    expect(together[2]!.isCertain).toBe(true);
    expect(together.filter(({ isCertain }) => isCertain)).toHaveLength(1);
  });

  test('say nothing of 40 questions about chance, of which two alone would be certain', () => {
    const many = Array.from({ length: 40 }, (_, at) => ({ left: around(0, 60, `chance/${at}`), right: zeros }));
    const alone = many.flatMap((one) => pairedDifferencesTogether([one], stream));
    expect(alone.filter(({ isCertain }) => isCertain).length).toBeGreaterThan(0);
    expect(pairedDifferencesTogether(many, stream).filter(({ isCertain }) => isCertain)).toEqual([]);
  });

  test('are wider by what models would differ by if they were trained again, the more so the less that is known', () => {
    const left = around(0.2, 60, 'asked/2');
    const width = (trainings?: { deviation: number; freedom: number }): number => {
      const { low, high } = pairedDifferencesTogether([{ left, right: zeros, trainings }], stream)[0]!;
      return high - low;
    };
    const alone = width();
    // 1.96 deviations to either side, and 4.30 with two degrees of freedom: the deviation of the mean of 60 uniform numbers is .037.
    expect(width({ deviation: 0.1, freedom: 1000 }) / alone).toBeCloseTo(Math.sqrt(0.1 ** 2 + 0.037 ** 2) / 0.037, 0);
    expect(width({ deviation: 1, freedom: 1000 })).toBeCloseTo(2 * 1.96, 0);
    expect(width({ deviation: 1, freedom: 2 })).toBeGreaterThan(7);
    expect(width({ deviation: 1, freedom: 2 })).toBeLessThan(10.5);
  });

  test('of equal figures or one profile are certain of nothing', () => {
    expect(
      pairedDifferencesTogether(
        [
          { left: zeros, right: zeros },
          { left: [1], right: [0] },
        ],
        stream,
      ),
    ).toEqual([
      { mean: 0, low: 0, high: 0, profiles: 60, isCertain: false },
      { mean: 1, low: 1, high: 1, profiles: 1, isCertain: false },
    ]);
    expect(pairedDifferencesTogether([], stream)).toEqual([]);
  });
});

describe('the paired ratio', () => {
  test('is that of the means, whatever single profiles have, inside its interval', () => {
    const right = around(0.6, 200, 'right').map((score) => Math.max(0, score - 0.3));
    const left = right.map((score, profile) => score * (profile % 2 === 0 ? 2 : 4));
    const { ratio, low, high } = pairedRatio(left, right, stream())!;
    const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
    expect(ratio).toBeCloseTo(sum(left) / sum(right), 10);
    expect(low).toBeGreaterThan(2);
    expect(low).toBeLessThan(ratio);
    expect(high).toBeGreaterThan(ratio);
    expect(high).toBeLessThan(4);
  });

  test('of models in a constant proportion is certain to the last digit', () => {
    const right = around(0.6, 50, 'right');
    const { ratio, low, high } = pairedRatio(
      right.map((score) => 3 * score),
      right,
      stream(),
    )!;
    for (const value of [ratio, low, high]) expect(value).toBeCloseTo(3, 10);
  });

  test('has no high end if a sample may have nothing to divide by', () => {
    expect(pairedRatio([1, 1, 1, 1], [0, 0, 0, 1], stream())!.high).toBe(Infinity);
  });

  test('counts a sample without anything in either as one without a high end', () => {
    expect(pairedRatio([0, 0, 0, 1], [0, 0, 0, 1], stream())!.high).toBe(Infinity);
  });

  test('is known from two profiles on, with the ends of the middle 95 % of 2000 samples', () => {
    const [left, right] = [
      [1, 8],
      [2, 4],
    ];
    expect(pairedRatio(left!, right!, stream())).toEqual({ ratio: 1.5, low: 0.5, high: 2 });
    const five = { left: [1, 8, 3, 2, 9], right: [2, 4, 4, 1, 3] };
    const random = stream();
    const ratios = Array.from({ length: 2000 }, () => {
      const drawn = five.left.map(() => random.below(5));
      const sum = (values: number[]): number => drawn.reduce((total, profile) => total + values[profile]!, 0);
      return sum(five.left) / sum(five.right);
    }).sort((one, other) => one - other);
    expect(pairedRatio(five.left, five.right, stream())).toMatchObject({ low: ratios[50], high: ratios[1949] });
  });

  test.each([
    ['nothing to divide by', [0.3, 0.2], [0, 0]],
    ['one profile', [0.9], [0.1]],
    ['nobody', [], []],
  ])('is unknown with %s', (_what, left, right) => {
    expect(pairedRatio(left, right, stream())).toBeNull();
  });
});
