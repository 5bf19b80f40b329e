import { expect, test } from 'vitest';
import { parseCommandLine } from '../../../cli/program';
import type { Context } from '../../../cli/context';

test('several seeds are not queued, and the message says what to type instead', async () => {
  const parsed = parseCommandLine(['train', '--data', 'x', '--seed', '7', '--seeds', '3', '--later']);
  if (parsed.kind !== 'run') throw new Error('it does not parse');
  // Refused before the engine is asked.
  await expect(parsed.command.run({} as Context, parsed.values)).rejects.toMatchObject({
    code: 'usage',
    message: expect.stringContaining('--later --seed 7, then --later --seed 8'),
  });
});
