/** What a sweep tries; kept for the life of the tab, so that a reload or another screen loses nothing. */
import type { KeptSweep, KnobValues, Setting, SweepRequest } from '../contract/sweep';
import { MOST_KNOB_VALUES, MOST_TRIALS } from '../contract/limits';
import { MODEL_ROWS } from '../../../shared/recipe/models';
import { KNOB_NAMES, KNOBS, RECIPE_VERSION, type KnobName, type Recipe } from '../../../shared/recipe/table';
import type { Knob } from '../../../shared/recipe/knob';
import { canBeTried, CHOOSES_MODEL, tellsTrialsApart } from '../../../shared/recipe/tried-knobs';
import { createOfDataset } from '../../../renderer/stores/of-dataset';
import { fieldProblem, isSeed, type FieldValue, type Problem } from '../../../renderer/stores/train-form';
import { proposedValues } from './proposed-values';

export interface TriedKnob {
  readonly knob: KnobName;
  /** Numbers are listed or have a range; other knobs pick values. */
  readonly how: 'list' | 'range' | 'choice';
  /** As typed. */
  readonly list: string;
  readonly from: FieldValue;
  readonly to: FieldValue;
  readonly scale: 'linear' | 'logarithmic';
  readonly steps: FieldValue;
  readonly chosen: readonly string[];
}

export type SweepMethod = SweepRequest['method'];

interface SweepForm {
  /** The recipe of the opened sweep; null takes the form of Train. */
  recipe: Recipe | null;
  knobs: readonly TriedKnob[];
  method: SweepMethod;
  budget: FieldValue;
  /** Empty for no limit. */
  minutes: FieldValue;
  seed: FieldValue;
  /** The sweep that is shown; null for a new one. */
  shown: string | null;
}

const INITIAL: SweepForm = {
  recipe: null,
  knobs: [],
  method: 'random',
  budget: 20,
  minutes: '',
  seed: 1,
  shown: null,
};

export const useSweepForm = createOfDataset<SweepForm>(() => INITIAL, {
  name: 'shelfwise.sweep',
  version: RECIPE_VERSION,
  complete: (stored, fresh) => ({ ...fresh, ...(stored as Partial<SweepForm>) }),
});

export const changeSweepForm = (changes: Partial<SweepForm>): void => useSweepForm.setState(changes);
export const showSweep = (data: string, sweepId: string): void => useSweepForm.setStateOf(data, { shown: sweepId });

/** Starts a new sweep: shows none, and keeps the form except the recipe. */
export const beginAnother = (): void => useSweepForm.setState({ shown: null, recipe: null });

/** A knob with initial values around the recipe's. */
export function triedKnob(name: KnobName, recipe: Recipe): TriedKnob {
  const knob = KNOBS[name] as Knob;
  const none = { knob: name, list: '', from: 0, to: 1, scale: 'linear' as const, steps: 3, chosen: [] };
  if (knob.kind === 'boolean') return { ...none, how: 'choice', chosen: ['true', 'false'] };
  if (knob.kind === 'choice') return { ...none, how: 'choice', chosen: [...knob.choices] };
  if (knob.kind === 'text') return { ...none, how: 'list', list: String(recipe[name]) };
  const values = proposedValues(name, recipe);
  return { ...none, how: 'list', list: values.join(', '), from: values[0]!, to: values.at(-1)! };
}

export const addKnob = (name: KnobName, recipe: Recipe): void =>
  useSweepForm.setState(({ knobs }) => ({ knobs: [...knobs, triedKnob(name, recipe)] }));
export const removeKnob = (name: KnobName): void =>
  useSweepForm.setState(({ knobs }) => ({ knobs: knobs.filter(({ knob }) => knob !== name) }));
export const changeKnob = (name: KnobName, changes: Partial<TriedKnob>): void =>
  useSweepForm.setState(({ knobs }) => ({
    knobs: knobs.map((tried) => (tried.knob === name ? Object.assign({}, tried, changes) : tried)),
  }));

/** Splits a list at commas, semicolons and blanks. */
const partsOf = (list: string): string[] => list.split(/[\s,;]+/).filter((part) => part !== '');

/** The problem of a knob, and at which of its fields. */
export interface KnobProblem {
  readonly field: 'list' | 'from' | 'to' | 'steps' | 'chosen';
  readonly problem:
    | Problem
    | { readonly kind: 'empty' | 'order' | 'zero' }
    | { readonly kind: 'notNumber'; readonly text: string }
    | { readonly kind: 'steps'; readonly maximum: number };
}

export function knobProblems(tried: TriedKnob, method: SweepMethod): KnobProblem[] {
  const knob = KNOBS[tried.knob] as Knob;
  switch (tried.how) {
    case 'choice':
      return tried.chosen.length === 0 ? [{ field: 'chosen', problem: { kind: 'empty' } }] : [];
    case 'list':
      return listProblem(knob, tried.list);
    case 'range':
      return rangeProblems(knob, tried, method);
  }
}

