import { expect, it } from 'vitest';
import { fileNameOf, freeFileName } from './file-name';

it('tells what a file is of, in the letters that people use', () => {
  expect(fileNameOf(['sample', 'Balanced, seed 1', 'lists', '2026-12-01'], 'csv')).toBe(
    'sample - Balanced, seed 1 - lists - 2026-12-01.csv',
  );
  expect(fileNameOf(['키즈 … 4월', '균형, 재현 번호 1', '', '보고서'], 'html')).toBe(
    '키즈 … 4월 - 균형, 재현 번호 1 - 보고서.html',
  );
});

it('is allowed on every system', () => {
  expect(fileNameOf(['../a\\b:c*?"<>|\u0007', ' .hidden. '], 'csv')).toBe('a b c - hidden.csv');
  expect(fileNameOf(['CON'], 'csv')).toBe('_CON.csv');
  expect(fileNameOf(['nul.txt'], 'csv')).toBe('_nul.txt.csv');
  expect(fileNameOf(['??'], 'csv')).toBe('_.csv');
  expect(fileNameOf(['Try 0.3', 'model'], null)).toBe('Try 0_3 - model');
  const long = fileNameOf(['가'.repeat(300), 'lists', '2026-12-01'], 'csv');
  expect(new TextEncoder().encode(long).length).toBeLessThan(255);
  expect(long).toMatch(/가 - lists - 2026-12-01\.csv$/);
  expect('가'.normalize('NFD')).not.toBe('가');
  expect(fileNameOf(['가'.normalize('NFD')], 'csv')).toBe('가.csv');
});

it('is beside the files that are there', () => {
  const day = '2026-12-01';
  expect(freeFileName('submission.csv', ['other.csv'], day)).toBe('submission.csv');
  expect(freeFileName('submission.csv', ['Submission.CSV'], day)).toBe('submission - 2026-12-01.csv');
  expect(freeFileName('submission.csv', ['submission.csv', 'submission - 2026-12-01.csv'], day)).toBe(
    'submission - 2026-12-01 (2).csv',
  );
  expect(freeFileName('kids - lists - 2026-12-01.csv', ['kids - lists - 2026-12-01.csv'], day)).toBe(
    'kids - lists - 2026-12-01 (2).csv',
  );
  expect(freeFileName('Try 0_3 - model', ['Try 0_3 - model'], day)).toBe('Try 0_3 - model - 2026-12-01');
});
