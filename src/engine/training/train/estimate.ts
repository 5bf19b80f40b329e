/**
 * Estimates what a run will take before it starts: the work of all its stages (run-cost.ts), times this machine's speed relative to the one on which
 * the costs were measured. Finished runs of this workspace give that speed; without any, a short measurement does.
 */
import * as os from 'node:os';
import type { Dataset } from '../../../shared/contract/dataset';
import type { Estimate } from '../../../shared/contract/run-life';
import type { RunRecord } from '../../../shared/contract/run';
import { type BaselineName, BASELINES, MODEL_ROWS } from '../../../shared/recipe/models';
import { type PresetName, presetRecipe } from '../../../shared/recipe/presets';
import { recipeDifferences } from '../../../shared/recipe/schema';
import type { Recipe } from '../../../shared/recipe/table';
import { costOf } from '../../model/costs';
import { clockSeconds } from '../../model/core-seconds';
import { runCost } from './run-cost';
import { memoryOf } from './run-memory';
import { slownessOfThisMachine } from './slowness';

/** Factor by which an estimate may be off in either direction: from runs on this data, from other runs, from a short measurement. */
const SPREAD = { data: 1.5, runs: 2, none: 2 } as const;
/** Most finished runs to calibrate with, newest first. */
const MOST_RUNS = 12;
/** Best number of epochs as a share of the most, if nothing is known of the data. */
const LIKELY_SHARE = 0.5;

/**
 * @param runs of the workspace, newest first
 * @param datasets for the sizes of the runs' data
 * @param freeMemory bytes
 */
export function estimateRun(
  dataset: Dataset,
  recipe: Recipe,
  runs: readonly RunRecord[],
  datasets: readonly Dataset[],
  freeMemory = os.freemem(),
): Estimate {
  const finished = runs.filter(({ status }) => status === 'finished');
  const same = finished.filter(
    (run) => run.dataset.fingerprint === dataset.fingerprint && recipeDifferences(recipe, run.recipe).length === 0,
  );
  const memory = measuredMemory(same) ?? memoryOf(dataset, recipe);
  const needs = { memory, freeMemory, fitting: memory > freeMemory ? presetsWithin(freeMemory, dataset) : [] };
  if (same.length > 0) {
    const measured = same.map(({ seconds }) => seconds);
    const span = { low: Math.min(...measured) / 1.2, high: Math.max(...measured) * 1.2 };
    return { ...needs, seconds: span, from: 'same', runs: same.length };
  }
  const alike = finished.filter(({ recipe: theirs }) =>
    (['numeric.products', 'numeric.device'] as const).every((knob) => theirs[knob] === recipe[knob]),
  );
  const onThisData = alike.filter(
    (run) => run.dataset.fingerprint === dataset.fingerprint && run.model === recipe.model,
  );
  const ofThisModel = alike.filter(({ model }) => model === recipe.model);
  const chosen = [onThisData, ofThisModel, alike].find((some) => some.length > 0)?.slice(0, MOST_RUNS) ?? [];
  const slowness = slownessIn(chosen, datasets) ?? slownessOfThisMachine();
  const seconds = slowness * secondsOf(dataset, recipe, likelyEpochs(recipe, onThisData));
  const spread = chosen.length === 0 ? SPREAD.none : onThisData.length > 0 ? SPREAD.data : SPREAD.runs;
  return {
    ...needs,
    seconds: { low: seconds / spread, high: seconds * spread },
    from: chosen.length === 0 ? 'none' : 'runs',
    runs: chosen.length,
  };
}

const placeOf = (name: BaselineName): number => MODEL_ROWS[name].usualPlace ?? Infinity;

/** Those that usually have the better lists first. */
const BY_QUALITY: readonly PresetName[] = [
  'careful',
  'balanced',
  'quick',
  ...BASELINES.filter((name) => placeOf(name) < Infinity).toSorted((left, right) => placeOf(left) - placeOf(right)),
];

/** The presets for data of this size that need no more than so many bytes. */
function presetsWithin(bytes: number, dataset: Dataset): Estimate['fitting'] {
  return BY_QUALITY.filter((preset) => {
    const recipe = presetRecipe(preset);
    return memoryOf(dataset, recipe) <= bytes && costOf(dataset, recipe).isTooLarge !== true;
  });
}

/** Wall-clock seconds on the machine on which the costs were measured, with this machine's number of threads. */
function secondsOf(dataset: Dataset, recipe: Recipe, epochs: number): number {
  return clockSeconds(
    runCost({ ...dataset, hasTimes: dataset.period !== null }, recipe, epochs),
    os.availableParallelism(),
  );
}

/** Epochs behind the lists: fixed by the recipe, or as many as were best on this data before. */
export function likelyEpochs(recipe: Recipe, onThisData: readonly RunRecord[]): number {
  if (!MODEL_ROWS[recipe.model].byEpochs) return 0;
  const most = recipe['stopping.epochs'];
  if (recipe['stopping.rule'] !== 'validation') return most;
  const before = onThisData.map(({ epochs }) => epochs).filter((epochs) => epochs > 0);
  return Math.min(most, median(before) ?? Math.ceil(LIKELY_SHARE * most));
}

/**
 * How many times longer runs took than their work predicts, weighted by length, as overheads matter less in long runs. Null without runs to compare.
 */
function slownessIn(
  runs: readonly (RunRecord & { readonly recipe: Recipe })[],
  datasets: readonly Dataset[],
): number | null {
  let taken = 0;
  let expected = 0;
  for (const run of runs) {
    const dataset = datasets.find(({ fingerprint }) => fingerprint === run.dataset.fingerprint);
    if (dataset === undefined) continue;
    taken += run.seconds;
    expected += secondsOf(dataset, run.recipe, run.epochs);
  }
  return expected === 0 ? null : taken / expected;
}

function median(values: readonly number[]): number | null {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? null;
}

function measuredMemory(runs: readonly RunRecord[]): number | null {
  const measured = runs.flatMap(({ peakMemory }) => peakMemory ?? []);
  return measured.length === 0 ? null : Math.max(...measured);
}
