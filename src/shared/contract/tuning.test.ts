import { expect, test } from 'vitest';
import { isSameTuning, NEUTRAL_TUNING, type Tuning, tunedKeys, tuningSchema, withoutKeys } from './tuning';
import { TUNING_KEYS } from './tuning-keys';

/** A non-neutral value for each key; the type ensures that none is missing. */
const ASKING: Required<Tuning> = {
  hidden: 0.5,
  mask: 7,
  condition: 1.5,
  attributes: { age: '3' },
  removed: ['1'],
  added: ['2'],
  neighbours: { count: 20, share: 0.3 },
  directions: [{ direction: 1, amount: 2 }],
  watched: 'include',
};

test.each(TUNING_KEYS)('%s is neutral until set, and neutral again without it', (key) => {
  const isMask = key === 'mask';
  const before: Tuning = isMask ? { ...NEUTRAL_TUNING, hidden: 0.5 } : NEUTRAL_TUNING;
  const tuning = tuningSchema.parse({ ...before, [key]: ASKING[key] });
  expect(tunedKeys(tuning)).toEqual([isMask ? 'hidden' : key]);
  expect(isSameTuning(tuning, before)).toBe(false);
  expect(withoutKeys(tuning, [key])).toEqual(before);
});

test('a key that changes nothing by itself makes no difference', () => {
  const idle: Tuning = {
    ...NEUTRAL_TUNING,
    mask: 7,
    neighbours: { count: 5, share: 0 },
    directions: [{ direction: 1, amount: 0 }],
  };
  expect(tunedKeys(idle)).toEqual([]);
  expect(isSameTuning(idle, NEUTRAL_TUNING)).toBe(true);
  expect(isSameTuning({ ...idle, hidden: 0.1 }, { ...NEUTRAL_TUNING, hidden: 0.1 })).toBe(false);
});

test('tunings are equal in any order of keys', () => {
  const { hidden, ...others } = { ...ASKING, attributes: { age: '3', sex: 'F' } };
  expect(isSameTuning({ ...others, attributes: { sex: 'F', age: '3' }, hidden }, { hidden, ...others })).toBe(true);
});
