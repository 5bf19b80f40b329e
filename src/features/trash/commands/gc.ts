import { defineCommand } from '../../../cli/command';
import { bytes, counted, list } from '../../../cli/words';

interface Collected {
  removed: string[];
  bytes: number;
  leftAlone: string[];
}

function describeCollection({ removed, bytes: freed, leftAlone }: Collected): string[] {
  const left =
    leftAlone.length === 0
      ? []
      : [`Left alone, because this version of Shelfwise did not make it: ${list(leftAlone)}.`];
  if (removed.length === 0) return ['There was nothing to remove.', ...left];
  return [...removed, `Removed ${counted(removed.length, 'thing')}, ${bytes(freed)} freed.`, ...left];
}

export default defineCommand({
  name: 'gc',
  group: 'Carry, delete and restore',
  summary: 'Empty the trash for good, and collect what no run or data set needs',
  inputs: {},
  examples: ['gc'],
  async run(context) {
    const answer = await (await context.client()).workspace.collect();
    return {
      json: answer,
      text: () => describeCollection(answer).join('\n'),
    };
  },
});
