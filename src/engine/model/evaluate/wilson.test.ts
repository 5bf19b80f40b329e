import { describe, expect, it } from 'vitest';
import { wilsonInterval } from './wilson';

describe('the interval of a share', () => {
  it('matches the published examples', () => {
    // Newcombe 1998, table I, method 3 (the score method without continuity correction).
    for (const [kept, of, low, high] of [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
    ] as const) {
      const interval = wilsonInterval(kept, of);
      expect(interval.low).toBeCloseTo(low, 4);
      expect(interval.high).toBeCloseTo(high, 4);
    }
  });

  it('contains the share, stays within 0 and 1, is symmetric, and narrows with more observations', () => {
    for (const of of [1, 2, 7, 100, 1000])
      for (let kept = 0; kept <= of; kept++) {
        const { low, high } = wilsonInterval(kept, of);
        const other = wilsonInterval(of - kept, of);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(kept / of);
        expect(high).toBeGreaterThanOrEqual(kept / of);
        expect(high - low).toBeGreaterThan(0);
        expect(low).toBeCloseTo(1 - other.high, 12);
        const wider = wilsonInterval(kept, of);
        const narrower = wilsonInterval(kept * 10, of * 10);
        expect(narrower.high - narrower.low).toBeLessThan(wider.high - wider.low);
      }
  });
});
