import { expect, test } from 'vitest';
import type * as z from 'zod';
import { en } from '../../src/features/words/en';
import { LONGEST_RUN_NAME } from '../../src/shared/limits';
import { shellContract } from '../../src/shared/processes/shell-contract';

test('a run with the longest name can be told of in a notification', () => {
  const input = shellContract.user.notify['~orpc'].inputSchema as z.ZodType;
  const title = en.runs.ended.replace('{{name}}', 'x'.repeat(LONGEST_RUN_NAME));
  expect(input.safeParse({ title, body: '' }).success).toBe(true);
});
