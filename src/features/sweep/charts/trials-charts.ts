/** The results of a sweep: all settings at once, and one of them against the score. */
import type { KnobValues, SweepTrial } from '../contract/sweep';
import { KNOBS, type KnobName } from '../../../shared/recipe/table';
import type { Knob } from '../../../shared/recipe/knob';
import type { Language } from '../../../shared/words/templates';
import { knobText } from '../../../shared/words/knob-text';
import type { Wording } from '../../../shared/words/wording';
import type { ChartContent } from '../../../shared/charts/chart-content';
import type { PlacedAxis } from '../../../shared/charts/drawing';

interface Told {
  /** The knobs that were tried, in the order of the recipe table, with the requested values. */
  readonly knobs: readonly (readonly [knob: KnobName, values: KnobValues])[];
  /** Those with a score are shown. */
  readonly trials: readonly SweepTrial[];
  /** The run of the chosen trial; null for none. */
  readonly chosen: string | null;
}

type Scored = SweepTrial & { readonly validation: NonNullable<SweepTrial['validation']> };

const scoredOf = (trials: readonly SweepTrial[]): Scored[] =>
  trials
    .filter((trial): trial is Scored => trial.validation !== null)
    .toSorted((left, right) => right.validation.score - left.validation.score);

/** @returns null unless two trials have a score */
export function parallelChart(
  { knobs, trials, chosen }: Told,
  wording: Wording,
  language: Language,
): ChartContent | null {
  const { t, format } = wording;
  const scored = scoredOf(trials);
  const [best] = scored;
  if (best === undefined || scored.length < 2) return null;
  const axes = knobs.map(([knob, values]) => axisOf(knob, values, scored, wording, language));
  const score = scoreAxis(scored, wording);
  const names = knobs.map(([knob]) => KNOBS[knob].label[language]);
  return {
    title: t('sweep.charts.all'),
    summary: t('sweep.charts.allSummary', {
      count: scored.length,
      score: format.score(best.validation.score),
      settings: settingsText(best, knobs, wording, language),
    }),
    keys: [
      { mark: 'strand', label: t('sweep.charts.trial') },
      { mark: 'other-strand', label: t('sweep.charts.chosen') },
    ],
    drawing: {
      kind: 'parallel',
      axes: [...axes.map(({ axis }) => axis), score.axis],
      lines: scored.map((trial) => ({
        id: trial.runId,
        at: [...axes.map(({ placeOf }) => placeOf(trial)), score.placeOf(trial)],
        strength: score.placeOf(trial),
        isChosen: trial.runId === chosen,
        tip: tipOf(trial, knobs, wording, language),
      })),
    },
    table: {
      columns: [t('sweep.trialName'), t('sweep.validation'), ...names],
      rows: scored.map((trial, place) => [
        t('sweep.place', { place: place + 1 }),
        format.score(trial.validation.score),
        ...knobs.map(([knob]) => knobText(knob, trial.settings[knob], wording, language)),
      ]),
    },
  };
}

/** @returns null unless two trials have a score */
export function knobChart(
  { knobs, trials, chosen }: Told,
  knob: KnobName,
  wording: Wording,
  language: Language,
): ChartContent | null {
  const { t, format } = wording;
  const scored = scoredOf(trials);
  const [best] = scored;
  const values = knobs.find(([name]) => name === knob)?.[1];
  if (best === undefined || scored.length < 2 || values === undefined) return null;
  const { axis, placeOf } = axisOf(knob, values, scored, wording, language);
  const name = KNOBS[knob].label[language];
  const text = (trial: Scored): string => knobText(knob, trial.settings[knob], wording, language);
  return {
    title: t('sweep.charts.one', { knob: name }),
    summary: t('sweep.charts.oneSummary', {
      best: text(best),
      bestScore: format.score(best.validation.score),
      worst: text(scored.at(-1)!),
      worstScore: format.score(scored.at(-1)!.validation.score),
    }),
    keys: [
      { mark: 'dot', label: t('sweep.trialName') },
      { mark: 'other-dot', label: t('sweep.charts.chosen') },
    ],
    drawing: {
      kind: 'scatter',
      xAxis: axis,
      yAxis: t('sweep.validation'),
      points: scored.map((trial) => ({
        id: trial.runId,
        at: placeOf(trial),
        y: trial.validation.score,
        isChosen: trial.runId === chosen,
        tip: tipOf(trial, knobs, wording, language),
      })),
      formatY: (value) => format.score(value, 3),
    },
    table: {
      columns: [t('sweep.trialName'), name, t('sweep.validation')],
      rows: scored.map((trial, place) => [
        t('sweep.place', { place: place + 1 }),
        text(trial),
        format.score(trial.validation.score),
      ]),
    },
  };
}

