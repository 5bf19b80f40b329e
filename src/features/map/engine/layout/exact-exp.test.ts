import { expect, it } from 'vitest';
import { exactExp } from './exact-exp';

it('is the exponential function, from sums and products alone', () => {
  for (let exponent = -39.9; exponent <= 0; exponent += 0.37)
    expect(Math.abs(exactExp(exponent) / Math.exp(exponent) - 1)).toBeLessThan(1e-10);
  expect(exactExp(0)).toBe(1);
  expect([exactExp(-41), exactExp(-Infinity)]).toEqual([0, 0]);
});
