import { NEUTRAL_TUNING, TUNING_KEYS, TUNING_ROWS, tuningJsonSchema } from '../../shared/contract';
import { defineCommand } from '../command';

export const tuningCommand = defineCommand({
  name: 'tuning',
  summary: 'Print a neutral tuning file for recommend --tune, or the JSON Schema of tuning files',
  inputs: { schema: { kind: 'flag', help: 'print the JSON Schema instead' } },
  examples: ['tuning > my-tuning.json', 'tuning --schema > tuning.schema.json'],
  details: () =>
    [
      'A tuning file is a JSON object that may hold:',
      ...TUNING_KEYS.map((key) => `  ${key}: ${TUNING_ROWS[key].help}`),
    ].join('\n'),
  async run(_context, { schema }) {
    const answer = schema ? tuningJsonSchema() : NEUTRAL_TUNING;
    return { json: answer, text: () => JSON.stringify(answer, null, 2) };
  },
});
