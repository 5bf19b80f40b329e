import { expect, it } from 'vitest';
import { say, textOf } from './sentence';
import { engineTextIn } from './engine-text';
import { withKnobsNamed } from './knobs-named';

it("knobs and choices have the window's names, in both languages", () => {
  const said = [say('split.empty-by-time')];
  const text = { message: textOf(said), said };
  expect(engineTextIn(text, 'en')).toContain(
    'a larger share (“Held-out share”), or hold out at random (“Hold-out”: Random).',
  );
  expect(engineTextIn(text, 'ko')).toContain('비율을 늘리거나(‘평가 비율’) 무작위로 나누세요(‘평가 분할’: 무작위).');
  expect(withKnobsNamed('Set numeric.device=cpu.', 'en')).toBe('Set “Device”: CPU.');
  expect(withKnobsNamed('optimiser.rate is 0.5, not noise.dropout=0.4.', 'en')).toBe(
    '“Learning rate” is 0.5, not “Dropout noise”: 0.4.',
  );
});

it('other text stays: files, paths, words, and knobs of another version', () => {
  const text = 'data.csv, /home/loss.kind/data.history.csv, model, data.histories, ease.lambda';
  expect(withKnobsNamed(text, 'en')).toBe(text);
});
