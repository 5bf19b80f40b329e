import { expect, it } from 'vitest';
import { issueText } from './issue-text';

it('puts the place before the problem, and no empty place', () => {
  const message = 'Unrecognized key: "x"';
  expect(issueText({ path: ['rules', 0, 'name'], message })).toBe(`rules.0.name: ${message}`);
  expect(issueText({ path: [], message })).toBe(message);
  expect(issueText({ path: [], message }, 'input')).toBe(`input: ${message}`);
});