function listProblem(knob: Knob, list: string): KnobProblem[] {
  const parts = partsOf(list);
  if (parts.length === 0) return [{ field: 'list', problem: { kind: 'empty' } }];
  for (const text of parts) {
    const value = Number(text);
    if (Number.isNaN(value)) return [{ field: 'list', problem: { kind: 'notNumber', text } }];
    const problem = fieldProblem(knob, value);
    if (problem !== null) return [{ field: 'list', problem }];
  }
  return [];
}

function rangeProblems(knob: Knob, { from, to, scale, steps }: TriedKnob, method: SweepMethod): KnobProblem[] {
  const problems: KnobProblem[] = [];
  for (const [field, value] of [
    ['from', from],
    ['to', to],
  ] as const) {
    const problem = fieldProblem(knob, value);
    if (problem !== null) problems.push({ field, problem });
  }
  if (problems.length === 0 && Number(from) >= Number(to)) problems.push({ field: 'to', problem: { kind: 'order' } });
  else if (problems.length === 0 && scale === 'logarithmic' && Number(from) <= 0)
    problems.push({ field: 'from', problem: { kind: 'zero' } });
  if (method === 'grid' && !isWhole(steps, 2, MOST_KNOB_VALUES))
    problems.push({ field: 'steps', problem: { kind: 'steps', maximum: MOST_KNOB_VALUES } });
  return problems;
}

/** Why a knob cannot be tried with this recipe, whatever its values; null if it can. */
export function knobRefusal(
  name: KnobName,
  { knobs, method }: Pick<SweepForm, 'knobs' | 'method'>,
  recipe: Recipe,
): 'halving' | 'unread' | null {
  if (!canBeTried(name, method)) return 'halving';
  const tried = knobs.map(({ knob }) => knob);
  return tellsTrialsApart(recipe, name, tried) || tried.some((knob) => CHOOSES_MODEL.includes(knob)) ? null : 'unread';
}

/** Whether halving is possible: it gives trials more and more epochs. */
export const canHalve = (knobs: readonly TriedKnob[], recipe: Recipe): boolean =>
  MODEL_ROWS[recipe.model].byEpochs && !knobs.some(({ knob }) => knob === 'model');

const isWhole = (value: FieldValue, minimum: number, maximum: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= minimum && value <= maximum;

export const isBudget = (budget: FieldValue): budget is number => isWhole(budget, 1, MOST_TRIALS);
export const areMinutes = (minutes: FieldValue): boolean =>
  minutes === '' || (typeof minutes === 'number' && minutes > 0 && minutes <= 1_000_000);

/** Only call it without a problem. */
function valuesOf(
  { knob: name, how, list, from, to, scale, steps, chosen }: TriedKnob,
  method: SweepMethod,
): KnobValues {
  const knob = KNOBS[name] as Knob;
  if (how === 'list') return [...new Set(partsOf(list).map(Number))];
  if (how === 'choice') return chosen.map((value): Setting => (knob.kind === 'boolean' ? value === 'true' : value));
  return { from: Number(from), to: Number(to), scale, ...(method === 'grid' && { steps: Number(steps) }) };
}

/** Largest number of grid combinations; rounded steps of whole numbers may coincide. */
export const combinations = (knobs: readonly TriedKnob[], method: SweepMethod): number =>
  knobs.reduce((product, tried) => {
    const values = valuesOf(tried, method);
    return product * (Array.isArray(values) ? values.length : (values.steps ?? 1));
  }, 1);

type Asked = Omit<SweepForm, 'shown' | 'recipe'>;

/** Null while a field is incomplete. */
export function sweepRequestOf(form: Asked, data: string, recipe: Recipe): SweepRequest | null {
  const { knobs, method, budget, minutes, seed } = form;
  if (!isBudget(budget) || !areMinutes(minutes) || !isSeed(seed)) return null;
  if (knobs.length === 0 || knobs.some((tried) => knobProblems(tried, method).length > 0)) return null;
  if (method === 'grid' && combinations(knobs, method) > budget) return null;
  const values = Object.fromEntries(knobs.map((tried) => [tried.knob, valuesOf(tried, method)]));
  return { data, recipe, knobs: values, method, budget, seed, ...(minutes !== '' && { minutes: Number(minutes) }) };
}

/** Opens a stored sweep: its trials, and the form as filled in. */
export function openSweep({ sweepId, data, knobs, method, budget, minutes, seed, ...kept }: KeptSweep): void {
  const recipe = kept.recipe;
  const tried = KNOB_NAMES.flatMap((name) => {
    const values = knobs[name];
    return values === undefined ? [] : [triedOf(name, values, recipe)];
  });
  changeSweepForm({ recipe, knobs: tried, method, budget, minutes: minutes ?? '', seed });
  showSweep(data, sweepId);
}

function triedOf(name: KnobName, values: KnobValues, recipe: Recipe): TriedKnob {
  const tried = triedKnob(name, recipe);
  if (!Array.isArray(values)) return { ...tried, how: 'range', ...values };
  return tried.how === 'choice' ? { ...tried, chosen: values.map(String) } : { ...tried, list: values.join(', ') };
}
