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
 * Of new recipes. What the versions mean:
 * 1: in the mode portable, the kernels of TensorFlow
 * 2: in the mode portable, kernels of our own where the program has them built
 * 3: ALS after Rendle et al. 2022 by our own kernels; other defaults
 * 4: open until the data has chosen its companions. Until then its meaning may change without a new version
 */
export const RECIPE_VERSION = 4;
export const RECIPE_VERSIONS = [1, 2, 3, 4] as const;

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

/** Everything that defines a model, as plain data: flat, complete, in table order. */
export type Recipe = { version: (typeof RECIPE_VERSIONS)[number] } & {
  -readonly [Name in KnobName]: KnobValue<(typeof KNOBS)[Name]>;
};
