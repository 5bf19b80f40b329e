/** The examples in help can be typed: they parse, and their IDs look like IDs. */
import { expect, test } from 'vitest';
import { COMMANDS } from '../features/commands';
import type { Input } from './inputs';
import { parseCommandLine } from './program';

/** The format of src/engine/runs/record.ts; a beginning of at least two characters is enough. */
const RUN_OR_BEGINNING = /^r[a-hj-km-np-z2-9]{1,9}$/;
const FINGERPRINT_OR_BEGINNING = /^[0-9a-f]{4,64}$/;

/** Splits a command line like a shell: at blanks outside double quotes, and drops > with what follows. */
const wordsOf = (example: string): string[] =>
  [...example.replace(/ > .*/, '').matchAll(/(?:[^\s"]|"[^"]*")+/g)].map(([word]) => word.replaceAll('"', ''));

const isRun = (input: Input): boolean => 'value' in input && input.value === 'RUN';
const isRunOrData = (input: Input): boolean => 'argument' in input && 'value' in input && input.value === 'ID';

const examples = COMMANDS.flatMap((command) => command.examples.map((example) => ({ example, command })));

test.each(examples)('$example', ({ example, command }) => {
  const invocation = parseCommandLine(wordsOf(example));
  expect(invocation).toMatchObject({ kind: 'run', command: { name: command.name } });
  if (invocation.kind !== 'run') return;
  for (const [key, input] of Object.entries(command.inputs)) {
    const given = [(invocation.values as Record<string, unknown>)[key] ?? []].flat() as string[];
    for (const value of given) {
      if (isRun(input)) expect(value).toMatch(RUN_OR_BEGINNING);
      if (isRunOrData(input) && !FINGERPRINT_OR_BEGINNING.test(value)) expect(value).toMatch(RUN_OR_BEGINNING);
    }
  }
});

test('detects an ID that no run can have', () => {
  for (const impossible of ['2026', '20261124-101530-4f2a', 'r1', 'rrt9psbyug0'])
    expect(impossible).not.toMatch(RUN_OR_BEGINNING);
});
