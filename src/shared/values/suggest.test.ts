import { describe, expect, it } from 'vitest';
import { textOf } from '../words/sentence';
import { allowedWords, editDistance, nearest } from './suggest';

describe('suggestions', () => {
  it('count edits as Levenshtein does', () => {
    expect(editDistance('kitten', 'sitting')).toBe(3);
    expect(editDistance('', 'abc')).toBe(3);
    expect(editDistance('same', 'same')).toBe(0);
  });

  it('find the intended word, also by its last part, and none if nothing is close', () => {
    const knobs = ['noise.dropout', 'structure.width', 'optimiser.rate'];
    expect(nearest('noise.droput', knobs)).toBe('noise.dropout');
    expect(nearest('dropout', knobs)).toBe('noise.dropout');
    expect(nearest('WIDTH', knobs)).toBe('structure.width');
    expect(nearest('zzzzzzzz', knobs)).toBeNull();
  });

  it('skip words of very different length', () => {
    expect(nearest('h'.repeat(500_000), ['h'.repeat(100_000), 'history.csv'])).toBeNull();
    expect(nearest('hist', ['h'.repeat(1000), 'h', 'hits'])).toBe('hits');
  });

  it('show a short list in full, and the beginning and length of a long one', () => {
    expect(textOf(allowedWords('b', ['a1', 'b1']))).toContain('Allowed: a1, b1.');
    const ids = Array.from({ length: 100 }, (_, id) => String(id));
    expect(textOf(allowedWords('x', ids))).toContain('10, 11, … (100 in all).');
  });
});
