import { expect, it } from 'vitest';
import { ruleSchema } from '../contract/rules';
import { createFormat } from './format';
import { ruleSentence } from './rule-sentence';
import { textOf } from './sentence';

const titles = { ids: ['7'] };
const genre = { attributes: { genre: ['dinosaurs', null] } };

it.each([
  [{ kind: 'pin', titles, place: 3 }, 'Put 7 at place 3.', '3번째 자리에 고정: 7.'],
  [
    { kind: 'pin', titles: genre, place: 1 },
    'Put the best of genre: dinosaurs, missing at place 1.',
    '1번째 자리에 고정: genre dinosaurs, 값 없음 중 점수가 가장 높은 것.',
  ],
  [{ kind: 'pin', titles, place: 1, to: 5 }, 'Keep 7 in places 1 to 5.', '1~5번째 자리 안에 고정: 7.'],
  [
    { kind: 'pin', titles: genre, place: 3, to: 4 },
    'Keep the best of genre: dinosaurs, missing in places 3 to 4.',
    '3~4번째 자리 안에 고정: genre dinosaurs, 값 없음 중 점수가 가장 높은 것.',
  ],
  [
    {
      kind: 'hide',
      titles,
      profiles: { members: { segment: 'a1', name: 'Picked', day: '2026-11-29', profiles: ['3', '4'] } },
    },
    'Never show 7. For the 2 children of the segment “Picked” as of 2026-11-29.',
    '숨기기: 7. 세그먼트 ‘Picked’의 2026-11-29 아이 2명에게 적용.',
  ],
  [
    { kind: 'hide', titles, profiles: { attributes: { age: ['3', '1', '2'], sex: ['F'] } } },
    'Never show 7. For children: aged 1 to 3, sex: F.',
    '숨기기: 7. 대상 아이: 1~3세, sex F.',
  ],
  [
    { kind: 'hide', titles, profiles: { attributes: { age: ['3', '5'], grade: ['4', '5'] } } },
    'Never show 7. For children: age: 3, 5, grade: 4 to 5.',
    '숨기기: 7. 대상 아이: age 3, 5, grade 4~5.',
  ],
  [{ kind: 'boost', titles, places: 10 }, 'Move 7 up by 10 places.', '10자리 올리기: 7.'],
  [{ kind: 'bury', titles, places: 5 }, 'Move 7 down by 5 places.', '5자리 내리기: 7.'],
  [
    { kind: 'hide', titles: { text: 'ghost' } },
    'Never show titles with “ghost” in the name.',
    '숨기기: 이름에 ‘ghost’ 포함.',
  ],
  [
    { kind: 'hide', titles: { attributes: { genre: ['songs'] }, numbers: { run_time: { from: 3, to: 20.5 } } } },
    'Never show genre: songs, run_time from 3 to 20.5.',
    '숨기기: genre songs, run_time 3~20.5.',
  ],
  [
    { kind: 'hide', titles: { numbers: { run_time: { from: 21 } } } },
    'Never show run_time at least 21.',
    '숨기기: run_time 21 이상.',
  ],
  [
    { kind: 'hide', titles: { numbers: { run_time: { to: 3 } } } },
    'Never show run_time at most 3.',
    '숨기기: run_time 3 이하.',
  ],
  [
    { kind: 'at-most', count: 2, per: { series: true } },
    'At most 2 of each series, of all titles.',
    '시리즈마다 최대 2편: 모든 작품.',
  ],
  [{ kind: 'at-most', count: 2, titles }, 'At most 2 of 7.', '최대 2편: 7.'],
  [
    { kind: 'age', titles, attribute: 'age', ages: { from: 3, to: 5 }, unknown: true },
    'Show 7 only where age is 3 to 5. Also where it is not known.',
    'age 3~5에게만 보이기: 7. 값이 없는 아이에게도 보입니다.',
  ],
  [
    { kind: 'in-order', titles: { series: ['a', 'b', 'c', 'd', 'e'] } },
    'No episode before the one watched, of series a, b, c, 2 more.',
    '이미 본 회차보다 앞선 회차는 빼기: 시리즈 a, b, c, 외 2개.',
  ],
  [
    { kind: 'expire', titles, after: '2026-03-31', from: '2026-01-01' },
    'Show 7 until 2026-03-31, not later. From 2026-01-01.',
    '2026-03-31까지만 보이기: 7. 2026-01-01부터.',
  ],
  [
    { kind: 'never-with', titles, others: genre, profiles: { watched: { from: 5 } } },
    'Never 7 together with genre: dinosaurs, missing. For children: 5 or more watched titles.',
    '한 목록에 함께 노출하지 않기: 7 / genre dinosaurs, 값 없음. 대상 아이: 본 작품 5편 이상.',
  ],
])('says what a rule does: %j', (what, en, ko) => {
  const said = ruleSentence(ruleSchema.parse({ id: 'a', name: 'A', ...what }));
  expect(textOf(said, 'en')).toBe(en);
  expect(textOf(said, 'ko')).toBe(ko);
});

