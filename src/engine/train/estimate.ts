/**
 * What a run is likely to take, before it starts. Time goes with the work of an epoch (profiles x titles x width, which the products with
 * the decoder make up) and is calibrated by the finished runs of this workspace; without any, by figures of another computer, and then the
 * span is wide. Memory is a sum of what is held at once.
 */
import * as os from 'node:os';
import type { Dataset, Estimate, RunRecord } from '../../shared/contract';
import type { Recipe } from '../../shared/recipe/table';
import { MODEL_ROWS } from '../../shared/recipe/models';
import { costOf, type DataSize } from '../model/costs';
import { recipeDifferences } from '../../shared/recipe/schema';
import { STORED_PLACES } from '../../shared/limits';

/** Seconds a multiplication and addition, and seconds around the epochs, on two cores of a server of 2023 (bench machine). */
const RATE_ELSEWHERE = 8e-11;
const OVERHEAD_ELSEWHERE = 3;
/** How far an estimate may be off in either direction: by runs on this data, by other runs, by another computer. */
const SPREAD = { data: 1.6, runs: 2, none: 4 } as const;
/** Finished runs that calibrate, newest first. */
const MOST_RUNS = 12;

/** Bytes of a process with TensorFlow and DuckDB loaded, before there is data. */
const BASE_MEMORY = 420e6;

/** @param runs of the workspace, newest first. @param datasets to know the size of what they were trained on */
export function estimateRun(
  dataset: Dataset,
  recipe: Recipe,
  runs: readonly RunRecord[],
  datasets: readonly Dataset[],
): Estimate {
  const finished = runs.filter((run) => run.status === 'finished' && run.model === recipe.model);
  const memory = memoryOf(dataset, recipe);
  const freeMemory = os.freemem();
  const same = finished.filter(
    (run) =>
      run.dataset.fingerprint === dataset.fingerprint &&
      run.recipe.version === recipe.version &&
      recipeDifferences(recipe, run.recipe).length === 0,
  );
  if (same.length > 0) {
    const measured = same.map(({ seconds }) => seconds);
    const span = { low: Math.min(...measured) / 1.2, high: Math.max(...measured) * 1.2 };
    return { seconds: span, memory: measuredMemory(same) ?? memory, from: 'same', runs: same.length, freeMemory };
  }
  const alike = finished.filter(({ recipe: theirs }) => theirs['numeric.mode'] === recipe['numeric.mode']);
  const onThisData = alike.filter(({ dataset: { fingerprint } }) => fingerprint === dataset.fingerprint);
  const chosen = (onThisData.length > 0 ? onThisData : alike).slice(0, MOST_RUNS);
  const spread = chosen.length === 0 ? SPREAD.none : onThisData.length > 0 ? SPREAD.data : SPREAD.runs;
  const sizeOf = (run: RunRecord): DataSize | undefined =>
    datasets.find(({ fingerprint }) => fingerprint === run.dataset.fingerprint);
  const calibration = calibrate(chosen, sizeOf);
  const epochs = epochSpan(recipe, onThisData);
  const seconds = (count: number): number =>
    calibration.overhead + calibration.rate * costOf(dataset, recipe).work * epochsOf(recipe, count);
  return {
    seconds: { low: seconds(epochs.low) / spread, high: seconds(epochs.high) * spread },
    memory,
    from: chosen.length === 0 ? 'none' : 'runs',
    runs: chosen.length,
    freeMemory,
  };
}

/** Passes over all the data that make the same work: choosing and measuring see a part of it. */
function epochsOf(recipe: Recipe, chosen: number): number {
  const final = recipe['stopping.refit'] ? chosen : 0;
  if (!MODEL_ROWS[recipe.model].byEpochs) return chosen * 0.8 + final;
  const most = recipe['stopping.epochs'];
  const choosing = recipe['stopping.rule'] === 'validation' ? Math.min(most, chosen + recipe['stopping.patience']) : 0;
  const held = 1 - recipe['stopping.share'];
  return choosing * held * held + chosen * held + final;
}

/** Epochs that the lists will come from: fixed by the recipe, as on this data before, or anything up to the most. */
function epochSpan(recipe: Recipe, onThisData: readonly RunRecord[]): { low: number; high: number } {
  if (!MODEL_ROWS[recipe.model].byEpochs) return { low: 1, high: 1 };
  const most = recipe['stopping.epochs'];
  if (recipe['stopping.rule'] !== 'validation') return { low: most, high: most };
  const before = onThisData.map(({ epochs }) => Math.min(epochs, most)).filter((epochs) => epochs > 0);
  return before.length > 0
    ? { low: Math.min(...before), high: Math.max(...before) }
    : { low: Math.min(most, recipe['stopping.patience']), high: most };
}

/** Seconds a unit of work, and seconds around it: medians over the runs. */
function calibrate(
  runs: readonly RunRecord[],
  sizeOf: (run: RunRecord) => DataSize | undefined,
): { rate: number; overhead: number } {
  const rates: number[] = [];
  const overheads: number[] = [];
  for (const run of runs) {
    const size = sizeOf(run);
    const spent = run.stages.reduce((sum, { seconds }) => sum + seconds, 0);
    overheads.push(Math.max(0, run.seconds - spent));
    if (size === undefined || spent === 0) continue;
    rates.push(spent / (costOf(size, run.recipe).work * epochsOf(run.recipe, Math.max(1, run.epochs))));
  }
  return { rate: median(rates) ?? RATE_ELSEWHERE, overhead: median(overheads) ?? OVERHEAD_ELSEWHERE };
}

function median(values: readonly number[]): number | null {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? null;
}

function memoryOf(size: DataSize, recipe: Recipe): number {
  const lists = size.profiles * Math.min(STORED_PLACES, size.items) * 8;
  // Kept as rows of the whole, of the parts and as events.
  const histories = size.interactions * 100;
  return BASE_MEMORY + lists + histories + costOf(size, recipe).memory;
}

function measuredMemory(runs: readonly RunRecord[]): number | null {
  const measured = runs.flatMap(({ peakMemory }) => peakMemory ?? []);
  return measured.length === 0 ? null : Math.max(...measured);
}
