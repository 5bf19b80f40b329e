import { defineCommand } from '../../../cli/command';
import { RUN_ARGUMENT } from '../../../cli/common-inputs';
import { followRun, runAnswer } from '../../../cli/runs';

export default defineCommand({
  name: 'resume',
  group: 'Train and judge',
  summary: 'Go on with a run that was stopped or crashed; it ends in the same bits as an uninterrupted one',
  inputs: { run: RUN_ARGUMENT },
  examples: ['resume rrt9psbyug'],
  async run(context, { run }) {
    const client = await context.client();
    const record = await client.runs.get({ runId: run });
    if (record.status === 'finished') {
      context.reporter.note('This run is finished; there is nothing to resume.');
      return runAnswer(record);
    }
    const { runId } = await client.runs.resume({ runId: record.runId });
    return runAnswer(await followRun(context, runId));
  },
});
