import { expect, test } from 'vitest';
import type * as z from 'zod';
import { textsIn } from '../../src/shared/words/texts';
import { LONGEST_RUN_NAME } from '../../src/shared/limits';
import { shellContract } from '../../src/shared/processes/shell-contract';

test('a notification can name a run with the longest name', () => {
  const input = shellContract.user.notify['~orpc'].inputSchema as z.ZodType;
  const title = textsIn('en')('runs.ended', {
    name: 'x'.repeat(LONGEST_RUN_NAME),
    status: textsIn('en')('common.statuses.finished'),
  });
  expect(input.safeParse({ title, body: '' }).success).toBe(true);
});
