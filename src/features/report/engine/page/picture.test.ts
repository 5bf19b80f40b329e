import { expect, test } from 'vitest';
import { FULL_WIDTH, picture } from './picture';

/** What turns the direction of a text, ends a line or hides in it. */
const OBEYED = /[\u0000-\u0008\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/;

test('texts in a chart turn no direction, wherever they are drawn', () => {
  const hostile = Array.from('\u2066\u2067\u2068\u2069\u202E\u200F\u061C\u0007', (sign) => `a${sign}b`).join(' ');
  const { text } = picture(
    {
      title: hostile,
      summary: hostile,
      keys: [{ mark: 'dot', label: hostile }],
      drawing: {
        kind: 'intervals',
        axis: hostile,
        rows: [{ label: hostile, heading: hostile, value: 1, low: 0, high: 2, tip: hostile }],
        reference: 1,
        format: String,
      },
    } as never,
    FULL_WIDTH,
  );
  expect(text).toContain('<svg');
  expect(OBEYED.exec(text)).toBeNull();
});
