import { describe, expect, it } from 'vitest';
import { mentions } from './keyed-ids';

describe('a text mentions an id', () => {
  it.each([
    ['12', '12'],
    ['12', 'x,12,500'],
    ['12', 'x,12.0,500'],
    ['12', 'See "12".'],
    ['kid-7', 'sister of kid-7!'],
    ['kid.5.', 'x,kid.5.,500'],
    ['kid 5!', 'kid 5!,94'],
    ['k,5x', '"k,5x",94'],
    ['kid(5)', 'x;kid(5);94'],
    ['k:5:z', 'k:5:z|94'],
    ['kid "5"', '"kid ""5""",94'],
    ['아이 1', 'x,아이 1,94'],
    ['a\\d', 'a\\d,94'],
  ])('%s: %s', (id, text) => expect(mentions(text, id)).toBe(true));

  it.each([
    ['12', '112,500'],
    ['12', '12.5'],
    ['12', '120'],
    ['kid-7', 'kid-77'],
    ['kid 5!', 'kid 5,94'],
    ['a\\d', 'a1'],
    ['', 'any,text'],
  ])('not %s: %s', (id, text) => expect(mentions(text, id)).toBe(false));
});
