import { expect, it } from 'vitest';
import { createCodes } from './codes';

it('a code is valid once', () => {
  const codes = createCodes();
  const [one, other] = [codes.issue(), codes.issue()];
  expect(one).not.toBe(other);
  expect(codes.use(one)).toBe('right');
  expect(codes.use(one)).toBe('used');
  expect(codes.use(other)).toBe('right');
});

it.each(['', 'x', '__proto__', '책꽂이'])('a code that was never issued is unknown: %j', (code) => {
  expect(createCodes().use(code)).toBe('unknown');
});

it('an expired code is worthless', () => {
  let now = 0;
  const codes = createCodes(() => now);
  const [brief, lasting] = [codes.issue(100), codes.issue()];
  now = 100;
  expect(codes.use(brief)).toBe('unknown');
  now = 1e9;
  expect(codes.use(lasting)).toBe('right');
});

it('only a limited number of codes is remembered', () => {
  const codes = createCodes();
  const first = codes.issue();
  for (let more = 0; more < 1000; more++) codes.issue();
  expect(codes.use(first)).toBe('unknown');
});
