import { defineCommand } from '../command';
import { datasetTable } from '../datasets';

export const datasetsCommand = defineCommand({
  name: 'datasets',
  summary: 'List the data sets of the workspace',
  inputs: {},
  examples: ['datasets'],
  async run(context) {
    const datasets = await (await context.client()).datasets.list();
    return { json: { datasets }, text: (terminal) => datasetTable(terminal, datasets) };
  },
});
