import type { Outcome, OutcomeFigure, Outcomes } from '../contract/outcome';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { LIST_LENGTH } from '../../../shared/limits';
import { ofHundredText } from '../../../shared/words/of-hundred';
import { textsIn } from '../../../shared/words/texts';
import { defineCommand } from '../../../cli/command';
import { longCall } from '../../../cli/context';
import { blocks, formatFacts, formatTable, problemLines, wrap } from '../../../cli/layout';
import { RULES_INPUT, rulesNamed } from '../../../cli/rules';
import { segmentNamed } from '../../../cli/segments';
import type { Terminal } from '../../../cli/terminal';
import { singleLine } from '../../../cli/width';
import { count, counted, day, decimals, list, minute, percent, short } from '../../../cli/words';

const RECALL = `recall@${LIST_LENGTH}`;

const interval = ({ interval: ends }: OutcomeFigure): string =>
  ends === null ? '–' : `${decimals(ends.low)} to ${decimals(ends.high)}`;

const difference = ({ difference: { mean, low, high } }: OutcomeFigure): string =>
  `${signed(mean)} (${signed(low)} to ${signed(high)})`;

const signed = (value: number): string => `${value < 0 ? '-' : '+'}${decimals(Math.abs(value))}`;

const weeks = ({ period }: Outcome): string => (period === null ? '–' : `${day(period.from)} to ${day(period.to)}`);

function outcomeTable(terminal: Terminal, outcomes: readonly Outcome[]): string {
  return formatTable(
    terminal,
    [
      { title: 'exported (UTC)' },
      { title: 'run' },
      { title: 'watched from, to' },
      { title: 'profiles', align: 'right' },
      { title: RECALL, align: 'right' },
      { title: '95 % interval', align: 'right' },
      { title: 'popular', align: 'right' },
      { title: 'difference', align: 'right' },
    ],
    outcomes.map((outcome) => {
      const recall = outcome.judged?.recall;
      return [
        minute(outcome.exports[0]!.exportedAt),
        outcome.runId,
        weeks(outcome),
        outcome.profiles === null ? '–' : count(outcome.profiles.judged),
        decimals(recall?.mean),
        recall === undefined ? '–' : interval(recall),
        decimals(recall?.popular),
        recall === undefined ? '–' : difference(recall),
      ];
    }),
  );
}

/** Why some have no figures, each reason once. */
function problemsOf(terminal: Terminal, outcomes: readonly Outcome[]): string {
  const runs = new Map<string, string[]>();
  for (const { runId, problem } of outcomes)
    if (problem !== null) runs.set(problem.message, [...(runs.get(problem.message) ?? []), runId]);
  return [...runs].flatMap(([message, of]) => wrap(`${list([...new Set(of)])}: ${message}`, terminal.width)).join('\n');
}

function facts(
  terminal: Terminal,
  { exports, ruleNames, compared, newer, profiles, viewings, judged }: Outcome,
): string {
  return formatFacts(terminal, [
    ['files', exports.map(({ format, sha256 }) => `${format} ${short(sha256)}`).join(', ')],
    ['rules', ruleNames.length === 0 ? null : ruleNames.map(singleLine).join(', ')],
    // Without newer data, nothing was rebuilt and compared.
    ['', compared || newer === null ? null : 'not compared with the file, whose pseudonyms were translated'],
    ['newer data', newer && `${newer.name} (${short(newer.fingerprint)})`],
    [
      'profiles',
      profiles &&
        `${count(profiles.exported)} exported: ${count(profiles.judged)} with new viewings, ${count(profiles.withoutNew)} without, ${count(profiles.unknown)} not in the newer data, ${count(profiles.forgotten)} forgotten`,
    ],
    [
      'viewings',
      viewings &&
        `${ofHundredText(viewings, { t: textsIn('en') })} ${counted(viewings.all, 'title')} watched for the first time, ${count(viewings.listed)} of them listed; ${count(viewings.ofNewTitles)} of titles that the run did not know; ${count(viewings.late)} came late`,
    ],
    ['profiles with a hit', judged && figureText(judged.hits, percent)],
    [`ndcg@${LIST_LENGTH}`, judged && figureText(judged.ndcg, decimals)],
  ]);
}

