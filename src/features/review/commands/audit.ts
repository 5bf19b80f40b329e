import { defineCommand } from '../../../cli/command';
import { RUN_INPUT } from '../../../cli/common-inputs';
import { formatTable } from '../../../cli/layout';
import { minute } from '../../../cli/words';

export default defineCommand({
  name: 'audit',
  group: 'Review and approve',
  summary: 'Show what was decided, approved and exported of the data set of a run, the latest first',
  inputs: { run: RUN_INPUT },
  examples: ['audit --run rrt9psbyug'],
  async run(context, { run }) {
    const entries = await (await context.client()).review.audit({ runId: run });
    return {
      json: { entries },
      text: (terminal) =>
        entries.length === 0
          ? 'Nothing was decided, approved or exported yet.'
          : formatTable(
              terminal,
              [{ title: 'when (UTC)' }, { title: 'what' }, { title: 'run' }, { title: 'details', shrinkTo: 20 }],
              entries.map(({ at, what, runId = '', ...details }) => [
                minute(at),
                what,
                runId,
                Object.entries(details)
                  .filter(([, value]) => value !== null && value !== '')
                  .map(([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
                  .join(', '),
              ]),
            ),
    };
  },
});
