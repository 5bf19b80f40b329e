/** The reasons behind a score outweigh what they leave out. */
import { expect, it } from 'vitest';
import type { ScorePart } from '../../../../shared/contract/explanation';
import { reasonsOf } from './reasons';

const watched = (item: string, title: string | null, times = 1) => ({
  item,
  title,
  group: null,
  times,
  lastWatched: null,
});
const part = (kind: ScorePart['kind'], value: number, id: string | null = null): ScorePart => ({ kind, id, value });
const HISTORY = [watched('1', 'Otters 1화'), watched('2', 'Otters 2화', 3), watched('3', 'Bears'), watched('4', null)];
const reasons = (...parts: ScorePart[]) =>
  reasonsOf({ parts, history: HISTORY, attributes: [{ name: 'age', value: '6' }] });

it('gives popularity first where it weighs most, and says whether that is so at the moment', () => {
  expect(reasons(part('base', 1.5), part('history', 0.3, '3'))).toEqual([{ kind: 'popularity', isAtTheMoment: false }]);
  expect(reasons(part('base', 0.4), part('trend', 0.4), part('history', 0.3, '3')).map(({ kind }) => kind)).toEqual([
    'popularity',
    'history',
  ]);
  expect(reasons(part('base', 0.4), part('trend', 0.4))).toEqual([{ kind: 'popularity', isAtTheMoment: true }]);
  // What the length of the history takes from the base makes the title less popular.
  expect(reasons(part('base', 1), part('length', -0.9), part('history', 0.5, '3')).map(({ kind }) => kind)).toEqual([
    'history',
    'popularity',
  ]);
});

it('counts a series as one, and speaks of the whole history where the named titles are the lesser part of it', () => {
  expect(reasons(part('history', 0.4, '1'), part('history', 0.4, '2'), part('history', 0.1, '3'))).toMatchObject([
    { kind: 'history', isWhole: false, watched: [{ name: 'Otters', isSeries: true, times: 4 }, { name: 'Bears' }] },
  ]);
  expect(reasons(part('history', 0.4, '3'), part('history', 0.6, '4'))).toMatchObject([
    { kind: 'history', isWhole: true, watched: [{ name: 'Bears' }] },
  ]);
  // A title without a name is not named by its ID.
  expect(reasons(part('history', 0.6, '4'))).toMatchObject([{ kind: 'history', watched: [] }]);
});

it('names nothing that lowers the score, and of nothing gives no reason', () => {
  expect(reasons(part('history', -0.4, '3'), part('attribute', 0.2, 'age'), part('rest', 5))).toEqual([
    { kind: 'profile', isWhole: false, attributes: [expect.objectContaining({ name: 'age', value: '6' })] },
  ]);
  expect(reasons(part('base', -1), part('history', -0.4, '3'))).toEqual([]);
});
