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
