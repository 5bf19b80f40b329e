import { defineCommand } from '../../../cli/command';
import { RUN_ARGUMENT } from '../../../cli/common-inputs';
import { showAnswer } from '../../../cli/runs';

export default defineCommand({
  name: 'show',
  group: 'Train and judge',
  summary: 'Show the record of a run: what made it, its metrics and its hashes',
  inputs: { run: RUN_ARGUMENT },
  examples: ['show rrt9psbyug'],
  async run(context, { run }) {
    return showAnswer(await (await context.client()).runs.get({ runId: run }));
  },
});
