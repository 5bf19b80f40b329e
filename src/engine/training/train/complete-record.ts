/** Turns a fitted run into its record: metrics on the hold-out, lists from the final model, hashes of both; and writes the files that hold them. */
import type { RunRecord } from '../../../shared/contract/run';
import type { Until } from '../../../shared/contract/unit';
import { say, type Sentence, textOf } from '../../../shared/words/sentence';
import type { Recipe } from '../../../shared/recipe/table';
import { LIST_LENGTH, STORED_PLACES } from '../../../shared/limits';
import { selectRows, withEmptyRow } from '../../data/histories';
import type { Histories } from '../../data/tables';
import { describeEnvironment } from '../../machine/environment/environment';
import { evaluate, evaluateThrough } from '../../model/evaluate/evaluate';
import type { Evaluation, EvaluationInput } from '../../model/evaluate/evaluation';
import { listQuality } from '../../model/evaluate/list-quality';
import { slices } from '../../model/evaluate/slices';
import { RANDOM_MINIMUM_ITEMS, type Split } from '../../model/evaluate/split';
import type { NamedTensors, Recommender } from '../../model/recommender';
import { hashTensors } from '../../model/safetensors';
import { type Lists, makeLists, makeListsThrough } from '../../model/ranking/lists';
import type { BestFinder } from '../../model/ranking/shortlists';
import { hashLists, writeLists } from '../../runs/lists-file';
import { writeMeasuredModel } from '../../runs/measured-model-file';
import { writeModel } from '../../runs/model-file';
import { writeTestProfiles } from '../../runs/test-profiles-file';
import { writeVocabulary } from '../../runs/vocabulary';
import type { FittedRun, LeftOut } from '../fit/fit-input';
import type { RunContext } from './run-context';
import { type FittedOn, steeredRecommender } from '../fit/steered-recommender';
import { timed } from '../fit/timed-parts';
import { overCompanions } from './over-companions';

/**
 * Writes model, vocabulary and lists into the run folder, and returns the record that describes them.
 * @param until 'model': leaves the lists to units, and the run pauses
 */
export async function completeRecord(context: RunContext, fitted: FittedRun, until?: Until): Promise<RunRecord> {
  const { record, backend, split } = context;
  const targets = split.targets.indices.length;
  const notes = [context.data.note ?? null, split.note, targets === 0 ? emptyTestPart(split) : null, fitted.note];
  const said = notes.filter((note) => note !== null);
  const base: RunRecord = {
    ...record,
    ...outcomeOf(fitted),
    finishedAt: new Date().toISOString(),
    stages: fitted.stages,
    environment: await describeEnvironment(backend),
    split: {
      protocol: split.protocol,
      note: said.length === 0 ? null : textOf(said),
      ...(said.length > 0 && { said }),
      trainInteractions: split.train.count,
      testProfiles: rowsWithTargets(split.targets),
      testTargets: targets,
    },
  };
  if (fitted.final === null || fitted.measured === null) return base;
  return {
    ...base,
    epochs: fitted.final.epoch,
    listsFrom: fitted.final.stage,
    ...(fitted.final.mixture !== null && { mixture: fitted.final.mixture }),
    ...(fitted.leftOut.length > 0 && { leftOut: fitted.leftOut.map(leftOutOf) }),
    ...(await timed('test', () => earnMetrics(context, fitted.measured!.tensors, fitted.final!.tensors))),
    ...(until === 'model' && fitted.brokenOff === null
      ? { ...waitingForLists(record), ...(await makeModel(context, fitted.final.tensors)) }
      : await timed('lists', () => makeModelAndLists(context, fitted.final!.tensors))),
  };
}

function waitingForLists({ runId }: RunRecord): Pick<RunRecord, 'status' | 'reason'> {
  const said = [say('unit.waits-for-lists', { run: runId })];
  return { status: 'stopped', reason: { code: 'user', message: textOf(said), said } };
}

const leftOutOf = ({ model, why }: LeftOut): NonNullable<RunRecord['leftOut']>[number] => ({
  model,
  message: textOf([why]),
  said: [why],
});

function outcomeOf({ brokenOff, final }: FittedRun): Pick<RunRecord, 'status' | 'reason'> {
  if (brokenOff === null) return { status: 'finished', reason: null };
  const kept = final === null ? say('run.kept-nothing') : say('run.kept-epoch', { epoch: final.epoch });
  const { code, message, said: why = [message] } = brokenOff;
  const said = [...why, kept];
  return {
    status: 'stopped',
    reason: { code: code === 'diverged' ? 'diverged' : 'user', message: textOf(said), said },
  };
}

/** Why there are no metrics, and what to do. */
function emptyTestPart({ protocol }: Split): Sentence {
  return protocol === 'time'
    ? say('split.empty-by-time')
    : say('split.empty-at-random', { items: RANDOM_MINIMUM_ITEMS });
}

const excludesWatched = (recipe: Recipe): boolean => recipe['scoring.watched'] === 'exclude';

/** Stores the metrics of individual test profiles in a separate file. */
async function earnMetrics(
  context: RunContext,
  tensors: NamedTensors,
  final: NamedTensors,
): Promise<Pick<RunRecord, 'metrics' | 'slices' | 'overCompanions'>> {
  const { evaluation, input } = await measured(context, tensors, final);
  if (evaluation.metrics.profiles === 0) return { metrics: null, slices: [] };
  await writeTestProfiles(context.folder, evaluation);
  if (final !== tensors) await writeMeasuredModel(context.folder, tensors);
  const over = overCompanions(context, tensors, { evaluation, input });
  return {
    metrics: evaluation.metrics,
    slices: slices(evaluation, input, context.data.profiles),
    ...(over !== null && { overCompanions: over }),
  };
}

