/** What a sweep tries; kept for the life of the tab, so that a reload or another screen loses nothing. */
import type { KeptSweep, KnobValues, SweepRequest } from '../contract/sweep';
import { MOST_TRIALS } from '../contract/limits';
import { KNOB_NAMES, KNOBS, RECIPE_VERSION, type KnobName, type Recipe } from '../../../shared/recipe/table';
import type { Knob } from '../../../shared/recipe/knob';
import { createOfDataset } from '../../../renderer/stores/of-dataset';
import { fieldProblem, isSeed, type FieldValue, type Problem } from '../../../renderer/stores/train-form';
import { proposedValues } from './proposed-values';

export interface TriedKnob {
  readonly knob: KnobName;
  /** As typed or ticked: values separated by commas, or a range (rangeOf). */
  readonly values: string;
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
  name: 'shelfwise.sweep-form',
  version: RECIPE_VERSION,
  complete: (stored, fresh) => ({ ...fresh, ...(stored as Partial<SweepForm>) }),
});

export const changeSweepForm = (changes: Partial<SweepForm>): void => useSweepForm.setState(changes);
export const showSweep = (data: string, sweepId: string): void => useSweepForm.setStateOf(data, { shown: sweepId });

/** Starts a new sweep: shows none, and keeps the form except the recipe. */
export const beginAnother = (): void => useSweepForm.setState({ shown: null, recipe: null });

/** The values of a knob that is not a number. */
export const choicesOf = (knob: Knob): readonly string[] =>
  knob.kind === 'boolean' ? ['true', 'false'] : knob.kind === 'choice' ? knob.choices : [];

/** A knob with initial values around the recipe's. */
export const triedKnob = (name: KnobName, recipe: Recipe): TriedKnob => ({
  knob: name,
  values: [...choicesOf(KNOBS[name]), ...proposedValues(name, recipe)].join(', '),
});

export const addKnob = (name: KnobName, recipe: Recipe): void =>
  useSweepForm.setState(({ knobs }) => ({ knobs: [...knobs, triedKnob(name, recipe)] }));
export const removeKnob = (name: KnobName): void =>
  useSweepForm.setState(({ knobs }) => ({ knobs: knobs.filter(({ knob }) => knob !== name) }));
export const changeKnob = (name: KnobName, values: string): void =>
  useSweepForm.setState(({ knobs }) => ({
    knobs: knobs.map((tried) => (tried.knob === name ? { knob: name, values } : tried)),
  }));

/** Splits a list at commas, semicolons and blanks. */
export const partsOf = (values: string): string[] => values.split(/[\s,;]+/).filter((part) => part !== '');

type Range = Exclude<KnobValues, readonly unknown[]>;

/** "0.001..0.1", with "log" behind it for even ratios and a number of values for a grid; null for a list. */
function rangeOf(values: string): { ends: string[]; range: Range } | null {
  if (!values.includes('..')) return null;
  const [range, ...words] = partsOf(values.replace(/\s*\.\.\s*/, '..'));
  const ends = range!.split('..');
  const steps = words.find((word) => /^\d+$/.test(word));
  const [from, to] = ends.map(Number);
  return {
    ends: [...ends, ...words.filter((word) => word !== 'log' && word !== steps)],
    range: {
      from: from!,
      to: to!,
      scale: words.includes('log') ? 'logarithmic' : 'linear',
      ...(steps !== undefined && { steps: Number(steps) }),
    },
  };
}

/** The values as they are typed. */
const textOf = (values: KnobValues): string =>
  Array.isArray(values)
    ? values.join(', ')
    : [`${values.from}..${values.to}`, ...(values.scale === 'logarithmic' ? ['log'] : []), values.steps ?? '']
        .join(' ')
        .trim();

type ValuesProblem = Problem | { readonly kind: 'empty' } | { readonly kind: 'notNumber'; readonly text: string };

/** What is typed wrong; null if nothing is. What else stands in the way, the engine says when the sweep begins. */
export function valuesProblem({ knob: name, values }: TriedKnob): ValuesProblem | null {
  const knob: Knob = KNOBS[name];
  const texts = rangeOf(values)?.ends ?? partsOf(values);
  if (texts.length === 0) return { kind: 'empty' };
  if (knob.kind !== 'number' && knob.kind !== 'integer') return null;
  for (const text of texts) {
    const value = Number(text);
    if (text === '' || Number.isNaN(value)) return { kind: 'notNumber', text };
    const problem = fieldProblem(knob, value);
    if (problem !== null) return problem;
  }
  return null;
}

/** Only call it without a problem. */
function valuesOf({ knob: name, values }: TriedKnob): KnobValues {
  const { kind } = KNOBS[name] as Knob;
  const range = rangeOf(values);
  if (range !== null) return range.range;
  return [...new Set(partsOf(values))].map((text) =>
    kind === 'boolean' ? text === 'true' : kind === 'choice' ? text : Number(text),
  );
}

export const isBudget = (budget: FieldValue): budget is number =>
  typeof budget === 'number' && Number.isInteger(budget) && budget >= 1 && budget <= MOST_TRIALS;
export const areMinutes = (minutes: FieldValue): boolean =>
  minutes === '' || (typeof minutes === 'number' && minutes > 0 && minutes <= 1_000_000);

type Asked = Omit<SweepForm, 'shown' | 'recipe'>;

/** Number of entries that are wrong. */
export const wrongEntries = ({ knobs, budget, minutes, seed }: Asked): number =>
  knobs.filter((tried) => valuesProblem(tried) !== null).length +
  [isBudget(budget), areMinutes(minutes), isSeed(seed)].filter((isRight) => !isRight).length;

/** Only call it without a wrong entry. */
export const sweepRequestOf = (
  { knobs, method, budget, minutes, seed }: Asked,
  data: string,
  recipe: Recipe,
): SweepRequest => ({
  data,
  recipe,
  knobs: Object.fromEntries(knobs.map((tried) => [tried.knob, valuesOf(tried)])),
  method,
  budget: Number(budget),
  seed: Number(seed),
  ...(minutes !== '' && { minutes: Number(minutes) }),
});

/** Opens a stored sweep: its trials, and the form as filled in. */
export function openSweep({ sweepId, data, knobs, method, budget, minutes, seed, recipe }: KeptSweep): void {
  const tried = KNOB_NAMES.flatMap((knob) => {
    const values = knobs[knob];
    return values === undefined ? [] : [{ knob, values: textOf(values) }];
  });
  changeSweepForm({ recipe, knobs: tried, method, budget, minutes: minutes ?? '', seed });
  showSweep(data, sweepId);
}
