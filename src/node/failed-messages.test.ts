/** What a terminal hears of messages that cannot be answered. */
import { expect, it } from 'vitest';
import { failureTeller } from './failed-messages';

function hear(environment: NodeJS.ProcessEnv = {}): { tell: (thrown: unknown) => void; lines: string[] } {
  const lines: string[] = [];
  return { tell: failureTeller((line) => void lines.push(line), environment), lines };
}

it('is each failure once, in one line, and their number as it grows', () => {
  const { tell, lines } = hear();
  for (let time = 0; time < 1000; time++) tell(new SyntaxError('Unexpected token\n  in "x"'));
  expect(lines).toEqual([
    'A message of a page could not be answered: Unexpected token in "x"',
    '10 messages of pages could not be answered by now.',
    '100 messages of pages could not be answered by now.',
    '1000 messages of pages could not be answered by now.',
  ]);
});

it('is bounded where each failure is another one, however long and whatever it has a terminal obey', () => {
  const { tell, lines } = hear();
  for (let time = 0; time < 1000; time++) tell(new Error(`${time} \u001B[2J ${'x'.repeat(10_000)}`));
  expect(lines).toHaveLength(8);
  for (const line of lines) expect(line).toMatch(/^[^\p{Cc}]{1,260}$/u);
});

it('has the stack of each if it is asked for', () => {
  const { tell, lines } = hear({ SHELFWISE_DEBUG: '1' });
  tell(new Error('one'));
  tell(new Error('one'));
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(/one[^]*\n +at /);
});
