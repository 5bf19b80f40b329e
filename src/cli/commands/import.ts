import { mappingSchema, type Mapping } from '../../shared/contract/dataset';
import { ShelfwiseError } from '../../shared/errors';
import { defineCommand } from '../command';
import { importFolder, readJsonFile } from '../data';
import { describeDataset } from '../datasets';

async function readMapping(file: string): Promise<Mapping> {
  const parsed = mappingSchema.safeParse(await readJsonFile(file, 'mapping'));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'it'}: ${message}`);
  throw new ShelfwiseError(
    'usage',
    `The mapping file ${file} does not fit. ${problems.join('. ')}. The README shows an example of a mapping.`,
  );
}

export const importCommand = defineCommand({
  name: 'import',
  summary: 'Read a folder of data into an immutable data set, and account for every row',
  inputs: {
    folder: { kind: 'text', argument: true, required: true, value: 'FOLDER', help: 'the folder with the data files' },
    map: {
      kind: 'text',
      value: 'FILE',
      help: 'a JSON file that says which column is what, for folders of other services',
    },
  },
  examples: ['import ./my-data', 'import ./other-service --map mapping.json'],
  async run(context, { folder, map }) {
    const mapping = map === undefined ? undefined : await readMapping(context.resolve(map));
    const answer = await importFolder(context, context.resolve(folder), mapping);
    return { json: answer, text: (terminal) => describeDataset(terminal, answer, answer.imported) };
  },
});