/** The evaluation of a model on the hold-out. @param final the model that makes the lists: latent directions that the recipe names are that model's */
export async function measured(
  context: RunContext,
  tensors: NamedTensors,
  final: NamedTensors,
): Promise<{ evaluation: Evaluation; input: EvaluationInput }> {
  const { train, data } = context;
  const lists = final === tensors ? null : { tensors: final, histories: data.histories };
  return withRecommender(context, { tensors, histories: train.histories }, lists, async (recommender, finder) => {
    const input: EvaluationInput = {
      recommender,
      histories: context.train.histories,
      conditions: context.conditions.values,
      conditionWidth: context.conditions.width,
      targets: context.split.targets,
      excludeWatched: excludesWatched(context.recipe),
    };
    const evaluation = finder === null ? evaluate(input) : await evaluateThrough(input, finder);
    return { evaluation, input };
  });
}

/** Some of the rows of all lists. */
interface SomeRows {
  readonly from: number;
  readonly to: number;
  /** Receives how many of them are done. */
  readonly onRows?: (done: number) => void;
}

/** @returns lists of all profiles, and as the last row that of a profile of which nothing is known; or some of these rows */
export const listsOf = (context: RunContext, tensors: NamedTensors, some?: SomeRows): Promise<Lists> =>
  withRecommender(context, { tensors, histories: context.data.histories }, null, (recommender, finder) =>
    listsOfRows(context, recommender, finder, some),
  );

async function makeModelAndLists(
  context: RunContext,
  tensors: NamedTensors,
): Promise<Pick<RunRecord, 'weightsSha256' | 'listsSha256' | 'quality'>> {
  const lists = await listsOf(context, tensors);
  return { ...(await makeModel(context, tensors)), ...(await keepLists(context, lists)) };
}

async function makeModel(
  { data, folder }: RunContext,
  tensors: NamedTensors,
): Promise<Pick<RunRecord, 'weightsSha256'>> {
  await writeModel(folder, tensors);
  await writeVocabulary(folder, { profiles: [...data.profiles.ids], items: [...data.items.ids] });
  return { weightsSha256: hashTensors(tensors) };
}

/** Writes the lists of a run, and returns what its record says of them. */
export async function keepLists(
  { data, folder }: RunContext,
  lists: Lists,
): Promise<Pick<RunRecord, 'listsSha256' | 'quality'>> {
  const profiles = data.profiles.ids.length;
  await writeLists(folder, lists);
  const shown = firstPlaces(lists, Math.min(LIST_LENGTH, lists.count), profiles);
  return {
    listsSha256: hashLists(data.profiles.ids, data.items.ids, lists),
    quality: listQuality(
      shown.items,
      shown.count,
      data.histories,
      Int32Array.from({ length: profiles }, (_, profile) => profile),
    ),
  };
}

async function listsOfRows(
  { data, conditions, recipe }: RunContext,
  recommender: Recommender,
  finder: BestFinder | null,
  some?: SomeRows,
): Promise<Lists> {
  const all = withEmptyRow(data.histories);
  const { from, to, onRows } = some ?? { from: 0, to: all.rows };
  const isSome = from > 0 || to < all.rows;
  const histories = isSome
    ? selectRows(
        all,
        Int32Array.from({ length: to - from }, (_, row) => from + row),
      )
    : all;
  const profiles = Int32Array.from({ length: to - from }, (_, row) =>
    from + row < data.histories.rows ? from + row : -1,
  );
  const { width, values } = conditions;
  const rows = { histories, conditions: values.subarray(from * width, to * width), conditionWidth: width, profiles };
  const options = {
    ...(onRows && { onRows }),
    count: Math.min(STORED_PLACES, data.items.ids.length),
    excludeWatched: excludesWatched(recipe),
  };
  return finder === null ? makeLists(recommender, rows, options) : makeListsThrough(finder, recommender, rows, options);
}

/**
 * @param lists the model that makes the lists, if it is another one
 * @param use also receives a finder that makes the lists on the run's GPU, in the same bits; null if the processor does
 */
async function withRecommender<Result>(
  { record, recipe, backend, accelerator, conditions, data }: RunContext,
  fitted: FittedOn,
  lists: FittedOn | null,
  use: (recommender: Recommender, finder: BestFinder | null) => Promise<Result>,
): Promise<Result> {
  const owner = { seed: record.seed, profiles: data.profiles.ids };
  const model = { recipe, kernels: backend.kernels, conditions, owner };
  const recommender = await steeredRecommender(model, fitted, lists);
  let finder: BestFinder | null = null;
  try {
    finder = (accelerator && (await recommender.finderThrough?.(accelerator))) ?? null;
    return await use(recommender, finder);
  } finally {
    finder?.dispose();
    recommender.dispose();
  }
}

function firstPlaces(lists: Lists, count: number, rows: number): { count: number; items: Int32Array } {
  const items = new Int32Array(rows * count);
  for (let row = 0; row < rows; row++)
    items.set(lists.items.subarray(row * lists.count, row * lists.count + count), row * count);
  return { count, items };
}

function rowsWithTargets(targets: Histories): number {
  let rows = 0;
  for (let row = 0; row < targets.rows; row++) if (targets.offsets[row + 1]! > targets.offsets[row]!) rows++;
  return rows;
}
