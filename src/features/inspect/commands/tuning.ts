import type { EffectOnProfiles, TuningEffect } from '../contract/tuning-effect';
import { NEUTRAL_TUNING, tuningJsonSchema } from '../../../shared/contract/tuning';
import { TUNING_KEYS, TUNING_ROWS } from '../../../shared/contract/tuning-keys';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { figureText } from '../../../shared/words/paired-text';
import { defineCommand } from '../../../cli/command';
import { type Context, longCall } from '../../../cli/context';
import { blocks, formatTable, wrap } from '../../../cli/layout';
import { DATE_INPUT, RULES_INPUT, rulesInput } from '../../../cli/rules';
import { segmentNamed } from '../../../cli/segments';
import type { Terminal } from '../../../cli/terminal';
import { tuningNamed } from '../../../cli/tunings';
import { count, decimals, ENGLISH, list, signed } from '../../../cli/words';

const ACTIONS = ['print', 'effect'] as const;

export default defineCommand({
  name: 'tuning',
  group: 'Tune lists and set rules',
  summary: 'Print a neutral tuning file for recommend --tune, or its JSON Schema; measure what a tuning buys',
  inputs: {
    action: {
      kind: 'choice',
      argument: true,
      value: 'ACTION',
      choices: ACTIONS,
      default: 'print',
      help: `one of ${ACTIONS.join(', ')}`,
    },
    what: {
      kind: 'text',
      argument: true,
      value: 'FILE or NAME',
      help: 'with effect: a tuning file, or a saved tuning',
    },
    run: { kind: 'text', value: 'RUN', help: 'with effect: the run whose lists are tuned' },
    segment: { kind: 'text', value: 'NAME', help: 'with effect: tell of the profiles of this segment too' },
    rules: RULES_INPUT,
    date: DATE_INPUT,
    schema: { kind: 'flag', help: 'print the JSON Schema instead' },
  },
  examples: [
    'tuning > my-tuning.json',
    'tuning --schema > tuning.schema.json',
    'tuning effect my-tuning.json --run rrt9psbyug',
    'tuning effect louder --run rrt9psbyug --segment "age 4"',
  ],
  details: () =>
    [
      'A tuning file is a JSON object that may hold:',
      ...TUNING_KEYS.map((key) => `  ${key}: ${TUNING_ROWS[key].help}`),
      '',
      'effect: how the run does on its hold-out with the tuning and without it, with 95 % intervals, and how many lists change; under the rules that count.',
    ].join('\n'),
  async run(context, { action, what, run, segment, rules, date, schema }) {
    if (action === 'effect') return effectAnswer(context, { what, run, segment, rules, date });
    const answer = schema ? tuningJsonSchema() : NEUTRAL_TUNING;
    return { json: answer, text: () => JSON.stringify(answer, null, 2) };
  },
});

async function effectAnswer(
  context: Context,
  { what, run, segment, rules, date }: Record<'what' | 'run' | 'segment' | 'rules' | 'date', string | undefined>,
) {
  if (what === undefined) throw new ShelfwiseError('usage', say('tuning.name-one'));
  if (run === undefined) throw new ShelfwiseError('usage', say('tuning.run-to-try'));
  const client = await context.client();
  const { runId, dataset } = await client.runs.get({ runId: run });
  const tuning = await tuningNamed(context, what, dataset.fingerprint);
  const group = segment === undefined ? null : await segmentNamed(client, dataset.fingerprint, segment);
  const choice = await rulesInput(context, rules, { runId, date });
  const effect = await longCall(context, (options) =>
    client.tuning.effect({ runId, tuning, ...choice, ...(group && { filter: group.filter }) }, options),
  );
  return { json: effect, text: (terminal: Terminal) => effectText(terminal, effect, group?.name ?? null) };
}

const NO_HOLD_OUT = {
  'no-test': 'The run has no hold-out: only the lists are counted.',
  'not-kept':
    'The run did not keep the model that was tested (it came in a bundle): only the lists are counted. Train it again to see the hold-out.',
} as const;

function effectText(terminal: Terminal, effect: TuningEffect, segment: string | null): string {
  const groups: [string, EffectOnProfiles][] = [
    ...(effect.group === null ? [] : [[segment ?? 'segment', effect.group] as [string, EffectOnProfiles]]),
    ['all profiles', effect.all],
  ];
  const rows = groups.flatMap(([name, { holdOut, tested }]) =>
    holdOut === null
      ? []
      : (['score', 'recall', 'ndcg'] as const).map((figure) => {
          const { before, after, mean, low, high } = holdOut[figure];
          return [
            name,
            figure,
            decimals(before),
            decimals(after),
            signed(mean),
            `${signed(low)} to ${signed(high)}`,
            count(tested),
          ];
        }),
  );
  const lines = [
    ...groups.map(([name, one]) => sentenceOf(name, one)),
    ...(effect.noHoldOut === null ? [] : [NO_HOLD_OUT[effect.noHoldOut]]),
    ...(effect.left.length === 0 ? [] : [`Left out, because it is about one profile: ${list(effect.left)}.`]),
  ];
  return blocks(
    lines.flatMap((line) => wrap(line, terminal.width)).join('\n'),
    rows.length === 0
      ? null
      : formatTable(
          terminal,
          [
            { title: 'profiles', shrinkTo: 8 },
            { title: 'figure' },
            { title: 'before', align: 'right' },
            { title: 'after', align: 'right' },
            { title: 'difference', align: 'right' },
            { title: '95 % interval', align: 'right' },
            { title: 'tested', align: 'right' },
          ],
          rows,
        ),
  );
}

/** For example "age 4: surely worse: 0.4120 → 0.3980 (−0.0140; 95% interval −0.0200 to −0.0080), 310 of 602 lists change". */
function sentenceOf(name: string, { holdOut, changed, profiles }: EffectOnProfiles): string {
  const lists = `${count(changed)} of ${count(profiles)} lists change`;
  return holdOut === null ? `${name}: ${lists}.` : `${name}: ${figureText(holdOut.score, ENGLISH)}, ${lists}.`;
}
