import type { CopyNoise, NoiseScores, RunStability, Stability } from '../../../shared/contract/stability';
import { ShelfwiseError } from '../../../shared/errors';
import { MOST_COPIES, SHAKY } from '../../../shared/limits';
import { SAMPLED_PROFILES } from '../contract/limits';
import { RUN_INPUT } from '../../../cli/common-inputs';
import { defineCommand } from '../../../cli/command';
import { longCall } from '../../../cli/context';
import { blocks, formatTable, wrap } from '../../../cli/layout';
import { PROFILE_KEY_INPUT, profileOfRun } from '../../../cli/profile';
import type { Terminal } from '../../../cli/terminal';
import { TUNE_INPUT, tuningNamed } from '../../../cli/tunings';
import { singleLine } from '../../../cli/width';
import { count, counted, decimals, percent } from '../../../cli/words';
import { say } from '../../../shared/words/sentence';

const interval = ({ low, high }: { low: number; high: number }): string => `${percent(low)} to ${percent(high)}`;

function noiseWords({ hidden, rate, isOwn }: CopyNoise): string {
  const share = rate === 'drawn' ? `${percent(hidden)} or more, drawn anew each time,` : percent(hidden);
  return `Each copy hides ${share} of the history${isOwn ? ', as the run did in training' : ''}.`;
}

function describeList(terminal: Terminal, told: Stability): string {
  return blocks(
    told.share === null
      ? `Profile ${told.profile} has no list.`
      : `Profile ${told.profile}: ${terminal.style('bold', percent(told.share))} of its list stays, in ${counted(told.copies, 'noisy copy', 'noisy copies')} of its history`,
    wrap(
      told.watched === 0
        ? 'The model sees nothing of its history, so that there is nothing to hide: all copies are alike.'
        : noiseWords(told.noise),
      terminal.width,
    ).join('\n'),
    told.items.length === 0
      ? null
      : formatTable(
          terminal,
          [
            { title: 'rank', align: 'right' },
            { title: 'title', shrinkTo: 16 },
            { title: 'stays', align: 'right' },
            { title: '95 % interval', align: 'right' },
          ],
          told.items.map((item) => [
            String(item.rank),
            singleLine(item.title ?? item.item),
            percent(item.share),
            interval(item),
          ]),
        ),
  );
}

function describeRun(terminal: Terminal, told: RunStability): string {
  const { mean, profiles, of, shaky } = told;
  if (mean === null) return 'No profile of this run has a history, so that there is nothing to hide.';
  return blocks(
    `${terminal.style('bold', percent(mean.share))} of a list stays (95 % interval: ${interval(mean)}), in ${counted(told.copies, 'noisy copy', 'noisy copies')} of each history`,
    wrap(
      `${profiles === of ? `Of all ${counted(of, 'profile')} with a history` : `Of ${counted(profiles, 'profile')}, drawn from ${count(of)} with a history`}. ${noiseWords(told.noise)}`,
      terminal.width,
    ).join('\n'),
    `Shaky lists, of which less than ${percent(SHAKY)} stays: ${count(shaky)}`,
    formatTable(
      terminal,
      [{ title: 'shakiest' }, { title: 'watched', align: 'right' }, { title: 'stays', align: 'right' }],
      told.shakiest.map((profile) => [profile.profile, count(profile.watched), percent(profile.share)]),
    ),
  );
}

function describeNoise(terminal: Terminal, { runs }: NoiseScores): string {
  if (runs.length === 0) return 'No autoencoder was judged on the hold-out of this run.';
  return formatTable(
    terminal,
    [
      { title: 'run' },
      { title: 'name', shrinkTo: 12 },
      { title: 'noise', align: 'right' },
      { title: 'score', align: 'right' },
      { title: '95 % interval', align: 'right' },
      { title: 'stays', align: 'right' },
    ],
    runs.map((one) => [
      one.runId,
      singleLine(one.name),
      percent(one.noise),
      decimals(one.score),
      one.interval === null ? '–' : `${decimals(one.interval.low)} to ${decimals(one.interval.high)}`,
      one.stability === null ? '–' : percent(one.stability),
    ]),
  );
}

export default defineCommand({
  name: 'stability',
  group: 'Look at profiles, titles and lists',
  summary: 'Say how firmly lists stand: what stays of them when a part of the history is hidden',
  inputs: {
    run: RUN_INPUT,
    profile: { kind: 'text', value: 'ID', help: 'the titles of this list; without it, the run as a whole' },
    copies: {
      kind: 'integer',
      value: 'N',
      minimum: 1,
      maximum: MOST_COPIES,
      default: 100,
      help: 'noisy copies of each history',
    },
    hidden: {
      kind: 'integer',
      value: 'PERCENT',
      minimum: 0,
      maximum: 99,
      help: 'how much of the history a copy hides; without it as in the training of the run, or 50 where it hid nothing',
    },
    sample: {
      kind: 'integer',
      value: 'N',
      minimum: 1,
      maximum: 1e9,
      default: SAMPLED_PROFILES,
      help: 'of a run: how many profiles are measured, drawn by its seed',
    },
    all: { kind: 'flag', help: 'of a run: measure every profile' },
    noise: { kind: 'flag', help: 'list noise and score of the finished runs that can be compared with it instead' },
    tune: TUNE_INPUT,
    key: PROFILE_KEY_INPUT,
  },
  examples: [
    'stability --run rrt9psbyug',
    'stability --run rrt9psbyug --all --copies 20',
    'stability --run rrt9psbyug --profile 196',
    'stability --run rrt9psbyug --noise',
  ],
  details: () =>
    [
      'A noisy copy hides titles of the history by chance, as training does. A title that stays in the lists of nearly all copies hangs on no',
      'single viewing; one that stays in few of them is there because of a few. The copies are drawn by the seed of the run: the same each time.',
      'What is measured of a run is kept with it. "profiles --run RUN --shaky" then lists the profiles whose lists are shaky.',
    ].join('\n'),
  async run(context, { run, profile: typed, copies, hidden, sample, all, noise, tune, key }) {
    const client = await context.client();
    if (noise) {
      const told = await client.runs.noiseScores({ runId: run });
      return { json: told, text: (terminal) => describeNoise(terminal, told) };
    }
    const request = { runId: run, copies, ...(hidden !== undefined && { hidden: hidden / 100 }) };
    if (typed === undefined) {
      if (tune !== undefined || key !== undefined)
        throw new ShelfwiseError(
          'usage',
          say('command-line.goes-with', { option: tune === undefined ? '--key' : '--tune', other: '--profile' }),
        );
      const told = await longCall(context, (options) =>
        client.runs.measureStability({ ...request, ...(!all && { sample }) }, options),
      );
      return { json: told, text: (terminal) => describeRun(terminal, told) };
    }
    const profile = await profileOfRun(context, run, typed, key);
    const tuning =
      tune === undefined
        ? undefined
        : await tuningNamed(context, tune, (await client.runs.get({ runId: run })).dataset.fingerprint);
    const told = await client.profiles.stability({ ...request, profile, ...(tuning && { tuning }) });
    return { json: told, text: (terminal) => describeList(terminal, told) };
  },
});
