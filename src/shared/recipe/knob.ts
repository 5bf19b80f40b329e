/** What a knob is: its kind and range, its texts in both languages, and which models read it. */
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

/** What a number counts; the window has a word for each in every language. */
export type KnobUnit = 'units' | 'profiles' | 'titles' | 'epochs' | 'days';

interface KnobText {
  label: { en: string; ko: string };
  help: { en: string; ko: string };
  /** Models that read this knob; all where absent. */
  models?: readonly ModelName[];
}
/** Words of a form of its own. */
export interface TextKnob {
  kind: 'text';
  /** A regular expression for the whole of it. */
  pattern: string;
  longest: number;
  /** What the pattern cannot tell. */
  isValid: (text: string) => boolean;
  /** What it takes, in words. */
  takes: 'range.pushes';
  default: string;
}

export interface NumberKnob {
  kind: 'number' | 'integer';
  minimum: number;
  maximum: number;
  default: number;
  /** What recipes of versions 1 and 2 mean where they leave the knob out. */
  defaultBefore3?: number;
  unit?: KnobUnit;
  /** What 0 stands for, where it is no amount. */
  zero?: { en: string; ko: string };
}

export type Knob = KnobText &
  (
    | NumberKnob
    | { kind: 'choice'; choices: readonly string[]; default: string }
    | { kind: 'boolean'; default: boolean }
    | TextKnob
  );

/** Of a knob that only the autoencoder reads. */
export const DAE = { models: ['dae'] } as const;
