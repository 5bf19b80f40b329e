import { expect, it } from 'vitest';
import { LONGEST_RUN_NAME } from '../limits';
import { KNOB_NAMES } from '../recipe/table';
import { textsIn } from './texts';
import { runNameIn, trialName } from './trial-name';

const inEnglish = (name: string): string => runNameIn(name, textsIn('en'), 'en');
const inKorean = (name: string): string => runNameIn(name, textsIn('ko'), 'ko');

it('a trial is named as the fields and choices are, in both languages', () => {
  const name = trialName({ 'optimiser.rate': 0.001, 'loss.history': 'square-root', 'stopping.refit': false });
  expect(name).toBe('optimiser.rate=0.001, loss.history=square-root, stopping.refit=false');
  expect(inEnglish(name)).toBe('Learning rate 0.001, Divide by history Square root, Fit again on all data Off');
  expect(inKorean(name)).toBe('학습률 0.001, 이력 길이로 나누기 제곱근, 전체 데이터로 다시 학습 끔');
});

it('one that was cut ends in dots', () => {
  const name = trialName(Object.fromEntries(KNOB_NAMES.map((knob) => [knob, 1])));
  expect(name).toHaveLength(LONGEST_RUN_NAME);
  expect(inEnglish(name)).toMatch(/ …$/);
  expect(inEnglish(name)).not.toContain('=');
});

it.each(['balanced', 'a=b', 'weekly, optimiser.rate=0.1', 'toString=1', 'optimiser.rate=', ''])(
  'any other name stays: %j',
  (name) => expect(inKorean(name)).toBe(name),
);
