import { emptySentence, shelfName, stepsChart, stepsSentence } from '../charts/public';
import { MOST_WEEKS_AHEAD } from '../contract/limits';
import type { EmptyShelves, ShelfSteps } from '../contract/shelf-steps';
import { attributeValue } from '../../../cli/attribute-value';
import { defineCommand } from '../../../cli/command';
import { blocks, formatTable, wrap } from '../../../cli/layout';
import { PROFILE_KEY_INPUT, profileOfData } from '../../../cli/profile';
import { DATE_INPUT, RULES_INPUT, rulesInput, rulesWords } from '../../../cli/rules';
import { segmentNamed } from '../../../cli/segments';
import type { Terminal } from '../../../cli/terminal';
import { count, decimals, ENGLISH } from '../../../cli/words';
import { LIST_LENGTH } from '../../../shared/limits';
import { NO_LABELS } from '../../../shared/contract/labels';
import { ShelfwiseError, toShelfwiseError } from '../../../shared/errors';
import { labelBook } from '../../../shared/labels/label-book';
import { knownNames } from '../../../shared/labels/known-names';
import { say } from '../../../shared/words/sentence';

const WORDING = { ...ENGLISH, labels: labelBook(null, NO_LABELS, knownNames(null, ENGLISH.t)) };

function describe(
  terminal: Terminal,
  whose: string,
  steps: ShelfSteps,
  empty: EmptyShelves | null,
  reason: string | null,
): string {
  const { of, rules } = steps;
  const chart = stepsChart(steps, WORDING);
  const lines = (text: string): string => wrap(text, terminal.width).join('\n');
  return blocks(
    terminal.style('bold', `${whose}: ${of.attribute} = ${of.value}`),
    lines(stepsSentence(steps, WORDING)),
    chart &&
      formatTable(
        terminal,
        chart.table.columns.map((title, place) => ({ title, ...(place > 0 && { align: 'right' as const }) })),
        chart.table.rows,
      ),
    empty && emptyText(terminal, empty, whose),
    reason && terminal.style('dim', lines(reason)),
    rules && `Rules: ${rulesWords(rules)}.`,
  );
}

/** Of the profiles that were asked for a sentence, of several groups a table. */
function emptyText(terminal: Terminal, { shelves }: EmptyShelves, asked: string): string {
  const [first] = shelves;
  if (first?.whose === null) return wrap(emptySentence(first, asked, WORDING), terminal.width).join('\n');
  return formatTable(
    terminal,
    [
      { title: 'shelf' },
      { title: 'profiles', align: 'right' },
      { title: 'unwatched', align: 'right' },
      { title: 'fewer a week', align: 'right' },
      { title: `fewer than ${LIST_LENGTH} left` },
    ],
    shelves.map((shelf) => [
      shelfName(shelf, asked, WORDING),
      count(shelf.profiles),
      decimals(shelf.left, 1),
      decimals(shelf.pace, 1),
      shelf.weeks === 0
        ? 'now'
        : shelf.week === null
          ? `not in ${MOST_WEEKS_AHEAD} weeks`
          : `week of ${shelf.week.from}`,
    ]),
  );
}

export default defineCommand({
  name: 'shelf',
  group: 'Look at profiles, titles and lists',
  summary:
    'Say whether lists are full of one thing because of the model, or because nothing else is left; and when nothing is',
  inputs: {
    run: { kind: 'text', required: true, value: 'RUN', help: 'the run whose lists are told' },
    profile: { kind: 'text', value: 'ID', help: 'this profile alone (without it and --segment all of them)' },
    key: PROFILE_KEY_INPUT,
    segment: { kind: 'text', value: 'NAME', help: 'the profiles of this saved segment' },
    of: {
      kind: 'text',
      value: 'ATTRIBUTE=VALUE',
      help: 'the titles that are counted (without it the genre that has most places)',
    },
    rules: RULES_INPUT,
    date: DATE_INPUT,
  },
  examples: [
    'shelf --run rrt9psbyug --profile 196',
    'shelf --run rrt9psbyug --segment "Girls of four" --of genre=Dinosaurs',
    'shelf --run rrt9psbyug --json',
  ],
  details: () =>
    [
      'Five steps: all titles, those not watched yet, those of them that the rules allow, the 25 of these that the model ranks first, and the list.',
      'The first share and the four changes add up to the last share. Of several profiles each figure is the mean.',
      'A shelf runs empty in the week in which fewer than 25 unwatched titles that the rules allow are left, if its profiles go on as in the last four',
      'weeks and no title is added. Without --profile and --segment that is told of each age and each saved segment.',
    ].join('\n'),
  async run(context, { run, profile: typed, key, segment: name, of, rules, date }) {
    if (typed !== undefined && name !== undefined) throw new ShelfwiseError('usage', say('shelfSteps.both'));
    const client = await context.client();
    const { runId, dataset } = await client.runs.get({ runId: run });
    const { fingerprint } = dataset;
    const profile = typed === undefined ? null : await profileOfData(context, fingerprint, typed, key);
    const segment = name === undefined ? null : await segmentNamed(client, fingerprint, name);
    const choice = await rulesInput(context, rules, { runId, date });
    const who = profile !== null ? { profile } : segment !== null ? { filter: segment.filter } : undefined;
    const steps = await client.shelf.steps({
      runId,
      ...(who && { who }),
      ...(of !== undefined && { of: attributeValue(of) }),
      ...choice,
    });
    const { empty, reason } =
      profile !== null
        ? { empty: null, reason: null }
        : await client.shelf.empty({ runId, ...(segment && { filter: segment.filter }), ...choice }).then(
            (found) => ({ empty: found, reason: null }),
            (thrown: unknown) => {
              const { code, message } = toShelfwiseError(thrown);
              if (code !== 'usage') throw thrown;
              return { empty: null, reason: message };
            },
          );
    const whose = profile ?? segment?.name ?? 'Everybody';
    return {
      json: { segment: segment?.name ?? null, profile, ...steps, empty, notTold: reason },
      text: (terminal) => describe(terminal, whose, steps, empty, reason),
    };
  },
});
