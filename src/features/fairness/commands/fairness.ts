import { alongTable, fairnessChart, fairnessSentence } from '../charts/public';
import type { Fairness } from '../contract/fairness';
import { RUN_ARGUMENT } from '../../../cli/common-inputs';
import { defineCommand } from '../../../cli/command';
import { longCall } from '../../../cli/context';
import { blocks, formatTable, wrap } from '../../../cli/layout';
import { DATE_INPUT, RULES_INPUT, rulesInput, rulesWords } from '../../../cli/rules';
import { segmentNamed } from '../../../cli/segments';
import type { Terminal } from '../../../cli/terminal';
import { counted, duration, ENGLISH } from '../../../cli/words';
import type { ChartTable } from '../../../shared/charts/chart-content';
import { NO_LABELS } from '../../../shared/contract/labels';
import { labelBook } from '../../../shared/labels/label-book';
import { knownNames } from '../../../shared/labels/known-names';

const WORDING = { ...ENGLISH, labels: labelBook(null, NO_LABELS, knownNames(null, ENGLISH.t)) };

function describe(terminal: Terminal, told: Fairness): string {
  const chart = fairnessChart(told, WORDING);
  const table = ({ columns, rows }: ChartTable, of: readonly Pick<Fairness['along'][number], 'most'>[]): string =>
    formatTable(
      terminal,
      [
        ...columns.map((title, place) => ({ title, ...(place === 1 && { align: 'right' as const }) })),
        { title: ENGLISH.t('fairness.most') },
      ],
      rows.map((row, at) => [...row, of[at]!.most[0]?.profile ?? '']),
    );
  return blocks(
    wrap(fairnessSentence(told, WORDING), terminal.width).join('\n'),
    chart && table(chart.table, told.attributes),
    leftText(terminal, told),
    table(alongTable(told, WORDING), told.along),
    told.rules && `Rules: ${rulesWords(told.rules)}.`,
  );
}

function leftText({ width }: Terminal, { runId, left }: Pick<Fairness, 'runId' | 'left'>): string | null {
  if (left === null) return null;
  const { trainings, seconds } = left;
  const what = `What chance moves is not measured. --measure trains ${counted(trainings, 'model')} on shuffled attributes, which takes about ${duration(seconds.low)} to ${duration(seconds.high)}:`;
  return [...wrap(what, width), `  shelfwise fairness ${runId} --measure`].join('\n');
}

export default defineCommand({
  name: 'fairness',
  group: 'Look at profiles, titles and lists',
  summary: 'Say how far lists follow one attribute of profiles, all else alike, and what stands along the lists',
  inputs: {
    run: RUN_ARGUMENT,
    segment: { kind: 'text', value: 'NAME', help: 'the profiles of this saved segment (without it all of them)' },
    measure: { kind: 'flag', help: 'train what tells chance first, if that was never done' },
    rules: RULES_INPUT,
    date: DATE_INPUT,
  },
  examples: [
    'fairness rrt9psbyug',
    'fairness rrt9psbyug --measure',
    'fairness rrt9psbyug --segment "Girls of four" --json',
  ],
  details: () =>
    [
      'Each profile is given the value that another one has of an attribute, such as sex or age. Its list is made again, with the same history, the same',
      'other attributes and the same rules; what is told is the share of the 25 titles that changes. Intervals are over profiles, and wider the more',
      'attributes are asked about. A model always moves a little: --measure trains the recipe on shuffled attributes and tells what is beyond that. Along the lists: whether age marks climb, the largest share of one series or maker, of paid titles, and how alike lists are.',
    ].join('\n'),
  async run(context, { run, segment: name, measure, rules, date }) {
    const client = await context.client();
    const { runId, dataset } = await client.runs.get({ runId: run });
    const segment = name === undefined ? null : await segmentNamed(client, dataset.fingerprint, name);
    const choice = await rulesInput(context, rules, { runId, date });
    const asked = { runId, ...(segment && { filter: segment.filter }), ...choice };
    const told = measure
      ? await longCall(context, (options) => client.runs.measureFairness(asked, options))
      : await client.runs.fairness(asked);
    return { json: { segment: segment?.name ?? null, ...told }, text: (terminal) => describe(terminal, told) };
  },
});
