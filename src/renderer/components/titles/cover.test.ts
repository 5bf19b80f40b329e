import { describe, expect, it } from 'vitest';
import { contrast } from '../../../shared/look/contrast';
import { COVER_COLOURS, COVER_LABEL } from '../../theme/cover-colours';
import { type Cover, coverOf } from './cover';
import { MOTIFS, SCENES } from './cover-drawing';

const drawn = (cover: Cover): string => JSON.stringify({ ...cover, episode: null });

it('episodes of a series share a cover, each with its number on the spine', () => {
  const [second, last] = [coverOf('공룡 마을 2화'), coverOf('공룡 마을 14화')];
  expect(drawn(second)).toBe(drawn(last));
  expect([second.episode, last.episode]).toEqual(['2', '14']);
  expect(drawn(coverOf('Toy Tower, part 1'))).toBe(drawn(coverOf('TOY TOWER part 2')));
  expect(drawn(coverOf('공룡 마을 2화'.normalize('NFD')))).toBe(drawn(second));
  expect(coverOf('Toy Story 2').episode).toBe(null);
});

it('titles that begin alike have covers of their own', () => {
  const titles = 'sea moon door bear tree lamp road kite'.split(' ').map((name) => `The ${name}`);
  expect(new Set(titles.map((title) => drawn(coverOf(title)))).size).toBe(titles.length);
});

describe('of 500 series', () => {
  const covers = Array.from({ length: 500 }, (_, index) =>
    coverOf(`Series ${String.fromCharCode(97 + (index % 26))}${index}x`),
  );

  it('each colour, motif and scene occurs, none for most', () => {
    for (const [part, kinds] of [
      ['colours', COVER_COLOURS],
      ['motif', MOTIFS],
      ['scene', SCENES],
    ] as const)
      for (const kind of kinds) {
        const times = covers.filter((cover) => cover[part] === kind).length;
        expect(times, `${part} ${JSON.stringify(kind)}`).toBeGreaterThan(500 / kinds.length / 3);
        expect(times, `${part} ${JSON.stringify(kind)}`).toBeLessThan((3 * 500) / kinds.length);
      }
  });

  it('hardly two in a list of 25 share a cover', () => {
    const lists = Array.from({ length: 20 }, (_, list) => covers.slice(25 * list, 25 * (list + 1)));
    const shared = lists.map((list) => list.length - new Set(list.map(drawn)).size);
    expect(shared.reduce((sum, count) => sum + count, 0)).toBeLessThan(10);
  });
});

it('a motif stands out from its cloth, and a number from its label', () => {
  for (const { cloth, motif } of COVER_COLOURS) expect(contrast(cloth, motif), cloth).toBeGreaterThanOrEqual(3);
  expect(contrast(COVER_LABEL.paper, COVER_LABEL.ink)).toBeGreaterThanOrEqual(7);
});
