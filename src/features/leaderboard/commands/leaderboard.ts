import type { Leaderboard, LeaderboardRow } from '../contract/leaderboard';
import { LIST_LENGTH, MOST_SEEDS } from '../../../shared/limits';
import { defineCommand } from '../../../cli/command';
import { agreeToSend, ON_INPUTS, resolveDataFor } from '../../../cli/clusters';
import { DATA_INPUT, MODELS_INPUT, SEED_INPUT } from '../../../cli/common-inputs';
import { longCall } from '../../../cli/context';
import { blocks, formatTable } from '../../../cli/layout';
import type { Terminal } from '../../../cli/terminal';
import { type Condition } from '../../condition/contract/condition';
import { hurtsText, worthText } from '../../condition/contract/condition-text';
import { counted, decimals, duration, ENGLISH, list, modelName, percent, short } from '../../../cli/words';

function describeLeaderboard(terminal: Terminal, board: Leaderboard, conditions: readonly Condition[]): string {
  const table = formatTable(
    terminal,
    [
      { title: 'model' },
      ...[
        `recall@${LIST_LENGTH}`,
        `ndcg@${LIST_LENGTH}`,
        'score',
        '±',
        'from the best',
        'time',
        'test coverage',
        'test novelty',
        'watched',
      ].map((title) => ({ title, align: 'right' }) as const),
    ],
    board.rows.map(({ model, recall, ndcg, score, deviation, toBest, seconds, quality }) => [
      model,
      decimals(recall),
      decimals(ndcg),
      decimals(score),
      decimals(deviation),
      intervalText(toBest),
      duration(seconds),
      percent(quality.coverage),
      decimals(quality.novelty, 2),
      percent(quality.watchedShare),
    ]),
    (row, line) => (isAmongBest(board.rows[row]!) ? terminal.style('green', line) : line),
  );
  const seeds = board.seeds.length === 1 ? `seed ${board.seeds[0]}` : `seeds ${list(board.seeds.map(String))}`;
  return blocks(
    `${terminal.style('bold', board.dataset.name)} (${short(board.dataset.fingerprint)}) · hold-out by ${board.split} · ${counted(board.testProfiles, 'test profile')} · ${seeds}`,
    table,
    board.rows
      .flatMap(({ model, beside }) => (beside.length === 0 ? [] : `${model}: ${besideText(beside)}`))
      .join('\n'),
    board.notPossible.map(({ model, message }) => `${model}: ${message}`).join('\n'),
    conditions.map(conditionText).join('\n'),
    'from the best: 95 % interval of the difference from the best score, over the same profiles; ~ where the two are about the same\ntest coverage, test novelty, watched: of the lists of the test profiles, made without the hold-out\nby itself: what a model beside the autoencoder adds to the score of the validation part, or of the windows in time',
  );
}

/** What the attributes are worth to a run of this data. */
const conditionText = ({ runId, name, measured }: Condition): string =>
  [`${runId}, ${modelName(name)}: ${worthText(measured!.worth, ENGLISH)}`, hurtsText(measured!.worth, ENGLISH)]
    .filter((text) => text !== null)
    .join(' ');

/** For example "als 40 % (+0.021), ease not taken (+0.004)". */
const besideText = (beside: LeaderboardRow['beside']): string =>
  list(
    beside.map(({ model, share, gain }) => {
      const taken = share === 0 ? 'not taken' : percent(share);
      return gain === null ? `${model} ${taken}` : `${model} ${taken} (${signed(gain)} by itself)`;
    }),
  );

/** For example "-0.028 to -0.011", with a ~ if the interval contains 0. */
function intervalText(interval: LeaderboardRow['toBest']): string {
  if (interval === null) return 'best';
  const { low, high, isCertain } = interval;
  return `${isCertain ? '' : '~ '}${signed(low)} to ${signed(high)}`;
}

const signed = (value: number): string => `${value < 0 ? '-' : '+'}${decimals(Math.abs(value), 3)}`;

/** Whether it is about the same as the best row. */
const isAmongBest = ({ toBest }: LeaderboardRow): boolean => toBest === null || !toBest.isCertain;

export default defineCommand({
  name: 'leaderboard',
  group: 'Train and judge',
  summary: 'Compare the models side by side on a hold-out of one data set',
  inputs: {
    data: DATA_INPUT,
    split: {
      kind: 'choice',
      value: 'time or random',
      choices: ['time', 'random'],
      help: 'how the hold-out is made; without it time, or random where the data has no times',
    },
    seeds: {
      kind: 'integer',
      value: 'N',
      minimum: 1,
      maximum: MOST_SEEDS,
      default: 1,
      help: 'how many seeds to average over',
    },
    seed: { ...SEED_INPUT, value: 'FIRST', help: 'the first seed; the others follow it' },
    models: MODELS_INPUT,
    ...ON_INPUTS,
  },
  examples: [
    'leaderboard --data ./my-data',
    'leaderboard --data 3f2a9c10 --split random --seeds 3 --models ease,dae-balanced',
    'leaderboard --data 3f2a9c10 --seeds 5 --on lab',
  ],
  details: () =>
    'What was tried is kept with the data set: the same command again, or with more seeds or models, tries only what is new.',
  async run(context, { data, split, seeds, seed, models, on, yes }) {
    const dataset = await resolveDataFor(context, data, on);
    const client = await context.client();
    if (on !== undefined) await agreeToSend(context, { on, data: dataset.fingerprint, yes });
    const given = { ...(split && { split }), ...(models && { models }), ...(on && { on }) };
    const request = { data: dataset.fingerprint, seeds, seed, ...given };
    const board = await longCall(context, (options) => client.leaderboard(request, options));
    const conditions = await client.runs.conditions({ data: dataset.fingerprint });
    return { json: { ...board, conditions }, text: (terminal) => describeLeaderboard(terminal, board, conditions) };
  },
});
