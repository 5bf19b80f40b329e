import type { Effect, Explanation } from '../../shared/contract';
import { RUN_INPUT } from '../common-inputs';
import { defineCommand } from '../command';
import { blocks, formatTable } from '../layout';
import { PROFILE_INPUT, PROFILE_KEY_INPUT, profileOfRun } from '../profile';
import type { Terminal } from '../terminal';
import { TUNE_INPUT, tuningNamed } from '../tunings';
import { singleLine } from '../width';
import { decimals } from '../words';

/** How many titles of the history the text shows; --json has all. */
const MOST_SHOWN = 15;

const signed = (value: number): string => `${value > 0 ? '+' : ''}${decimals(value, 3)}`;

function effectTable(
  terminal: Terminal,
  left: string,
  rank: number,
  rows: readonly (Effect & { name: string })[],
): string | null {
  if (rows.length === 0) return null;
  return formatTable(
    terminal,
    [
      { title: left, shrinkTo: 16 },
      { title: 'effect', align: 'right' },
      { title: 'rank without', align: 'right' },
    ],
    rows.map((row) => [row.name, signed(row.effect), row.rank === rank ? `${rank} (same)` : String(row.rank)]),
  );
}

function describeExplanation(terminal: Terminal, told: Explanation): string {
  const named = told.titles.map((title) => ({ ...title, name: title.title ?? title.item }));
  const strongest = named.toSorted((a, b) => Math.abs(b.effect) - Math.abs(a.effect)).slice(0, MOST_SHOWN);
  const shown = named.filter((title) => strongest.includes(title));
  const wholes = [
    ...(told.history === null ? [] : [{ ...told.history, name: 'the whole history' }]),
    ...(told.profileAttributes === null ? [] : [{ ...told.profileAttributes, name: 'all attributes' }]),
  ];
  const rest = named.length - shown.length;
  return blocks(
    `${terminal.style('bold', singleLine(told.title ?? told.item))}: rank ${told.rank}, score ${decimals(told.score, 3)}, for profile ${told.profile}`,
    effectTable(terminal, 'left out', told.rank, wholes),
    effectTable(
      terminal,
      'attribute',
      told.rank,
      told.attributes.map((attribute) => ({ ...attribute, name: `${attribute.name} ${attribute.value}` })),
    ),
    effectTable(terminal, 'watched title', told.rank, shown),
    rest > 0 ? terminal.style('dim', `… and ${rest} more with less effect: --json has all`) : null,
  );
}

export const explainCommand = defineCommand({
  name: 'explain',
  summary: 'Say why a title is where it is in the list of a profile',
  inputs: {
    run: RUN_INPUT,
    profile: PROFILE_INPUT,
    title: { kind: 'text', required: true, value: 'ID', help: 'the title' },
    tune: TUNE_INPUT,
    key: PROFILE_KEY_INPUT,
  },
  examples: ['explain --run rrt9psbyug --profile 196 --title 50'],
  details: () =>
    [
      'Each watched title and each attribute is left out in turn. Its effect is how much the score of the title falls without it,',
      'measured above the mean score of all titles; below zero, it holds the title back.',
    ].join('\n'),
  async run(context, { run, profile: typed, title, tune, key }) {
    const client = await context.client();
    const profile = await profileOfRun(context, run, typed, key);
    const tuning =
      tune === undefined
        ? undefined
        : await tuningNamed(context, tune, (await client.runs.get({ runId: run })).dataset.fingerprint);
    const told = await client.profiles.explain({ runId: run, profile, item: title, ...(tuning && { tuning }) });
    return { json: told, text: (terminal) => describeExplanation(terminal, told) };
  },
});