it('counts titles that it does not name as titles, all else as values, and as 1.0 did in a name of 1.0', () => {
  const five = ['1', '2', '3', '5', '9'];
  const said = (what: object, isEarlier = false): string =>
    textOf(ruleSentence(ruleSchema.parse({ id: 'a', name: 'A', kind: 'hide', titles: what }), { isEarlier }), 'ko');
  expect(said({ ids: five })).toBe('숨기기: 1, 2, 3, 외 2편.');
  expect(said({ series: five })).toBe('숨기기: 시리즈 1, 2, 3, 외 2개.');
  expect(said({ attributes: { genre: five } })).toBe('숨기기: genre 1, 2, 3, 외 2개.');
  expect(said({ ids: five }, true)).toBe('숨기기: 1, 2, 3, 외 2개.');

  const limited = (per?: object): string => {
    const rule = ruleSchema.parse({ id: 'a', name: 'A', kind: 'at-most', count: 2, titles, per });
    return textOf(ruleSentence(rule, { isEarlier: true }), 'ko');
  };
  expect(limited()).toBe('최대 2개: 7.');
  expect(limited({ series: true })).toBe('시리즈마다 최대 2개: 7.');
  expect(limited({ attribute: 'genre' })).toBe('genre마다 최대 2개: 7.');
});

it('writes days as it is told to, in every sentence that has one', () => {
  const members = { segment: 'a1', name: 'Picked', day: '2026-11-29', profiles: ['3'] };
  const expire = { kind: 'expire', titles, after: '2026-12-31', from: '2026-12-01', profiles: { members } };
  const said = (what: object, day: (day: string) => string): string =>
    textOf(ruleSentence(ruleSchema.parse({ id: 'a', name: 'A', ...what }), { day }), 'ko');
  expect(said(expire, createFormat('ko').calendarDay)).toBe(
    '2026년 12월 31일까지만 보이기: 7. 세그먼트 ‘Picked’의 2026년 11월 29일 아이 1명에게 적용. 2026년 12월 1일부터.',
  );
  expect(said({ kind: 'hide', titles, until: '2026-12-31' }, () => 'A')).toBe('숨기기: 7. A까지.');
});

it('uses the given names', () => {
  const rule = ruleSchema.parse({ id: 'a', name: 'A', kind: 'hide', titles: { ...titles, ...genre } });
  const said = ruleSentence(rule, {
    title: (id) => `Title ${id}`,
    attribute: () => 'Genre',
    value: (_, code) => code.toUpperCase(),
  });
  expect(textOf(said)).toBe('Never show Title 7, Genre: DINOSAURS, missing.');
});

it('says a range of numbers as it is told to', () => {
  const said = (range: object): string =>
    textOf(
      ruleSentence(ruleSchema.parse({ id: 'a', name: 'A', kind: 'hide', titles: { numbers: { run_time: range } } }), {
        numbers: (attribute, [from, to]) => `${attribute}: ${from}${to === undefined ? '' : ` to ${to}`} min`,
      }),
    );
  expect(said({ from: 60, to: 90 })).toBe('Never show run_time from run_time: 60 to 90 min.');
  expect(said({ from: 60 })).toBe('Never show run_time at least run_time: 60 min.');
  expect(said({ to: 90 })).toBe('Never show run_time at most run_time: 90 min.');
});
