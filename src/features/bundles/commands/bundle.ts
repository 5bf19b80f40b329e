import { defineCommand } from '../../../cli/command';
import { OUT_INPUT, RUN_ARGUMENT } from '../../../cli/common-inputs';
import { longCall } from '../../../cli/context';
import { formatFacts } from '../../../cli/layout';
import { counted } from '../../../cli/words';

export default defineCommand({
  name: 'bundle',
  group: 'Carry, delete and restore',
  summary: 'Write one file with everything needed to open and verify a run on another machine',
  inputs: {
    run: RUN_ARGUMENT,
    out: OUT_INPUT,
    withData: {
      kind: 'flag',
      help: 'with the data set and the notes on profiles; without it the file holds no profile, history or list, only hashes',
    },
    wholeRun: {
      kind: 'flag',
      help: 'with lists and figures of profiles but without the data set, for a computer that has it; a run that paused goes too',
    },
  },
  examples: ['bundle rrt9psbyug --out run.shelfwise', 'bundle rrt9 --out run.shelfwise --with-data'],
  async run(context, { run, out, withData, wholeRun }) {
    const client = await context.client();
    const input = { runId: run, out: context.resolve(out), withData, wholeRun };
    const answer = await longCall(context, (options) => client.runs.bundle(input, options));
    const content = withData
      ? 'with its data set: give it only to those who may see these histories'
      : wholeRun
        ? 'all of the run, without its data set: give it only to those who may see its lists'
        : 'without data: no profile, history or list, only hashes';
    return {
      json: answer,
      text: (terminal) =>
        `${formatFacts(terminal, [
          ['run', answer.runId],
          ['holds', `${counted(answer.files.length, 'file')}, ${content}`],
          [
            'left out',
            answer.rulesLeftOut === 0 ? null : `${counted(answer.rulesLeftOut, 'rule')} for profiles by their IDs`,
          ],
          ['sha256', answer.sha256],
        ])}\n${answer.path}`,
    };
  },
});
