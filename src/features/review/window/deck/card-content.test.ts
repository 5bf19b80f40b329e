import { expect, test } from 'vitest';
import { reviewReason, reviewRow } from '../../../../../tests/support/window/review-row';
import { textsIn } from '../../../../shared/words/texts';
import { formatIn } from '../../../../renderer/locales/format';
import { alikeOf, causeOf, isCovered, oddTitlesOf, placesAround, whyOdd } from './card-content';
import { ruleFor, rulesFor } from './rule-for';

const titleOf = (item: string, lists: number, more: object = {}) => ({
  item,
  title: `Title ${item}`,
  lists,
  note: null,
  isDecided: false,
  ...more,
});
const viewers = { note: { kind: 'viewers', least: 5, most: 9 } } as const;
const row = reviewRow({
  profile: '7',
  reasons: [
    reviewReason('age', [titleOf('1', 2, viewers), titleOf('2', 9, viewers)]),
    reviewReason('expired', [titleOf('3', 40, { note: { kind: 'until', day: '2026-08-30' } }), titleOf('2', 12)]),
    reviewReason('no-metadata', [titleOf('4', 99, { isDecided: true })], { isDecided: true }),
  ],
});

test('a card has the titles that are asked for, then those in most lists, each once, and none that is decided', () => {
  expect(oddTitlesOf(row, {}).map(({ item, lists }) => [item, lists])).toEqual([
    ['3', 40],
    ['2', 12],
    ['1', 2],
  ]);
  expect(oddTitlesOf(row, { check: 'age' }).map(({ item }) => item)).toEqual(['2', '1', '3']);
  expect(oddTitlesOf(row, { item: '1' })[0]!.item).toBe('1');
});

test('the lists that are alike have the first title for the reason that found it in most lists, or the same reason', () => {
  expect(alikeOf(row, oddTitlesOf(row, { check: 'age' }))).toEqual({ check: 'expired', item: '2', title: 'Title 2' });
  const whole = reviewRow({ profile: '8', reasons: [reviewReason('favourite', [], { value: 'Owls', lists: 3 })] });
  expect(alikeOf(whole, [])).toEqual({ check: 'favourite', value: 'Owls', title: null });
  const alone = reviewRow({ profile: '8', reasons: [reviewReason('age', [titleOf('1', 1)])] });
  expect(alikeOf(alone, oddTitlesOf(alone, {}))).toBeNull();
});

test('the cause of a card is the one that is asked for, otherwise that of its first title', () => {
  expect(causeOf(row, oddTitlesOf(row, { check: 'age' }), { check: 'age' })?.check).toBe('age');
  expect(causeOf(row, oddTitlesOf(row, {}), {})?.check).toBe('expired');
  const whole = reviewRow({ profile: '8', reasons: [reviewReason('favourite', [], { value: 'Owls', lists: 1 })] });
  expect(causeOf(whole, [], {})?.check).toBe('favourite');
});

test('a decision covers a list where nothing else is asked of it', () => {
  const [age, expired] = [
    { check: 'age', title: null },
    { check: 'expired', title: null },
  ];
  expect(isCovered(row, age, { check: 'age' })).toBe(true);
  expect(isCovered(row, age, {})).toBe(false);
  expect(isCovered(row, expired, { check: 'age' })).toBe(false);
  expect(isCovered(row, { ...age, item: '1' }, { check: 'age' })).toBe(false);
  const decided = reviewRow({
    profile: '8',
    reasons: [reviewReason('age', [titleOf('1', 2), titleOf('2', 9, { isDecided: true })])],
  });
  expect(isCovered(decided, { ...age, item: '1' }, {})).toBe(true);
});

test('titles of a cause for which the same would be said share a rule, and a skipped episode has none', () => {
  const known = { settings: undefined, age: 'age', items: [] };
  const made = rulesFor([row, row], { check: 'age' }, known)!;
  expect(made.rules).toMatchObject([{ kind: 'age', titles: { ids: ['2', '1'] }, ages: { from: 5, to: 9 } }]);
  const other = reviewRow({
    profile: '8',
    reasons: [reviewReason('age', [titleOf('5', 1, { note: { kind: 'from-age', age: 12 } })])],
  });
  expect(rulesFor([row, other], { check: 'age' }, known)!.rules).toMatchObject([{}, { titles: { ids: ['5'] } }]);
  const skipped = reviewRow({ profile: '8', reasons: [reviewReason('series', [titleOf('1', 2)])] });
  expect(rulesFor([skipped], { check: 'series' }, known)).toBeNull();
});

test('five places around a title are shown, also at the ends of a list', () => {
  const list = Array.from({ length: 25 }, (_, at) => ({ item: `${at}` }));
  const around = (item: string) => placesAround(list, item).map((one) => one.item);
  expect(around('10')).toEqual(['8', '9', '10', '11', '12']);
  expect(around('0')).toEqual(['0', '1', '2', '3', '4']);
  expect(around('24')).toEqual(['20', '21', '22', '23', '24']);
  expect(around('none')).toEqual([]);
  expect(placesAround(list.slice(0, 2), '1')).toHaveLength(2);
});

test('why says what a check knows of a title, and the age of the child beside those who watch it', () => {
  const t = textsIn('en');
  const labels = { text: (_: string, value: string) => value } as never;
  const said = { labels, valueOf: () => (value: string) => value };
  const child = { attributes: [{ name: 'age', value: '12' }] };
  const [first] = oddTitlesOf(row, { item: '1' });
  expect(whyOdd({ t, format: formatIn('en') }, first!, child, said)).toEqual([
    `${t('deck.why.viewers', { least: 5, most: 9 })} ${t('deck.why.isAge', { age: '12' })}`,
  ]);
  expect(whyOdd({ t, format: formatIn('en') }, first!, undefined, said)).toEqual([
    t('deck.why.viewers', { least: 5, most: 9 }),
  ]);
});

test('the rule for a title keeps it from those it is not for, or ends it on its last day', () => {
  const known = { settings: undefined, age: 'age', items: [] };
  const [third, second, first] = oddTitlesOf(row, {});
  expect(ruleFor(first!, known)).toEqual({
    kind: 'age',
    titles: { ids: ['1'] },
    attribute: 'age',
    ages: { from: 5, to: 9 },
    unknown: true,
  });
  expect(ruleFor(third!, known)).toEqual({ kind: 'expire', titles: { ids: ['3'] }, after: '2026-08-30' });
  expect(ruleFor(second!, { ...known, age: undefined })).toBeNull();
});
