import type { Run, RunComparison, RunDifference } from '../../shared/contract';
import { LIST_LENGTH } from '../../shared/limits';
import { defineCommand } from '../command';
import { RUN_ARGUMENT } from '../common-inputs';
import { blocks, formatTable, wrap } from '../layout';
import type { Terminal } from '../terminal';
import { counted, decimals, percent, short } from '../words';

const MORE_RUN = { kind: 'text', argument: true, value: 'RUN', help: 'one more run' } as const;

const REASONS: Record<Exclude<RunComparison['comparable'], 'yes'>, string> = {
  'other-data': 'The runs were trained on other data: their scores cannot be compared.',
  'other-test':
    'The runs were measured on different test parts: their scores cannot be compared, and have no interval.',
  'no-figures': 'One of the runs keeps no scores of single test profiles, so a difference has no interval.',
};

const valueText = (value: RunDifference['values'][number]): string =>
  value === null ? '–' : typeof value === 'string' && /^[0-9a-f]{40,}$/.test(value) ? short(value) : String(value);

const columns = (runs: readonly Run[], first: string) => [
  { title: first, shrinkTo: 12 },
  ...runs.map(({ runId }) => ({ title: runId, shrinkTo: 10 })),
];

function differenceTable(terminal: Terminal, { runs, recipe, data, environment }: RunComparison): string {
  const rows = [...recipe, ...data, ...environment].map(({ name, values }) => [name, ...values.map(valueText)]);
  return rows.length === 0
    ? 'Recipe, data, computer and program are the same.'
    : formatTable(terminal, columns(runs, 'what differs'), rows);
}

function scoreTable(terminal: Terminal, { runs }: RunComparison): string {
  const row = (name: string, of: (run: Run) => string): string[] => [name, ...runs.map(of)];
  return formatTable(terminal, columns(runs, 'run'), [
    row('name', ({ name }) => name),
    row('score', ({ metrics }) => decimals(metrics?.score)),
    row(`recall@${LIST_LENGTH}`, ({ metrics }) => decimals(metrics?.recall)),
    row(`ndcg@${LIST_LENGTH}`, ({ metrics }) => decimals(metrics?.ndcg)),
    row('coverage', ({ quality }) => (quality === null ? '–' : percent(quality.coverage))),
  ]);
}

function metricLines(terminal: Terminal, { comparable, metrics, runs }: RunComparison): string {
  if (comparable !== 'yes') return wrap(REASONS[comparable], terminal.width).join('\n');
  const signed = (value: number): string => `${value < 0 ? '−' : '+'}${decimals(Math.abs(value))}`;
  const table = formatTable(
    terminal,
    [
      { title: `against ${runs[0]!.runId}` },
      { title: 'metric' },
      { title: 'difference', align: 'right' },
      { title: '95 % interval' },
      { title: 'which means', shrinkTo: 10 },
    ],
    metrics.map(({ runId, metric, mean, low, high, isCertain }) => [
      runId,
      metric,
      signed(mean),
      `${signed(low)} to ${signed(high)}`,
      isCertain ? (mean > 0 ? 'better' : 'worse') : 'no certain difference',
    ]),
  );
  return `${table}\nOver ${counted(metrics[0]!.profiles, 'test profile')}, by a paired bootstrap.`;
}

function listLines(terminal: Terminal, { lists }: RunComparison): string {
  return lists
    .map(({ runId, profiles, changed, meanShared, most }) =>
      blocks(
        `${runId}: ${changed} of ${counted(profiles, 'list')} changed; ${decimals(meanShared, 1)} of ${LIST_LENGTH} titles are shared on average.`,
        most.length === 0
          ? null
          : formatTable(
              terminal,
              [
                { title: 'profile' },
                { title: 'shared', align: 'right' },
                { title: 'gone', shrinkTo: 12 },
                { title: 'new', shrinkTo: 12 },
              ],
              most
                .slice(0, 5)
                .map(({ profile, shared, gone, come }) => [profile, String(shared), gone.join(', '), come.join(', ')]),
            ),
      ),
    )
    .join('\n\n');
}

export const compareCommand = defineCommand({
  name: 'compare',
  summary: 'Compare two to four runs: their settings, data and computer, their scores, their lists',
  inputs: {
    run: RUN_ARGUMENT,
    other: { ...RUN_ARGUMENT, value: 'RUN', help: 'the run to compare with it' },
    third: MORE_RUN,
    fourth: MORE_RUN,
  },
  examples: ['compare rxvrv4t4ss rk2m9p3q7d'],
  async run(context, { run, other, third, fourth }) {
    const runIds = [run, other, third, fourth].filter((id) => id !== undefined);
    const answer = await (await context.client()).runs.compare({ runIds });
    return {
      json: answer,
      text: (terminal) =>
        blocks(
          scoreTable(terminal, answer),
          differenceTable(terminal, answer),
          metricLines(terminal, answer),
          listLines(terminal, answer),
        ),
    };
  },
});
