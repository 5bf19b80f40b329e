import {
  type Sweep,
  type SweepProgress,
  type SweepRequest,
  sweepRequestSchema,
  SWEEP_METHODS,
} from '../contract/sweep';
import { type ErrorCode, ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { finalValue } from '../../../shared/values/final-value';
import { firstProblem } from '../../../shared/values/first-problem';
import { MOST_TRIALS } from '../contract/limits';
import { type Answer, defineCommand } from '../../../cli/command';
import { agreeToSend, ON_INPUTS, resolveDataFor } from '../../../cli/clusters';
import { DATA_INPUT, RECIPE_INPUTS } from '../../../cli/common-inputs';
import type { Context } from '../../../cli/context';
import { readJsonFile } from '../../../cli/data';
import { blocks, formatFacts, formatTable } from '../../../cli/layout';
import { readRecipe } from '../../../cli/recipes';
import type { Terminal } from '../../../cli/terminal';
import { counted, decimals, short } from '../../../cli/words';

/** Default number of trials if neither a number of trials nor a time is given. */
const TRIALS = 20;
const TRIALS_IN_TIME = 1000;

const settingsText = (settings: Record<string, unknown>): string =>
  Object.entries(settings)
    .map(([knob, value]) => `${knob}=${String(value)}`)
    .join(' ');

/** Only trials that trained equally long are comparable. */
const reach = ({ state, epochs }: Sweep['trials'][number]): number =>
  state === 'done' ? Number.MAX_SAFE_INTEGER : (epochs ?? 0);

function describeSweep(terminal: Terminal, { sweepId, dataset, method, seed, trials, best, ended }: Sweep): string {
  const ranked = trials.toSorted(
    (left, right) => reach(right) - reach(left) || (right.validation?.score ?? -1) - (left.validation?.score ?? -1),
  );
  const table = formatTable(
    terminal,
    [
      { title: 'run' },
      { title: 'validation', align: 'right' },
      { title: 'state' },
      { title: 'epochs', align: 'right' },
      { title: 'settings', shrinkTo: 12 },
    ],
    ranked.map(({ runId, validation, state, epochs, settings, problem }) => [
      runId,
      decimals(validation?.score),
      state,
      epochs === null ? '' : String(epochs),
      problem ?? settingsText(settings),
    ]),
    (row, line) => (ranked[row]!.runId === best?.runId ? terminal.style('green', line) : line),
  );
  const why = { done: null, time: 'The time was up. The same command goes on.', stopped: null }[ended];
  return blocks(
    `Sweep ${terminal.style('bold', sweepId)} of ${dataset.name} (${short(dataset.fingerprint)}) · ${method} · ${counted(trials.length, 'trial')} · seed ${seed}`,
    table,
    best === null
      ? 'No trial came to a validation score.'
      : formatFacts(terminal, [
          ['best', best.runId],
          ['settings', settingsText(best.settings)],
          ['validation', decimals(best.validation?.score)],
          [
            'score',
            best.metrics === null
              ? 'not yet: the hold-out is looked at when the sweep is done'
              : decimals(best.metrics.score),
          ],
          ['lists hash', best.listsSha256],
        ]),
    why,
    best === null
      ? null
      : `Next:\n  shelfwise show ${best.runId}\n  shelfwise train --data ${short(dataset.fingerprint)} --like ${best.runId} --seeds 5`,
  );
}

function showProgress({ reporter }: Context, { trials, fraction, away }: SweepProgress): void {
  const done = trials.filter(({ state }) => state !== 'waiting' && state !== 'running').length;
  const scores = trials.flatMap(({ state, validation }) => (state === 'done' ? (validation?.score ?? []) : []));
  const best = scores.length === 0 ? '' : ` · best ${decimals(Math.max(...scores))}`;
  const doing = away === undefined ? 'Trying settings' : `Waiting for ${away}, which does not answer`;
  reporter.progress(doing, fraction, `${done} of ${trials.length}${best}`);
}

async function requestOf(
  context: Context,
  { knobs: file, ...asked }: Omit<SweepRequest, 'knobs'> & { knobs: string },
): Promise<SweepRequest> {
  const path = context.resolve(file);
  const parsed = sweepRequestSchema.safeParse({ ...asked, knobs: await readJsonFile(path, 'knobs') });
  if (parsed.success) return parsed.data;
  throw new ShelfwiseError(
    'usage',
    say('sweep.knobs-file', {
      file: path,
      problem: firstProblem(parsed.error),
      example: '{"from": A, "to": B}',
    }),
    { cause: parsed.error },
  );
}

/** Reasons that hold for any setting: the status of the command is theirs. */
const OF_THE_COMPUTER: readonly ErrorCode[] = ['no-space', 'no-permission', 'busy'];

function failureIn({ best, trials }: Sweep): ShelfwiseError | undefined {
  const failed = trials.filter(({ problem }) => problem !== null);
  const { problem, code } =
    best ?? failed.find((trial) => trial.code !== undefined && OF_THE_COMPUTER.includes(trial.code)) ?? failed[0] ?? {};
  if (problem === undefined || problem === null) return undefined;
  const isOfComputer = code !== undefined && OF_THE_COMPUTER.includes(code);
  return new ShelfwiseError(
    isOfComputer ? code : 'usage',
    say(best === null ? 'sweep.no-score' : 'sweep.best-not-finished', { problem }),
  );
}

function answerOf(sweep: Sweep): Answer {
  const error = sweep.ended === 'stopped' ? new ShelfwiseError('stopped', say('work.goes-on')) : failureIn(sweep);
  return { json: sweep, text: (terminal) => describeSweep(terminal, sweep), ...(error && { error }) };
}

export default defineCommand({
  name: 'sweep',
  group: 'Train and judge',
  summary: 'Try settings of a recipe, compare them on the validation part, and train the best one',
  inputs: {
    data: DATA_INPUT,
    ...RECIPE_INPUTS,
    knobs: {
      kind: 'text',
      required: true,
      value: 'FILE',
      help: 'JSON: each knob that is tried, with a list of values or a range',
    },
    budget: {
      kind: 'integer',
      value: 'N',
      minimum: 1,
      maximum: MOST_TRIALS,
      help: `trials at the most (default ${TRIALS}, or ${TRIALS_IN_TIME} with --minutes)`,
    },
    minutes: {
      kind: 'integer',
      value: 'N',
      minimum: 1,
      maximum: 1_000_000,
      help: 'begin no further trial after so many minutes',
    },
    method: {
      kind: 'choice',
      value: 'METHOD',
      choices: SWEEP_METHODS,
      default: 'random',
      help: 'grid: all combinations; random: drawn; halving: drawn, and the better third goes on for three times as many epochs',
    },
    seed: {
      kind: 'integer',
      value: 'N',
      minimum: 0,
      maximum: 0xffffffff,
      default: 1,
      help: 'of the trials, and of what is drawn',
    },
    ...ON_INPUTS,
  },
  examples: [
    'sweep --data ./my-data --recipe quick --knobs knobs.json --budget 20',
    'sweep --data 3f2a9c10 --knobs knobs.json --method halving --budget 27 --json',
    'sweep --data 3f2a9c10 --knobs knobs.json --budget 100 --on lab',
    'sweep --data 3f2a9c10 --recipe als --knobs knobs.json --method grid --minutes 60',
  ],
  details: () =>
    [
      'A file of knobs:',
      '  {"noise.dropout": [0.2, 0.4, 0.6],',
      '   "optimiser.rate": {"from": 0.001, "to": 0.02, "scale": "logarithmic"},',
      '   "structure.width": {"from": 64, "to": 512, "steps": 4}}',
      'A range needs "steps" in a grid only.',
      '',
      'Ctrl-C stops it; the same command goes on, and a larger budget adds to it. The trials are archived runs ("runs --all").',
    ].join('\n'),
  async run(context, { data, recipe, set, on, yes, ...asked }) {
    const base = await readRecipe(recipe, set, context.resolve);
    const budget = asked.budget ?? (asked.minutes === undefined ? TRIALS : TRIALS_IN_TIME);
    const { minutes } = asked;
    const given = { ...asked, data: '', recipe: base, budget };
    const checked = await requestOf(context, { ...given, ...(minutes !== undefined && { minutes }) });
    const dataset = await resolveDataFor(context, data, on);
    const client = await context.client();
    if (on !== undefined) await agreeToSend(context, { on, data: dataset.fingerprint, yes });
    try {
      const iterator = await client.units.sweep(
        { ...checked, data: dataset.fingerprint, ...(on && { on }) },
        { signal: context.interrupt.signal },
      );
      return answerOf(await finalValue(iterator, (progress) => showProgress(context, progress)));
    } finally {
      context.reporter.clear();
    }
  },
});