/** The settings of a trial in words, separated by commas. */
export const settingsText = (
  { settings }: SweepTrial,
  knobs: Told['knobs'],
  wording: Wording,
  language: Language,
): string =>
  knobs
    .map(([knob]) => `${KNOBS[knob].label[language]} ${knobText(knob, settings[knob], wording, language)}`)
    .join(', ');

const tipOf = (trial: Scored, knobs: Told['knobs'], wording: Wording, language: Language): string =>
  [
    `${wording.t('sweep.validation')} ${wording.format.score(trial.validation.score)}`,
    ...knobs.map(
      ([knob]) => `${KNOBS[knob].label[language]} ${knobText(knob, trial.settings[knob], wording, language)}`,
    ),
  ].join('\n');

interface Scale {
  readonly axis: PlacedAxis;
  readonly placeOf: (trial: Scored) => number;
}

/** For numbers from the smallest to the largest that was tried; for a list or choices one position each. */
function axisOf(
  knob: KnobName,
  values: KnobValues,
  trials: readonly Scored[],
  wording: Wording,
  language: Language,
): Scale {
  const { kind } = KNOBS[knob] as Knob;
  const textOf = (value: unknown): string => knobText(knob, value, wording, language);
  const label = KNOBS[knob].label[language];
  if (kind !== 'number' && kind !== 'integer') {
    const own = [...new Set(trials.map(({ settings }) => String(settings[knob])))].sort();
    const at = (value: string): number => (own.length === 1 ? 0.5 : own.indexOf(value) / (own.length - 1));
    const shown = new Map(trials.map(({ settings }) => [String(settings[knob]), textOf(settings[knob])]));
    return {
      axis: { label, ticks: own.map((value) => ({ at: at(value), label: shown.get(value)! })) },
      placeOf: ({ settings }) => at(String(settings[knob])),
    };
  }
  const numbers = trials.map(({ settings }) => Number(settings[knob]));
  const isLogarithmic = !Array.isArray(values) && values.scale === 'logarithmic';
  const { at, ticks } = numericScale(numbers, isLogarithmic);
  return {
    axis: {
      label,
      ticks: ticks.map((value) => ({
        at: at(value),
        label: textOf(kind === 'integer' ? value : Number(value.toPrecision(3))),
      })),
    },
    placeOf: ({ settings }) => at(Number(settings[knob])),
  };
}

function scoreAxis(trials: readonly Scored[], { t, format }: Wording): Scale {
  const { at, ticks } = numericScale(
    trials.map(({ validation }) => validation.score),
    false,
  );
  return {
    axis: {
      label: t('sweep.validation'),
      ticks: ticks.map((value) => ({ at: at(value), label: format.score(value, 3) })),
    },
    placeOf: ({ validation }) => at(validation.score),
  };
}

/** Most values that an axis labels individually; with more it labels the ends and the middle. */
const MOST_TOLD = 5;
/** Share of an axis: closer labels would overlap. */
const LEAST_GAP = 0.08;

function numericScale(
  values: readonly number[],
  isLogarithmic: boolean,
): { at: (value: number) => number; ticks: number[] } {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const placed = (value: number): number => (isLogarithmic ? Math.log(value) : value);
  const at = (value: number): number =>
    least === most ? 0.5 : (placed(value) - placed(least)) / (placed(most) - placed(least));
  const own = [...new Set(values)].sort((left, right) => left - right);
  if (own.length <= MOST_TOLD) {
    const apart = own.reduce<number[]>(
      (told, value) => (told.length > 0 && at(value) - at(told.at(-1)!) < LEAST_GAP ? told : [...told, value]),
      [],
    );
    return { at, ticks: apart };
  }
  const middle = isLogarithmic ? Math.sqrt(least * most) : (least + most) / 2;
  return { at, ticks: [least, Number(middle.toPrecision(3)), most] };
}
