import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { type Answer, defineCommand } from '../../../cli/command';
import type { Context } from '../../../cli/context';
import { keyInput } from '../../../cli/common-inputs';
import { describeAddition } from './addition';
import { addFolder, importFolder, readMapping } from '../../../cli/data';
import { describeDataset } from './datasets-shown';
import { jsonText } from '../../../cli/output';
import { list } from '../../../cli/words';

/** Printed in the form that --map accepts. @throws ShelfwiseError `bad-data` if nothing can be proposed */
async function proposal(context: Context, folder: string): Promise<Answer> {
  const { mapping, guessed } = await (await context.client()).datasets.look({ folder });
  if (mapping === null) throw new ShelfwiseError('bad-data', say('adding.no-proposal', { folder }));
  const doubt = guessed.length === 0 ? '' : ` Only the values suggest ${list(guessed)}.`;
  context.reporter.note(
    `A proposal from the names and first rows of the files: check it, then pass it with --map.${doubt}`,
  );
  return { json: mapping, text: () => jsonText(mapping) };
}

export default defineCommand({
  name: 'import',
  group: 'Data',
  summary: 'Read a folder of data into an immutable data set, and account for every row',
  inputs: {
    folder: { kind: 'text', argument: true, required: true, value: 'FOLDER', help: 'the folder with the data files' },
    map: {
      kind: 'text',
      value: 'FILE',
      help: 'a JSON file that says which column is what, for folders of other services',
    },
    pseudonymise: {
      kind: 'text',
      value: 'KEYFILE',
      help: 'replace the IDs of profiles with pseudonyms; the key is saved in this file, which is made if it does not exist',
    },
    add: {
      kind: 'flag',
      help: 'add what is in the folder to a data set: makes a new one, in which the same events count once',
    },
    to: {
      kind: 'text',
      value: 'DATA',
      help: 'with --add: the fingerprint of the data set that is added to; without it the one that was imported last',
    },
    propose: { kind: 'flag', help: 'only print a mapping that may fit the folder, to check and pass with --map' },
  },
  examples: [
    'import ./my-data',
    'import ./other-service --propose > mapping.json',
    'import ./other-service --map mapping.json',
    'import ./my-data --pseudonymise ~/keys/my-data.key',
    'import --add ./2026-04',
  ],
  async run(context, { folder, map, propose, pseudonymise, add, to }) {
    if (to !== undefined && !add) throw new ShelfwiseError('usage', say('adding.to-without-add'));
    if (add && propose) throw new ShelfwiseError('usage', say('adding.propose-and-add'));
    if (add) {
      const mapped = map === undefined ? {} : { mapping: await readMapping(context.resolve(map)) };
      const keys = keyInput(context, pseudonymise);
      const answer = await addFolder(context, context.resolve(folder), { to, ...mapped, ...keys });
      return { json: answer, text: (terminal) => describeAddition(terminal, answer) };
    }
    if (propose) return proposal(context, context.resolve(folder));
    const mapping = map === undefined ? undefined : await readMapping(context.resolve(map));
    const answer = await importFolder(context, context.resolve(folder), mapping, keyInput(context, pseudonymise));
    return { json: answer, text: (terminal) => describeDataset(terminal, answer, answer.imported) };
  },
});
