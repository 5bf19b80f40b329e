import { expect, test } from 'vitest';
import type { CheckReport } from '../../review/contract/checks';
import { causesOf } from './use-odd-lists';

const check = (id: string, profiles: string[] | null): CheckReport['checks'][number] => ({
  id,
  name: null,
  mode: 'on',
  limit: null,
  notApplicable: null,
  count: profiles === null ? null : profiles.length,
  stricter: null,
  commonest: null,
  profiles: profiles ?? [],
});

test('the causes are the checks that found most lists, and a list that several found counts once', () => {
  const { causes, explained } = causesOf({
    checks: [check('age', ['1']), check('series', null), check('expired', []), check('order', ['1', '2', '3'])],
  });
  expect(causes.map(({ id, count }) => [id, count])).toEqual([
    ['order', 3],
    ['age', 1],
  ]);
  expect(explained).toBe(3);
});

test('at most five are told, and a check of groups is no cause of an odd list', () => {
  const of = ['age', 'own-1', 'own-2', 'own-3', 'own-4', 'own-5'].map((id, at) =>
    check(id, [id, ...Array.from({ length: at }, (_, more) => `${id}-${more}`)]),
  );
  const { causes, explained } = causesOf({
    checks: [...of, check('group', ['1', '2', '3', '4', '5', '6', '7', '8'])],
  });
  expect(causes.map(({ id }) => id)).toEqual(['own-5', 'own-4', 'own-3', 'own-2', 'own-1']);
  expect(explained).toBe(6 + 5 + 4 + 3 + 2);
});

test('nothing is known before the checks have answered', () => {
  expect(causesOf(undefined)).toEqual({ causes: [], explained: 0 });
});
