/** Compared runs, as tables of the command line. */
import type {
  RunComparison,
  RunDifference,
  ScoreAgain,
  ScoredAgain,
} from '../../run-comparison/contract/run-comparison';
import type { PairedInterval } from '../../../shared/contract/paired';
import { verdictOf } from '../../../shared/words/paired-text';
import type { Run } from '../../../shared/contract/run-life';
import { LIST_LENGTH } from '../../../shared/limits';
import { blocks, formatTable, wrap } from '../../../cli/layout';
import type { Terminal } from '../../../cli/terminal';
import { ENGLISH, counted, decimals, duration, percent, short, signed } from '../../../cli/words';

const REASONS: Record<Exclude<RunComparison['comparable'], 'yes'>, string> = {
  'other-data':
    'The runs were trained on other data: their scores cannot be compared. --again scores them on one hold-out, as far as that can be.',
  'other-test': 'The runs were measured on different hold-outs: their scores cannot be compared, and have no interval.',
  'no-figures': 'One of the runs keeps no scores of single test profiles, so a difference has no interval.',
};

const valueText = (value: RunDifference['values'][number]): string =>
  value === null ? '–' : typeof value === 'string' && /^[0-9a-f]{40,}$/.test(value) ? short(value) : String(value);

const columns = (runs: readonly Run[], first: string) => [
  { title: first, shrinkTo: 12 },
  ...runs.map(({ runId }) => ({ title: runId, shrinkTo: 10 })),
];

export function differenceTable(terminal: Terminal, { runs, recipe, data, rules, environment }: RunComparison): string {
  const rows = [...recipe, ...data, ...rules, ...environment].map(({ name, values }) => [
    name,
    ...values.map(valueText),
  ]);
  return rows.length === 0
    ? 'Recipe, data, rules, computer and program are the same.'
    : formatTable(terminal, columns(runs, 'what differs'), rows);
}

export function scoreTable(terminal: Terminal, { runs }: RunComparison): string {
  const row = (name: string, of: (run: Run) => string): string[] => [name, ...runs.map(of)];
  return formatTable(terminal, columns(runs, 'run'), [
    row('name', ({ name }) => name),
    row('score', ({ metrics }) => decimals(metrics?.score)),
    row(`recall@${LIST_LENGTH}`, ({ metrics }) => decimals(metrics?.recall)),
    row(`ndcg@${LIST_LENGTH}`, ({ metrics }) => decimals(metrics?.ndcg)),
    row('coverage', ({ quality }) => (quality === null ? '–' : percent(quality.coverage))),
  ]);
}

const verdictOn = (pair: Pick<PairedInterval, 'mean' | 'isCertain'>): string => ENGLISH.t(`paired.${verdictOf(pair)}`);

/** Which run to use, and the command that makes it the one in use. */
export function verdictText(terminal: Terminal, { runs, verdict }: RunComparison): string | null {
  if (verdict === null) return null;
  const name = (id: string): string => `“${runs.find(({ runId }) => runId === id)!.name}” (${id})`;
  const took = (id: string): string => duration(runs.find(({ runId }) => runId === id)!.seconds);
  const { kind, use, best, level } = verdict;
  const others = runs.filter(({ runId }) => runId !== use).map(({ runId }) => name(runId));
  const sentence = {
    better: `${name(use)} is better than ${others.join(' and ')}: use it.`,
    quicker: `Use ${name(use)}: it is about the same as ${name(best)}, and it took ${took(use)} instead of ${took(best)}.`,
    level: `${name(use)} scores best, and ${level.map(name).join(' and ')} may be as good.`,
  }[kind];
  return [...wrap(sentence, terminal.width), terminal.style('dim', `shelfwise mark ${use} --use yes`)].join('\n');
}

export function metricLines(terminal: Terminal, { comparable, metrics, runs }: RunComparison): string {
  if (comparable !== 'yes') return wrap(REASONS[comparable], terminal.width).join('\n');
  if (metrics.length === 0) return 'One test profile has no interval.';
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
      verdictOn({ isCertain, mean }),
    ]),
  );
  return `${table}\nOver ${counted(metrics[0]!.profiles, 'test profile')}, by a paired bootstrap.`;
}

/** Groups with a certain difference; --json has all. */
export function groupLines(terminal: Terminal, { slices }: RunComparison): string | null {
  const rows = slices.flatMap(({ label, differences }) =>
    differences
      .filter(({ isCertain }) => isCertain)
      .map((one) => [
        one.runId,
        label,
        signed(one.mean),
        `${signed(one.low)} to ${signed(one.high)}`,
        String(one.profiles),
        verdictOn(one),
      ]),
  );
  if (rows.length === 0) return null;
  const table = formatTable(
    terminal,
    [
      { title: 'run' },
      { title: 'group', shrinkTo: 16 },
      { title: 'difference', align: 'right' },
      { title: '95 % interval' },
      { title: 'profiles', align: 'right' },
      { title: 'served' },
    ],
    rows,
  );
  return `${table}\nEach group by itself: of twenty without a difference, one looks certain.`;
}

const NOT_AGAIN: Record<NonNullable<ScoredAgain['reason']>, string> = {
  'other-pseudonyms': 'its data has pseudonyms of another key, so what it had learned about whom cannot be told',
  'no-shared-titles': 'it knows no title of that hold-out',
  learned: 'it had learned everything that is to be found there; train its settings on the newer data',
  'not-here': 'its data, its model or the judged lists are not here',
};

export function againText(terminal: Terminal, { on, runs }: ScoreAgain): string {
  const tables = runs.map(({ runId, reason, asMeasured, titles, targets, learned, unknown, places, metrics }) =>
    reason !== null
      ? wrap(`${runId} was not scored: ${NOT_AGAIN[reason]}.`, terminal.width).join('\n')
      : blocks(
          formatTable(
            terminal,
            [
              { title: 'metric' },
              { title: on, align: 'right' },
              { title: runId, align: 'right' },
              { title: 'difference', align: 'right' },
              { title: '95 % interval' },
              { title: 'which means', shrinkTo: 10 },
            ],
            metrics.map((one) => [
              one.metric,
              decimals(one.before),
              decimals(one.after),
              signed(one.mean),
              `${signed(one.low)} to ${signed(one.high)}`,
              verdictOn(one),
            ]),
          ),
          wrap(
            `${asMeasured ? '' : `${runId} did not keep the model that it was measured with: that of its lists was scored, which has seen more. `}${counted(targets, 'viewing')} to find among ${counted(titles, 'title')} that both know, ${decimals(places, 1)} places a list; left out: ${learned} that ${runId} had learned, ${unknown} of titles that it does not know.`,
            terminal.width,
          ).join('\n'),
        ),
  );
  return blocks(`On the hold-out of ${on}, whose data reaches furthest. Nothing was trained.`, ...tables);
}
