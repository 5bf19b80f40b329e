import { describe, expect, it } from 'vitest';
import { RandomStream, RandomStreams } from './random';

describe('a random stream', () => {
  it('gives the numbers written here, on every engine and for good', () => {
    const stream = new RandomStream(1, 'golden');
    expect(Array.from({ length: 4 }, () => stream.nextUint32())).toMatchInlineSnapshot(`
      [
        1358206936,
        4071955744,
        3075601698,
        1151316505,
      ]
    `);
  });

  it('depends on seed and name', () => {
    const first = (seed: number, name: string): number => new RandomStream(seed, name).nextUint32();
    expect(new Set([first(1, 'a'), first(1, 'b'), first(2, 'a'), first(0, 'a')]).size).toBe(4);
    expect(first(7, 'weights')).toBe(new RandomStreams(7).stream('weights').nextUint32());
  });

  it('draws every integer below a bound about as often', () => {
    const stream = new RandomStream(3, 'below');
    const counts = new Int32Array(7);
    for (let draw = 0; draw < 70_000; draw++) counts[stream.below(7)]!++;
    // Six standard deviations of a binomial count: a fair generator fails this about once in a thousand million seeds; ours is fixed.
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(6 * Math.sqrt(10_000));
  });

  it('draws below a bound what the remainder of whole numbers says, rejecting the last few', () => {
    for (const bound of [1, 2, 3, 943, 65_537, 2 ** 31, 2 ** 31 + 1, 3 * 2 ** 30, 2 ** 32 - 1, 2 ** 32]) {
      const [stream, numbers] = [new RandomStream(4, `${bound}`), new RandomStream(4, `${bound}`)];
      for (let draw = 0; draw < 2000; draw++) {
        let number = BigInt(numbers.nextUint32());
        while (number >= 2n ** 32n - (2n ** 32n % BigInt(bound))) number = BigInt(numbers.nextUint32());
        expect(stream.below(bound)).toBe(Number(number % BigInt(bound)));
      }
    }
  });

  it('shuffles without losing or repeating a value, and reaches every order', () => {
    const orders = new Set<string>();
    for (let seed = 0; seed < 200; seed++) {
      const order = new RandomStream(seed, 'shuffle').shuffle([1, 2, 3]);
      expect([...order].sort((a, b) => a - b)).toEqual([1, 2, 3]);
      orders.add(order.join(''));
    }
    expect(orders.size).toBe(6);
  });

  it('draws Glorot-uniform weights within their limit, with mean 0', () => {
    const weights = new RandomStream(5, 'weights').glorotUniform(10_000, 300, 100);
    const limit = Math.sqrt(6 / 400);
    expect(Math.max(...weights)).toBeLessThanOrEqual(limit);
    expect(Math.min(...weights)).toBeGreaterThanOrEqual(-limit);
    expect(Math.abs(weights.reduce((sum, weight) => sum + weight, 0) / weights.length)).toBeLessThan(limit / 20);
  });
});
