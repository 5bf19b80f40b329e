/** What a knob is: kind and range, texts in both languages, and which models read it. */
import type { ModelName } from './models';

export const KNOB_GROUPS = [
  'model',
  'data',
  'structure',
  'noise',
  'loss',
  'optimiser',
  'stopping',
  'mixture',
  'scoring',
  'numeric',
] as const;
export type KnobGroup = (typeof KNOB_GROUPS)[number];

/** Unit of a number; the window has a word for each in every language. */
type KnobUnit = 'units' | 'profiles' | 'titles' | 'epochs' | 'days';

interface KnobText {
  label: { en: string; ko: string };
  help: { en: string; ko: string };
  /** Models that read this knob; all if absent. */
  models?: readonly ModelName[];
  /**
   * Of a knob that was added to a closed recipe version: the version of the program that has it first. Its default has to change no bit of what was
   * trained without it, as recipes are stored without it while it has its default (stored.ts).
   */
  since?: `${number}.${number}`;
}
/** Text of a special form. */
interface TextKnob {
  kind: 'text';
  /** A regular expression for the whole text. */
  pattern: string;
  longest: number;
  /** Checks what the pattern cannot. */
  isValid: (text: string) => boolean;
  /** The accepted form in words. */
  takes: 'range.pushes';
  default: string;
}

interface NumberKnob {
  kind: 'number' | 'integer';
  minimum: number;
  maximum: number;
  default: number;
  unit?: KnobUnit;
  /** The meaning of 0, if it is not an amount. */
  zero?: { en: string; ko: string };
  /** Where 0 leaves the amount to the data or takes it out, nothing follows from it: amounts that did well (bench/), which a sweep proposes beside 0. */
  besideZero?: readonly number[];
}

export type Knob = KnobText &
  (
    | NumberKnob
    | { kind: 'choice'; choices: readonly string[]; default: string }
    | { kind: 'boolean'; default: boolean }
    | TextKnob
  );

/** For knobs that only the autoencoder reads. */
export const DAE = { models: ['dae'] } as const;
