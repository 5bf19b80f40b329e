/** Days of a sentence are found as the formats of the window write them, in every month. */
import { expect, it } from 'vitest';
import { createFormat } from '../../../shared/words/format';
import { withWholeDays } from './whole-days';

const MONTHS = Array.from({ length: 12 }, (_, month) => `2026-${String(month + 1).padStart(2, '0')}-09`);

it.each([
  ['en', createFormat('en').calendarDay],
  ['ko', createFormat('ko').calendarDay],
  ['files', (day: string) => day],
] as const)('keeps each day of a text on one line: %s', (_, written) => {
  for (const day of MONTHS) {
    const parts = withWholeDays(`Until ${written(day)}. From ${written(day)}.`);
    expect([day, parts.map((part) => typeof part)]).toEqual([day, ['string', 'object', 'string', 'object', 'string']]);
  }
});
