import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvField, csvRows } from '../../../shared/values/csv';
import { checkSubmission, submissionRecords } from './submission';

const ids = (count: number, from = 500): string[] => Array.from({ length: count }, (_, index) => String(from + index));
const firstOf = (from: number) => Int32Array.from({ length: 25 }, (_, place) => from + place);
const exported = (profiles: string[], items: string[]) => ({ profiles, items, list: firstOf });
const submissionText = (of: ReturnType<typeof exported>): string => [...submissionRecords(of)].join('');
const failed = (text: string, profiles: string[], items: string[]): string[] =>
  checkSubmission([text], profiles, items)
    .filter(({ passed }) => !passed)
    .map(({ check }) => check);

describe('a submission', () => {
  test('is printed as the contest reads it', () => {
    const text = submissionText(exported(['3', '7'], ids(30)));
    const [header, first, second, end] = text.split('\n');
    expect(header).toBe('profile_id,predicted_list');
    expect(first).toBe(`3,"[${ids(25).join(', ')}]"`);
    expect(second).toBe(`7,"[${ids(25, 501).join(', ')}]"`);
    expect(end).toBe('');
  });

  test('passes its own checks', () => {
    expect(failed(submissionText(exported(['3', '7'], ids(30))), ['3', '7'], ids(30))).toEqual([]);
  });

  test('prints IDs that are not numbers in single quotes, whatever they contain', () => {
    const items = ['it\'s, "a" \\ film', ...ids(29)];
    const text = submissionText(exported(['anna, 3'], items));
    expect(text).toContain('"anna, 3","[\'it\\\'s, ""a"" \\\\ film\', \'500\'');
    expect(failed(text, ['anna, 3'], items)).toEqual([]);
  });

  test('is refused with fewer than 25 titles in all', () => {
    expect(() => submissionText(exported(['3'], ids(24)))).toThrow(/needs 25 different titles per child.*24 in all/);
  });

  test.each([
    ['a missing profile', (text: string) => text.replace(/^7,.*\n/m, ''), 'every profile once, in order'],
    ['another order', (text: string) => text.replace(/^(3,.*\n)(7,.*\n)/m, '$2$1'), 'every profile once, in order'],
    ['a profile twice', (text: string) => text.replace(/^(3,.*\n)/m, '$1$1'), 'every profile once, in order'],
    ['24 ids', (text: string) => text.replace('500, ', ''), 'exactly 25 different ids'],
    ['an id twice', (text: string) => text.replace('500, ', '501, '), 'exactly 25 different ids'],
    ['a strange id', (text: string) => text.replace('500, ', '499, '), 'known ids'],
    ['another header', (text: string) => text.replace('predicted_list', 'list'), 'header'],
    ['a third field', (text: string) => text.replace('\n7,', '\n7,x,'), 'header'],
  ])('with %s does not pass', (_, damage, check) => {
    const text = damage(submissionText(exported(['3', '7'], ids(30))));
    expect(failed(text, ['3', '7'], ids(30))).toContain(check);
  });
});

test('reads back what is written as a CSV field', () => {
  const rows = fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), { minLength: 1 });
  fc.assert(
    fc.property(rows, (table) => {
      // A row of one empty field is an empty line, which no reader tells from a missing one.
      const kept = table.map((row) => (row.length === 1 && row[0] === '' ? ['x'] : row));
      const text = kept.map((row) => `${row.map(csvField).join(',')}\n`).join('');
      expect([...csvRows(text)]).toEqual(kept);
    }),
  );
});
