import { expect, it } from 'vitest';
import { titleParts } from './episode';

it.each([
  ['호기심 많은 별사탕 궁전 2화', '호기심 많은 별사탕 궁전', '2화'],
  ['낱말 우체국, 보나리가 간다 12화', '낱말 우체국, 보나리가 간다', '12화'],
  ['뽀로로 제3회', '뽀로로', '제3회'],
  ["Mossel's Otter Bay, part 2", "Mossel's Otter Bay", 'part 2'],
  ['The Bouncy Cloud Airfield: Episode 11', 'The Bouncy Cloud Airfield', 'Episode 11'],
  ['마법 이야기 시즌 2', '마법 이야기', '시즌 2'],
])('%s splits into a series and an episode', (title, series, episode) => {
  expect(titleParts(title)).toEqual({ series, episode });
});

it.each(['1화', 'Toy Story 2', 'Show 2024', '1430', '', 'Department 2', '화', 'A party 3'])(
  '%s stays whole',
  (title) => {
    expect(titleParts(title)).toEqual({ series: title, episode: null });
  },
);
