/**
 * The recipe table: every knob of a model, once. The form, the flags, --help, the schema, the record and the defaults
 * follow from it. A recipe version is never reinterpreted: a change of meaning or default is a new RECIPE_VERSION.
 */
import type { Knob } from './knob';
import { AUTOENCODER_KNOBS } from './knobs/autoencoder';
import { BASELINE_KNOBS } from './knobs/baselines';
import { DATA_KNOBS } from './knobs/data';
import { MIXTURE_KNOBS } from './knobs/mixture';
import { NUMERIC_KNOBS } from './knobs/numeric';
import { SCORING_KNOBS } from './knobs/scoring';
import { STOPPING_KNOBS } from './knobs/stopping';

export { KNOB_GROUPS, type Knob, type KnobGroup } from './knob';

/**
 * Closed: closed.test.ts holds its knobs and defaults, the golden runs its bits, and says what may be added. Runs of versions
 * 1 to 3 are read, shown and exported, and nothing is computed by them (earlier.ts).
 */
export const RECIPE_VERSION = 4;

/** Of versions 0.1 and 0.2. Runs that have them are listed, and not read further. */
export const EARLIER_VERSIONS = [1, 2, 3] as const;

/** The order in which knobs are stored, hashed and shown. */
export const KNOBS = {
  ...DATA_KNOBS,
  ...AUTOENCODER_KNOBS,
  ...STOPPING_KNOBS,
  ...SCORING_KNOBS,
  ...BASELINE_KNOBS,
  ...NUMERIC_KNOBS,
  ...MIXTURE_KNOBS,
} as const satisfies Record<string, Knob>;

export type KnobName = keyof typeof KNOBS;
export const KNOB_NAMES = Object.keys(KNOBS) as KnobName[];

type KnobValue<K extends Knob> = K extends { kind: 'number' | 'integer' }
  ? number
  : K extends { kind: 'boolean' }
    ? boolean
    : K extends { choices: readonly (infer Choice)[] }
      ? Choice
      : K extends { kind: 'text' }
        ? string
        : never;

export type KnobValues<Knobs extends Record<string, Knob>> = {
  -readonly [Name in keyof Knobs]: KnobValue<Knobs[Name]>;
};

/** Everything that defines a model, as plain data: flat, complete, in table order. */
export type Recipe = { version: typeof RECIPE_VERSION } & KnobValues<typeof KNOBS>;
