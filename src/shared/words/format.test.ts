import { expect, test } from 'vitest';
import { createFormat, dayFormat } from './format';

test('numbers, spans and sizes read as each language writes them', () => {
  const [inEnglish, inKorean] = [createFormat('en'), createFormat('ko')];
  expect(inEnglish.duration(185)).toBe('3 min 5 s');
  expect(inKorean.duration(185)).toBe('3분 5초');
  expect(inEnglish.duration(7200)).toBe('2 h');
  expect([2, 2.04, 8.61].map(inKorean.duration)).toEqual(['2초', '2.0초', '8.6초']);
  expect(inEnglish.bytes(1_400_000_000)).toBe('1.4 GB');
  expect(inEnglish.score(null)).toBe('–');
  expect(inKorean.score(-0.0281, 3)).toBe('−0.028');
  expect([0.0281, -0.0281].map((value) => inEnglish.change(value))).toEqual(['+0.0281', '−0.0281']);
  expect(inEnglish.value(0.002)).toBe('0.002');
  expect([0.3874, 2.5249, 165, -1.014].map(inEnglish.listScore)).toEqual(['0.387', '2.52', '165', '−1.01']);
  expect(inEnglish.day('2026-03-02T23:10:00Z')).toBe('Mar 2, 2026');
});

test('a moment has the halves of the day that Koreans write, whatever the data of this program say', () => {
  const moments = createFormat('ko', 'Asia/Seoul').moment;
  expect(moments('2026-11-27T06:08:00Z')).toBe('2026. 11. 27. 오후 3:08');
  expect(moments('2026-11-27T00:08:00Z')).toBe('2026. 11. 27. 오전 9:08');
  expect(createFormat('en', 'Asia/Seoul').moment('2026-11-27T06:08:00Z')).toMatch(/^Nov 27, 2026, 3:08\sPM$/);
});

test('a day of a rule stands in a sentence as the language writes it there', () => {
  const [inEnglish, inKorean] = [createFormat('en'), createFormat('ko')];
  expect(inEnglish.calendarDay('2026-12-31')).toBe('Dec 31, 2026');
  expect(inKorean.calendarDay('2026-12-31')).toBe('2026년 12월 31일');
  for (const typed of ['', '2026-1', '2026-02-30', 'soon']) expect(inKorean.calendarDay(typed)).toBe(typed);
});

test('what is no time is shown as missing', () => {
  const { day, moment, period } = createFormat('en');
  for (const text of ['', 'x', '2026-99-99T99:99:99.999Z'])
    expect([day(text), moment(text), period(text, 'month'), dayFormat('ko', 'Asia/Seoul')(text)]).toEqual([
      '–',
      '–',
      '–',
      '–',
    ]);
});

test('a day is that of its time zone, whatever zone this computer is in', () => {
  const late = '2026-03-02T23:10:00Z';
  expect(['UTC', 'Asia/Seoul', 'America/Los_Angeles'].map((zone) => dayFormat('en', zone)(late))).toEqual([
    'Mar 2, 2026',
    'Mar 3, 2026',
    'Mar 2, 2026',
  ]);
  expect(dayFormat('ko', 'Asia/Seoul')(late)).toBe('2026. 3. 3.');
});
