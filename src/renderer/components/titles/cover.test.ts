import { describe, expect, it } from 'vitest';
import { contrast } from '../../../shared/look/contrast';
import { COVER_PAIRS, NAMELESS, patternColour } from '../../theme/cover-colours';
import { type Cover, coverOf } from './cover';
import { PATTERNS } from './cover-patterns';
import { heavySize, hyphenated, LAYOUTS, typeOf } from './cover-type';

const drawn = ({ colours, pattern, layout }: Cover): string => JSON.stringify({ colours, pattern, layout });
const named = (title: string): Cover => coverOf('1019', title);

it('episodes of a series share a cover, each with its number on the spine', () => {
  const [second, last] = [named('공룡 마을 2화'), named('공룡 마을 14화')];
  expect({ ...second, episode: null }).toEqual({ ...last, episode: null });
  expect([second.episode, last.episode]).toEqual(['2', '14']);
  expect(drawn(named('Toy Tower, part 1'))).toBe(drawn(named('TOY TOWER part 2')));
  expect(named('공룡 마을 2화'.normalize('NFD'))).toEqual(second);
  expect(named('Toy Story 2').episode).toBe(null);
});

it('titles that begin alike have covers of their own', () => {
  const titles = 'sea moon door bear tree lamp road kite'.split(' ').map((name) => `The ${name}`);
  expect(new Set(titles.map((title) => drawn(named(title)))).size).toBe(titles.length);
});

it('a title without a name has its ID on grey paper, whichever ID', () => {
  for (const item of ['1019', 'a 2화'])
    expect(coverOf(item, item)).toMatchObject({ colours: NAMELESS, pattern: null, layout: 'foot' });
});

describe('of 500 series', () => {
  const covers = Array.from({ length: 500 }, (_, index) =>
    named(`Series ${String.fromCharCode(97 + (index % 26))}${index}x`),
  );

  it('each pair, pattern and layout occurs, none for most, and a third of the pairs is turned round', () => {
    const grounds = COVER_PAIRS.map(({ ground, ink }) => [ground, ink]);
    const among = <Kind>(kinds: readonly Kind[], has: (cover: Cover, kind: Kind) => boolean): void => {
      for (const kind of kinds) {
        const times = covers.filter((cover) => has(cover, kind)).length;
        expect(times, JSON.stringify(kind)).toBeGreaterThan(500 / kinds.length / 3);
        expect(times, JSON.stringify(kind)).toBeLessThan((3 * 500) / kinds.length);
      }
    };
    among(grounds, ({ colours }, kind) => kind.includes(colours.ground) && kind.includes(colours.ink));
    among(PATTERNS, ({ pattern }, kind) => pattern === kind);
    among(LAYOUTS, ({ layout }, kind) => layout === kind);
    const turned = covers.filter(({ colours }) => COVER_PAIRS.every(({ ground }) => ground !== colours.ground)).length;
    expect(turned / 500).toBeGreaterThan(0.25);
    expect(turned / 500).toBeLessThan(0.42);
  });

  it('hardly two in a list of 25 share a cover', () => {
    const lists = Array.from({ length: 20 }, (_, list) => covers.slice(25 * list, 25 * (list + 1)));
    const shared = lists.map((list) => list.length - new Set(list.map(drawn)).size);
    expect(shared.reduce((sum, count) => sum + count, 0)).toBeLessThan(15);
  });
});

it('ink and ground can be read on one another, and a pattern lies between them', () => {
  for (const pair of [...COVER_PAIRS, NAMELESS])
    expect(contrast(pair.ground, pair.ink), pair.ground).toBeGreaterThanOrEqual(4.5);
  expect(patternColour({ ground: '#000000', ink: '#ffffff' })).toBe('#949494');
  expect(patternColour({ ground: '#0a0a0a', ink: '#0a0a0a' })).toBe('#0a0a0a');
});

it.each([
  ['Nettlin: The Lost Bell', 'Nettlin', 'The Lost Bell', ''],
  ['Bear, Fox and Hare', '', 'Bear', 'Fox and Hare'],
  ['Clumsy Nettlin of Spelling Stairs', 'Clumsy Nettlin of', 'Spelling Stairs', ''],
  ['Mira and the Night Train', 'Mira and the', 'Night Train', ''],
  ['Woody’s Fossil Island', 'Woody’s', 'Fossil Island', ''],
  ['우디보네 화석 섬', '우디보네', '화석 섬', ''],
  ['곰과 여우', '곰과', '여우', ''],
  ['The Very Little Green Dragon', 'The Very Little', 'Green Dragon', ''],
  ['공룡 마을', '', '공룡 마을', ''],
  ['Toy Tower', '', 'Toy Tower', ''],
])('%s is told apart by what is set heavy', (series, before, heavy, after) => {
  expect(typeOf(series)).toEqual({ before, heavy, after });
});

it('a longer name is set smaller, down to what can be read, and never larger than a short one', () => {
  const sizeOf = (series: string): number => heavySize(typeOf(series), 'foot');
  expect(sizeOf('Bear')).toBe(21);
  expect(sizeOf('Straightforwardness')).toBeLessThan(11.6);
  expect(sizeOf('Straightforwardness')).toBeGreaterThanOrEqual(11.5);
  const names = ['Bear', 'Bear Bear', 'Bear Bear Bears', 'Bearing Bearings', 'Bearingsbear Bearings'].map(sizeOf);
  expect(names).toEqual(names.toSorted((left, right) => right - left));
  // Above and below a pattern there is less room than beside none.
  const long = typeOf('Everywhere Somewhere, Nowhere and Elsewhere at Once and Again');
  expect(heavySize(long, 'head')).toBeLessThanOrEqual(heavySize(long, 'foot'));
});

it('a long Latin word may break between two consonants or after a vowel; Korean never within a word', () => {
  expect(hyphenated('Spelling')).toBe('Spel\u00adling');
  expect(hyphenated('Adventure').replaceAll('\u00ad', '-')).toBe('Ad-ven-ture');
  expect(hyphenated('Bear')).toBe('Bear');
  expect(hyphenated('우디보네')).toBe('우디보네');
});
