import { defineCommand } from '../../../cli/command';
import { datasetTable } from './datasets-shown';
import { blocks, problemLines } from '../../../cli/layout';

export default defineCommand({
  name: 'datasets',
  group: 'Data',
  summary: 'List the data sets of the workspace',
  inputs: {},
  examples: ['datasets'],
  async run(context) {
    const client = await context.client();
    const [datasets, unreadable] = await Promise.all([client.datasets.list(), client.datasets.unreadable()]);
    return {
      json: { datasets, unreadable },
      text: (terminal) =>
        blocks(
          datasets.length === 0 && unreadable.length > 0 ? null : datasetTable(terminal, datasets),
          problemLines(terminal, unreadable),
        ),
    };
  },
});
