import type { DescribedSegment } from '../contract/segment';
import { checkName } from '../../review/words/public';
import { defineCommand } from '../../../cli/command';
import { blocks, formatTable } from '../../../cli/layout';
import { DATE_INPUT, RULES_INPUT, rulesInput, rulesWords } from '../../../cli/rules';
import { segmentNamed } from '../../../cli/segments';
import type { Terminal } from '../../../cli/terminal';
import { counted, decimals, percent } from '../../../cli/words';
import { textsIn } from '../../../shared/words/texts';

function describe(terminal: Terminal, name: string, other: string, described: DescribedSegment): string {
  const { profiles, watched, attributes, titles, holdOut, flagged, checks, rules, rulesOn } = described;
  const t = textsIn('en');
  const shares = (rows: readonly { name: string; here: number; others: number }[], of: string): string | null =>
    rows.length === 0
      ? null
      : formatTable(
          terminal,
          [
            { title: of, shrinkTo: 16 },
            { title: 'here', align: 'right' },
            { title: other, align: 'right' },
          ],
          rows.map((row) => [row.name, percent(row.here / profiles.here), percent(row.others / profiles.others)]),
        );
  const score = (side: DescribedSegment['holdOut']['here']): string =>
    side === null
      ? 'no test profile'
      : `score ${decimals(side.score)}${side.standardError === null ? '' : ` ± ${decimals(side.standardError)}`} over ${counted(side.profiles, 'test profile')}`;
  return blocks(
    `${name}: ${counted(profiles.here, 'profile')}, compared with ${counted(profiles.others, 'profile')} (${other}). Titles watched on average: ${decimals(watched.here, 1)} and ${decimals(watched.others, 1)}.`,
    shares(
      attributes.map((one) => ({ ...one, name: `${one.name}: ${one.value ?? 'missing'}` })),
      'profiles',
    ),
    shares(
      titles.map((one) => ({ ...one, name: one.title ?? one.item })),
      'in their lists',
    ),
    `Hold-out: ${score(holdOut.here)}; ${other}: ${score(holdOut.others)}.`,
    shares(
      checks.length === 0
        ? []
        : [{ name: 'any check', ...flagged }, ...checks.map((one) => ({ ...one, name: checkName(t, one) }))],
      'checks',
    ),
    shares(rulesOn, 'rules'),
    rules && `Rules: ${rulesWords(rules)}.`,
  );
}

export default defineCommand({
  name: 'segment',
  group: 'Look at profiles, titles and lists',
  summary: 'Tell what sets a saved segment, and the lists of a run for it, apart from all others or another segment',
  inputs: {
    name: { kind: 'text', argument: true, required: true, value: 'NAME', help: 'the saved segment' },
    run: { kind: 'text', required: true, value: 'RUN', help: 'the run whose lists are told' },
    against: { kind: 'text', value: 'NAME', help: 'the segment to compare with (without it everybody else)' },
    rules: RULES_INPUT,
    date: DATE_INPUT,
  },
  examples: [
    'segment "Girls of four" --run rrt9psbyug',
    'segment Newcomers --run rrt9psbyug --against Regulars --json',
  ],
  details: () =>
    [
      'Values and titles are those whose shares differ most. The lists are the delivered ones, under the rules that apply.',
      '"shelfwise outcome RUN --segment NAME" tells what its profiles then watched of exported lists.',
    ].join('\n'),
  async run(context, { name, run, against, rules, date }) {
    const client = await context.client();
    const { runId, dataset } = await client.runs.get({ runId: run });
    const segment = await segmentNamed(client, dataset.fingerprint, name);
    const other = against === undefined ? null : await segmentNamed(client, dataset.fingerprint, against);
    const described = await client.segments.describe({
      runId,
      filter: segment.filter,
      ...(other !== null && { against: other.filter }),
      ...(await rulesInput(context, rules, { runId, date })),
    });
    return {
      json: { segment: segment.name, against: other?.name ?? null, ...described },
      text: (terminal) => describe(terminal, segment.name, other?.name ?? 'everybody else', described),
    };
  },
});
