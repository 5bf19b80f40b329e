import type { ReactNode } from 'react';

/** As each language writes a day in a sentence, and as names of rules have it that were made from older sentences. */
const DAY = /(\d{4}-\d\d-\d\d|[A-Z][a-z]{2} \d{1,2}, \d{4}|\d{4}년 \d{1,2}월 \d{1,2}일)/;

/** A text whose days stand on one line each. */
export const withWholeDays = (text: string): ReactNode[] =>
  text.split(DAY).map((part, at) =>
    DAY.test(part) ? (
      <span key={at} style={{ whiteSpace: 'nowrap' }}>
        {part}
      </span>
    ) : (
      part
    ),
  );