function figureText({ mean, interval: ends, popular }: OutcomeFigure, write: (value: number) => string): string {
  const between = ends === null ? '' : ` (95 % interval: ${write(ends.low)} to ${write(ends.high)})`;
  return `${write(mean)}${between}; popular ${write(popular)}`;
}

const groupTable = (terminal: Terminal, { judged }: Outcome): string | null =>
  judged &&
  formatTable(
    terminal,
    [
      { title: 'group' },
      { title: 'profiles', align: 'right' },
      { title: RECALL, align: 'right' },
      { title: '95 % interval', align: 'right' },
      { title: 'popular', align: 'right' },
      { title: 'difference', align: 'right' },
    ],
    judged.groups.map(({ label, profiles, recall }) => [
      label,
      count(profiles),
      decimals(recall.mean),
      interval(recall),
      decimals(recall.popular),
      difference(recall),
    ]),
  );

function describe(terminal: Terminal, { outcomes, unreadable }: Outcomes): string {
  const problems = problemLines(terminal, unreadable);
  if (outcomes.length === 0) return blocks('Nothing was exported yet.', problems);
  const only = outcomes.length === 1 ? outcomes[0]! : null;
  return blocks(
    outcomeTable(terminal, outcomes),
    problemsOf(terminal, outcomes),
    only && facts(terminal, only),
    only && groupTable(terminal, only),
    problems,
  );
}

export default defineCommand({
  name: 'outcome',
  group: 'Export',
  summary: 'Say what of exported lists was then watched, once newer data is there: recall, by group, beside popularity',
  inputs: {
    run: {
      kind: 'text',
      argument: true,
      value: 'RUN',
      help: 'the run, or the beginning of its ID; without it, the exports of all runs',
    },
    segment: {
      kind: 'text',
      value: 'NAME',
      help: 'with RUN: only the profiles of this saved segment, as they are now',
    },
    export: { kind: 'text', value: 'SHA256', help: 'only this export, by the beginning of its hash' },
    data: {
      kind: 'text',
      value: 'FINGERPRINT',
      help: "the newer data set; without it, for each export the first that has more viewings than its run's",
    },
    rules: { ...RULES_INPUT, value: 'FILE', help: 'where rules were applied that are no longer saved: the same rules' },
  },
  examples: [
    'outcome',
    'outcome rxvrv4t4ss',
    'outcome rxvrv4t4ss --segment "Girls of four"',
    'outcome rxvrv4t4ss --export 8a1f --data 3c0e12',
  ],
  details: () =>
    [
      'A newer data set is one that was added to (import --add), or the whole folder imported later: it holds all viewings that the run learned from.',
      'Titles that a profile watched before do not count. "popular" is the recall that the most watched titles of the old data would have had.',
      'Each export is judged by the first data set with more viewings, so that later ones leave earlier figures as they are.',
    ].join('\n'),
  async run(context, { run, segment, export: sha256, data, rules: typed }) {
    if (typed !== undefined && run === undefined) throw new ShelfwiseError('usage', say('outcome.rules-without-run'));
    const client = await context.client();
    const rules =
      run === undefined || typed === undefined
        ? undefined
        : await rulesNamed(context, typed, (await client.runs.get({ runId: run })).dataset.fingerprint);
    if (segment !== undefined && run === undefined)
      throw new ShelfwiseError('usage', say('outcome.segment-without-run'));
    const of =
      run === undefined || segment === undefined
        ? undefined
        : (await segmentNamed(client, (await client.runs.get({ runId: run })).dataset.fingerprint, segment)).filter;
    const request = {
      ...(run !== undefined && { runId: run }),
      ...(of && { of }),
      ...(sha256 !== undefined && { sha256 }),
      ...(data !== undefined && { data }),
      ...(rules && { rules }),
    };
    const found = await longCall(context, (options) => client.runs.outcomes(request, options));
    return { json: found, text: (terminal) => describe(terminal, found) };
  },
});
