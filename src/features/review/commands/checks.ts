import { type OwnCheck, ownChecksSchema } from '../contract/checks';
import { ShelfwiseError } from '../../../shared/errors';
import { issueText } from '../../../shared/values/issue-text';
import { textsIn } from '../../../shared/words/texts';
import { defineCommand } from '../../../cli/command';
import { DATA_INPUT } from '../../../cli/common-inputs';
import { readJsonFile, resolveData } from '../../../cli/data';
import { formatTable } from '../../../cli/layout';
import { count } from '../../../cli/words';
import { CHECK_SETTING_INPUTS, settingsTyped } from './check';
import { say } from '../../../shared/words/sentence';

export default defineCommand({
  name: 'checks',
  group: 'Review and approve',
  summary: 'Show which checks are made of the lists of a data set, or set that',
  inputs: {
    data: DATA_INPUT,
    ...CHECK_SETTING_INPUTS,
    own: { kind: 'text', value: 'FILE', help: 'the checks of your own, in place of those that are saved' },
  },
  examples: [
    'checks --data 3f2a9c10',
    'checks --data 3f2a9c10 --stop age --off unknown --limit one-genre=15',
    'checks --data 3f2a9c10 --own own-checks.json',
  ],
  details: () =>
    [
      'A check of your own finds lists of some profiles with more of some titles than is fine. Profiles and titles are said as in',
      'a file of rules (docs/rules.md). The file is a list of objects:',
      '',
      '[{"id": "own-robots", "name": "Robots for the smallest", "profiles": {"attributes": {"age": ["1", "2"]}},',
      '  "titles": {"text": "robot"}, "most": 0, "mode": "stop"}]',
    ].join('\n'),
  async run(context, { data: typedData, own: file, ...typed }) {
    const { fingerprint: data } = await resolveData(context, typedData);
    const client = await context.client();
    const given = settingsTyped(typed);
    const own = file === undefined ? undefined : await readOwnChecks(context.resolve(file));
    const present = await client.checks.settings({ data });
    const set =
      given.length === 0 && own === undefined
        ? present
        : await client.checks.set({
            data,
            revision: present.revision,
            ...(given.length > 0 && { settings: given }),
            ...(own && { own }),
          });
    return {
      json: set,
      text: (terminal) =>
        formatTable(
          terminal,
          [{ title: 'check' }, { title: 'mode' }, { title: 'limit', align: 'right' }, { title: 'what', shrinkTo: 20 }],
          [
            ...set.settings.map(({ id, mode, limit }) => [
              id,
              mode,
              limit === null ? '' : count(limit),
              textsIn('en')(`checks.help.${id}`),
            ]),
            ...set.own.map(({ id, mode, most, name }) => [id, mode, count(most), name]),
          ],
        ),
    };
  },
});

/** @throws ShelfwiseError `usage` naming the fault, `not-found` for a missing file */
async function readOwnChecks(file: string): Promise<OwnCheck[]> {
  const parsed = ownChecksSchema.safeParse(await readJsonFile(file, 'checks'));
  if (parsed.success) return parsed.data;
  throw new ShelfwiseError(
    'usage',
    say('review.no-checks-in-file', { file, problem: issueText(parsed.error.issues[0]!) }),
  );
}
