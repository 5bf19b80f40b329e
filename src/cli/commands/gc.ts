import { defineCommand } from '../command';
import { bytes, counted } from '../words';

export const gcCommand = defineCommand({
  name: 'gc',
  summary: 'Empty the trash and collect what no run or data set needs',
  inputs: {},
  examples: ['gc'],
  async run(context) {
    const answer = await (await context.client()).workspace.collect();
    return {
      json: answer,
      text: () =>
        answer.removed.length === 0
          ? 'There was nothing to remove.'
          : [
              ...answer.removed,
              `Removed ${counted(answer.removed.length, 'thing')}, ${bytes(answer.bytes)} freed.`,
            ].join('\n'),
    };
  },
});
