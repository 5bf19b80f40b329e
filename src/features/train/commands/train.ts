import { NEUTRAL_TUNING } from '../../../shared/contract/tuning';
import { TUNING_ROWS } from '../../../shared/contract/tuning-keys';
import { ShelfwiseError } from '../../../shared/errors';
import { processorsShare } from '../../../shared/recipe/processors-share';
import { say, textOf } from '../../../shared/words/sentence';
import { MOST_SEEDS } from '../../../shared/limits';
import { defineCommand } from '../../../cli/command';
import { describeEstimate } from './estimate';
import { ON_INPUTS, agreeToSend, resolveDataFor, trainedOn } from '../../../cli/clusters';
import { longCall } from '../../../cli/context';
import { DATA_INPUT, DEVICE_INPUT, RECIPE_INPUTS, SEED_INPUT } from '../../../cli/common-inputs';
import { recipeWithTuning } from '../../../shared/recipe/from-tuning';
import { describePresets, readRecipe } from '../../../cli/recipes';
import { TUNE_INPUT, tuningNamed } from '../../../cli/tunings';
import { list } from '../../../cli/words';
import { followRun, runAnswer } from '../../../cli/runs';
import { describeSeeds } from '../../sweep/commands/public';

export default defineCommand({
  name: 'train',
  group: 'Train and judge',
  summary: 'Train a model and save everything that made it as a run',
  inputs: {
    data: DATA_INPUT,
    ...RECIPE_INPUTS,
    device: DEVICE_INPUT,
    seed: SEED_INPUT,
    seeds: {
      kind: 'integer',
      value: 'N',
      minimum: 1,
      maximum: MOST_SEEDS,
      default: 1,
      help: 'train with so many seeds, from --seed on: mean and deviation of the scores, and what of the lists all share',
    },
    name: { kind: 'text', value: 'TEXT', help: 'a name for the run' },
    like: { kind: 'text', value: 'RUN', help: 'begin with the recipe of this run, which becomes the parent' },
    later: { kind: 'flag', help: 'put it into the queue; an open window, or "queue --run", starts it' },
    estimate: { kind: 'flag', help: 'only estimate the time and memory it takes' },
    ...ON_INPUTS,
    tune: { ...TUNE_INPUT, help: 'a tuning file, or a saved tuning, to take into the recipe' },
  },
  examples: [
    'train --data ./my-data',
    'train --data 3f2a9c10 --recipe quick --seed 7 --name "first try"',
    'train --data 3f2a9c10 --recipe quick --seeds 5',
    'train --data 3f2a9c10 --recipe quick --seeds 5 --on lab',
    'train --data ./my-data --recipe careful --set noise.dropout=0.4 --set structure.width=384',
  ],
  details: () =>
    [
      'Presets, and how each differs from the defaults:',
      describePresets(),
      '',
      'Knobs: "shelfwise knobs" shows every knob with its range, default and meaning.',
      '"shelfwise recipe PRESET" prints a recipe file to change and pass with --recipe.',
      'Ctrl-C stops the run and keeps its best epoch; "shelfwise resume RUN" goes on.',
    ].join('\n'),
  async run(context, { data, recipe, set, device, seed, seeds, name, tune, like, later, estimate, on, yes }) {
    if (seeds > 1 && later)
      throw new ShelfwiseError('usage', say('queue.seeds', { seeds, first: String(seed), second: String(seed + 1) }));
    if (on !== undefined && later) throw new ShelfwiseError('usage', say('train.on-and-later'));
    if (like !== undefined && recipe !== undefined) throw new ShelfwiseError('usage', say('train.recipe-and-like'));
    const parent = like === undefined ? null : await (await context.client()).runs.get({ runId: like });
    const begun = parent === null ? recipe : parent.recipe;
    const read = await readRecipe(begun, set, context.resolve);
    const untuned = device === undefined ? read : { ...read, 'numeric.device': device };
    const dataset = await resolveDataFor(context, data, on);
    const tuning = tune === undefined ? NEUTRAL_TUNING : await tuningNamed(context, tune, dataset.fingerprint);
    const { recipe: complete, notTaken } = recipeWithTuning(untuned, tuning);
    const ofProfile = notTaken.filter((key) => TUNING_ROWS[key].ofOneProfile === true);
    const beyond = notTaken.filter((key) => !ofProfile.includes(key));
    if (ofProfile.length > 0)
      context.reporter.warn(
        `A recipe is about all profiles: ${list(ofProfile)} of the tuning cannot be taken into it.`,
      );
    if (beyond.length > 0)
      context.reporter.warn(`${list(beyond)} of the tuning goes beyond what a recipe can hold, and is left out.`);
    const client = await context.client();
    const request = {
      data: dataset.fingerprint,
      recipe: complete,
      seed,
      ...(name !== undefined && { name }),
      ...(parent !== null && { parent: parent.runId }),
    };
    const likely = await client.runs.estimate({ data: dataset.fingerprint, recipe: complete });
    const share = processorsShare(complete);
    if (share !== null) context.reporter.note(textOf([share]));
    if (estimate) return { json: likely, text: () => describeEstimate(likely) };
    if (later) {
      const entry = await client.queue.add(request);
      return {
        json: entry,
        text: () => `In the queue as ${entry.id}. An open window starts it; so does "shelfwise queue --run".`,
      };
    }
    if (on === undefined) context.reporter.note(describeEstimate(likely));
    else await agreeToSend(context, { on, data: dataset.fingerprint, yes });
    if (seeds > 1) {
      const { parent: _, ...one } = request;
      try {
        const repeated = await longCall(context, (options) =>
          client.units.seeds({ ...one, seeds, ...(on && { on }) }, options),
        );
        return { json: repeated, text: (terminal) => describeSeeds(terminal, repeated) };
      } catch (thrown) {
        if (!context.interrupt.requested) throw thrown;
        const error = new ShelfwiseError('stopped', say('work.goes-on'));
        return { json: {}, text: () => '', error };
      }
    }
    if (on !== undefined) return trainedOn(context, client, on, request);
    const { runId } = await client.runs.start(request);
    context.reporter.note(`Run ${runId}`);
    return runAnswer(await followRun(context, runId));
  },
});
