import { expect, test } from 'vitest';
import { secondsLeft } from './live-runs';

test('a run that did a quarter in ten seconds needs ten more for each quarter', () => {
  expect(secondsLeft({ from: 0.25, to: 0.5 }, 10)).toBe(20);
  expect(secondsLeft({ from: 0, to: 0.7 }, 10)).toBe(5);
});

test('predicts nothing from hardly any progress', () => {
  expect(secondsLeft({ from: 0, to: 0.01 }, 100)).toBeNull();
  expect(secondsLeft({ from: 0, to: 0.5 }, 0.5)).toBeNull();
});

test('speaks of what was estimated while little is done, and of the pace once most is', () => {
  // Nothing to measure by yet: all of the estimate.
  expect(secondsLeft({ from: 0, to: 0 }, 0, 9)).toBe(9);
  // A slow beginning, which by itself would promise 76 seconds.
  expect(secondsLeft({ from: 0, to: 0.05 }, 4)).toBe(76);
  expect(secondsLeft({ from: 0, to: 0.05 }, 4, 9)).toBe(12);
  expect(secondsLeft({ from: 0, to: 0.9 }, 90, 9)).toBe(10);
});
