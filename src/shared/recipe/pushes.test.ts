import { expect, test } from 'vitest';
import { parseAssignment } from './schema';
import { pushesOf, pushesText, summedPushes } from './pushes';

test('pushes convert to text and back', () => {
  const pushes = [
    { direction: 0, amount: 2 },
    { direction: 11, amount: -0.5 },
  ];
  expect(pushesText(pushes)).toBe('1:2 12:-0.5');
  expect(pushesOf('1:2 12:-0.5')).toEqual(pushes);
  expect(pushesOf('')).toEqual([]);
});

test('amounts along one direction add up, and zero amounts are left out', () => {
  expect(summedPushes(pushesOf('2:1 5:1'), pushesOf('1:-1 2:-1 5:0.5'))).toEqual(pushesOf('1:-1 5:1.5'));
});

test('pushes that no recipe can hold have no text', () => {
  expect(pushesText([{ direction: 0, amount: 5.5 }])).toBeNull();
  expect(pushesText([{ direction: 0, amount: 1e-9 }])).toBeNull();
});

test.each(['0:1', '65:1', '1:6', '2:1 1:1', '1:1 1:1', '1:', '1', '1:1  2:1', '1:x'])(
  'a recipe refuses %j as pushes',
  (text) => {
    expect(() => parseAssignment(`scoring.directions=${text}`)).toThrow(/^scoring.directions takes the numbers of/);
  },
);

test('a recipe takes pushes from a command line', () => {
  expect(parseAssignment('scoring.directions=1:2 4:-0.5')).toEqual(['scoring.directions', '1:2 4:-0.5']);
  expect(parseAssignment('scoring.directions=')).toEqual(['scoring.directions', '']);
});
