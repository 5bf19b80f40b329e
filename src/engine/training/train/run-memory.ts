/** The memory of a run before it starts: what it holds at once, from the shape of its data and its recipe. The constants are measured. */
import { companionsOf } from '../../../shared/recipe/companions';
import { MODEL_ROWS } from '../../../shared/recipe/models';
import type { Recipe } from '../../../shared/recipe/table';
import { STORED_PLACES } from '../../../shared/limits';
import { costOf, type DataSize } from '../../model/costs';
import { candidatesFor } from './run-cost';

/** Bytes of a process with the kernels and DuckDB loaded, before any data. */
const PROCESS = 200e6;
/** Bytes that training by gradients adds: its compiled code, and the small tensors of a step. */
const GRADIENTS = 90e6;
/** Bytes of an event: in the rows of the whole, in those of the parts, and as an event. */
const VIEWING = 100;
/** Bytes of scores per title that wait to be collected, and the most of them. */
const SCORES = 6400;
const MOST_SCORES = 100e6;
/** Bytes of a place of a stored list. */
const PLACE = 8;
/** Share of a part's memory that stays with the process while another part runs. */
const NOT_RETURNED = 0.5;
/** Copies of a model that scores: its tensors, and what the kernels made of them. */
const COPIES = 2;

/** Bytes that a run holds at once. */
export const memoryOf = (size: DataSize, recipe: Recipe): number => PROCESS + beyondProcess(size, recipe);

function beyondProcess(size: DataSize, recipe: Recipe): number {
  const lists = size.profiles * Math.min(STORED_PLACES, size.items) * PLACE;
  const scores = Math.min(MOST_SCORES, SCORES * size.items);
  const model = MODEL_ROWS[recipe.model].byEpochs ? byEpochs(size, recipe) : costOf(size, recipe).memory;
  return lists + scores + VIEWING * size.interactions + model;
}

/**
 * Training, beside the measured model of the stage before, and fitting a companion beside all others: one comes after the other, but part of what
 * the first held is not returned.
 */
function byEpochs(size: DataSize, recipe: Recipe): number {
  const own = costOf(size, recipe);
  const { named, open } = companionsOf(recipe);
  const candidates = candidatesFor(size, recipe).map((model) => ({ model, ...costOf(size, recipe, model) }));
  const fitted = open > 0 ? candidates : candidates.filter(({ model }) => named.includes(model));
  const taken = fitted.map(({ kept }) => kept).toSorted((left, right) => right - left);
  const training = GRADIENTS + own.memory + own.kept + sum(taken.slice(0, named.length + open));
  const allKept = sum(fitted.map(({ kept }) => kept));
  const fitting = fitted.map(({ memory, kept }) => memory + COPIES * (own.kept + allKept - kept));
  const most = Math.max(0, ...fitting);
  return Math.max(training, most) + NOT_RETURNED * Math.min(training, most);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Bytes of the records and the epochs of a run, and of an ID with its share of the vocabulary and of test profiles: far more than there are. */
const RECORDS = 1 << 26;
const BYTES_PER_ID = 1200;

/** Most bytes that the files of a run can have: what it holds at once, with the factor by which that estimate may be off. */
export const largestRun = (size: DataSize, recipe: Recipe): number =>
  RECORDS + (size.profiles + size.items) * BYTES_PER_ID + 2 * beyondProcess(size, recipe);
