import { expect, it } from 'vitest';
import { CHOICE_NAMES, choiceName } from './choice-names';
import { KNOBS } from './table';

it.each(['en', 'ko'] as const)('choices of a knob have distinct names: %s', (language) => {
  for (const names of Object.values(CHOICE_NAMES)) {
    const texts = Object.values(names).map((text) => text[language]);
    expect(new Set(texts).size).toBe(texts.length);
  }
});

it('every knob with choices has names, and other words have none', () => {
  const choiceKnobs = Object.entries(KNOBS).flatMap(([name, { kind }]) => (kind === 'choice' ? [name] : []));
  expect(Object.keys(CHOICE_NAMES).toSorted()).toEqual(choiceKnobs.toSorted());
  expect(choiceName('loss.history', 'square-root', 'ko')).toBe('제곱근');
  expect(choiceName('loss.history', 'cube-root', 'ko')).toBeNull();
  expect(choiceName('loss.history', 'toString', 'ko')).toBeNull();
  expect(choiceName('noise.dropout', 0.5, 'ko')).toBeNull();
});
