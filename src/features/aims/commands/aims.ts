import { defineCommand } from '../../../cli/command';
import { DATA_INPUT } from '../../../cli/common-inputs';
import type { Client, Context } from '../../../cli/context';
import { resolveData } from '../../../cli/data';
import { blocks, formatTable, wrap } from '../../../cli/layout';
import { missingArgument } from '../../../cli/missing-argument';
import { DATE_INPUT, RULES_INPUT, rulesInput } from '../../../cli/rules';
import { count } from '../../../cli/words';
import { ShelfwiseError } from '../../../shared/errors';
import { LIST_LENGTH } from '../../../shared/limits';
import { allowedWords } from '../../../shared/values/suggest';
import { say, textOf } from '../../../shared/words/sentence';
import type { KeptAim } from '../contract/aims';
import { MOST_DAYS_APART } from '../contract/limits';
import { aimSentence } from '../words/aim-sentence';
import { AIM_KINDS, aimOf } from './aim-of';
import { measuredText } from './measured-text';

const ACTIONS = ['list', 'add', 'remove', 'measure'] as const;

/** @throws ShelfwiseError `not-found` with the existing names */
function aimNamed(aims: readonly KeptAim[], name: string): KeptAim {
  const found = aims.find((aim) => aim.name.toLowerCase() === name.toLowerCase());
  if (found !== undefined) return found;
  const names = aims.map((aim) => aim.name);
  throw new ShelfwiseError('not-found', [say('aims.unknown', { name }), ...allowedWords(name, names)]);
}

const needed = <Value>(value: Value | undefined, action: string, inputs: string): Value => {
  if (value !== undefined) return value;
  throw missingArgument(`aims ${action}`, inputs);
};

/** The data set of --data, or that of the run. */
async function dataOf(
  context: Context,
  client: Client,
  { data, run }: { data?: string; run?: string },
  action: string,
): Promise<string> {
  if (data === undefined && run !== undefined) return (await client.runs.get({ runId: run })).dataset.fingerprint;
  return (await resolveData(context, needed(data, action, '--data'))).fingerprint;
}

export default defineCommand({
  name: 'aims',
  group: 'Look at profiles, titles and lists',
  summary:
    'Keep aims for the lists of a data set, such as a third made here, and say how far the lists of a run are from them',
  inputs: {
    action: {
      kind: 'choice',
      argument: true,
      value: 'ACTION',
      choices: ACTIONS,
      default: 'list',
      help: `one of ${ACTIONS.join(', ')}`,
    },
    name: { kind: 'text', argument: true, value: 'NAME', help: 'add, remove: the name of the aim' },
    data: { ...DATA_INPUT, required: undefined },
    run: { kind: 'text', value: 'RUN', help: 'measure: the run whose lists are measured' },
    kind: { kind: 'choice', value: 'KIND', choices: AIM_KINDS, help: `add: one of ${AIM_KINDS.join(', ')}` },
    of: {
      kind: 'texts',
      value: 'ATTRIBUTE=VALUE',
      help: 'add: titles with this value; of one attribute any of several',
    },
    series: { kind: 'texts', value: 'NAME', help: 'add: titles of this series' },
    title: { kind: 'texts', value: 'ID', help: 'add: this title' },
    percent: { kind: 'integer', minimum: 0, maximum: 100, value: 'N', help: 'at-least, at-most: percent of a list' },
    count: { kind: 'integer', minimum: 1, maximum: LIST_LENGTH, value: 'N', help: 'each: titles in each list' },
    days: {
      kind: 'integer',
      minimum: 1,
      maximum: MOST_DAYS_APART,
      value: 'N',
      help: 'apart: days within which nothing comes again',
    },
    attribute: { kind: 'text', value: 'NAME', help: 'calibrated: the attribute of titles' },
    divergence: { kind: 'text', value: 'NUMBER', help: 'calibrated: how far lists may be from the history' },
    rules: RULES_INPUT,
    date: DATE_INPUT,
  },
  examples: [
    'aims add "A third made here" --kind at-least --of country=KR --percent 33 --data 3f2a9c10',
    'aims add "Something to learn" --kind each --of genre=Learning --count 1 --data 3f2a9c10',
    'aims add "As varied as the history" --kind calibrated --attribute genre --divergence 0.3 --data 3f2a9c10',
    'aims measure --run rrt9psbyug',
    'aims --data 3f2a9c10 --json',
    'aims remove "A third made here" --data 3f2a9c10',
  ],
  details: () =>
    [
      'An aim changes no list. at-least, at-most: the share of the titles in a list, as the mean over the profiles. each: so many of them in every list.',
      'apart: no title that the profile watched within so many days before the last day of the data. calibrated: lists as varied as the history, by the',
      'divergence of Kullback and Leibler of the one from the other (Steck 2018), 0 if they are alike. Measured are the delivered lists of everybody and',
      'of each saved segment; intervals are over profiles, and wider the more segments there are.',
    ].join('\n'),
  async run(context, { action, name, rules, date, ...given }) {
    const client = await context.client();
    if (action === 'measure') {
      const { runId } = await client.runs.get({ runId: needed(given.run, action, '--run') });
      const measured = await client.aims.measure({ runId, ...(await rulesInput(context, rules, { runId, date })) });
      return { json: measured, text: (terminal) => measuredText(terminal, measured) };
    }
    const data = await dataOf(context, client, given, action);
    if (action === 'add') {
      const kept = await client.aims.keep({ data, name: needed(name, action, 'NAME'), aim: aimOf(given) });
      return { json: kept, text: () => `${kept.name}: ${textOf([aimSentence(kept.aim)])}` };
    }
    const aims = await client.aims.list({ data });
    if (action === 'remove') {
      const { id, revision, name: removed } = aimNamed(aims, needed(name, action, 'NAME'));
      return { json: await client.aims.remove({ data, id, revision }), text: () => `Removed: ${removed}` };
    }
    return {
      json: { aims },
      text: (terminal) =>
        aims.length === 0
          ? blocks(...wrap('No aim is saved with this data. "shelfwise aims add" keeps one.', terminal.width))
          : formatTable(
              terminal,
              [
                { title: 'aim', shrinkTo: 16 },
                { title: 'what', shrinkTo: 30 },
                { title: 'revision', align: 'right' },
              ],
              aims.map((aim) => [aim.name, textOf([aimSentence(aim.aim)]), count(aim.revision)]),
            ),
    };
  },
});
