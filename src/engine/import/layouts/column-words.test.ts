import { expect, test } from 'vitest';
import { textOf } from '../../../shared/words/sentence';
import { columnInWords, columnToAdd } from './column-words';
import { contestTable } from './contest-layout';

const history = contestTable('history', 'history_data.csv', []);
const profiles = contestTable('profiles', 'profile_data.csv', []);

test('names columns of known layouts in the words of the screens', () => {
  expect(textOf([columnToAdd(history, 'profile_id')])).toBe('profile_id (ID of the child, such as 1019)');
  expect(textOf([columnInWords(history, 'payment')], 'ko')).toBe('결제(payment 열)');
  expect(textOf([columnInWords(profiles, 'ch_interest_keyword_cd_2')], 'ko')).toContain(
    '(ch_interest_keyword_cd_2 열)',
  );
  expect(textOf([columnInWords(profiles, 'sex')], 'ko')).toBe('성별(sex 열)');
});

test('keeps the names of unknown columns, and those that a mapping gives', () => {
  expect(columnInWords(history, 'ss_id')).toBe('ss_id');
  const mapped = { ...history, isMapped: true } as const;
  expect(columnToAdd(mapped, 'profile_id')).toBe('profile_id');
});
