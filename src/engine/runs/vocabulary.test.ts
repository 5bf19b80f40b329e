import { expect, test } from 'vitest';
import { encodeVocabulary } from './vocabulary';

const ids = (count: number): string[] =>
  Array.from({ length: count }, (_, id) => (id % 7 === 0 ? `"${id}\n가` : `${id}`));

test.each([0, 1, 2, 16_383, 16_384, 16_385, 40_000])(
  'writes %i IDs in pieces, identical to one text of JSON',
  (count) => {
    for (const profiles of [ids(count), null]) {
      const vocabulary = { profiles, items: ids(count) };
      expect(encodeVocabulary(vocabulary) === `${JSON.stringify(vocabulary)}\n`).toBe(true);
    }
  },
);
