/** Inputs shared by several commands. */
import type { Context } from './context';
import { DEFAULT_EXPORT_FORMAT, EXPORT_FORMATS } from '../shared/values/export-formats';
import { DEVICES } from '../shared/contract/device';
import { LEADERBOARD_MODELS, PRESET_NAMES } from '../shared/recipe/presets';

export const DATA_INPUT = {
  kind: 'text',
  required: true,
  value: 'FOLDER or FINGERPRINT',
  help: 'a folder, imported first, or a data set by its fingerprint (or the beginning of it)',
} as const;

export const RUN_ARGUMENT = {
  kind: 'text',
  argument: true,
  required: true,
  value: 'RUN',
  help: 'the run, or the beginning of its ID',
} as const;

export const RUN_INPUT = {
  kind: 'text',
  required: true,
  value: 'RUN',
  help: 'the run, or the beginning of its ID',
} as const;

export const OUT_INPUT = { kind: 'text', required: true, value: 'FILE', help: 'where to write it' } as const;

export const FORMAT_INPUT = {
  kind: 'choice',
  value: 'FORMAT',
  choices: EXPORT_FORMATS,
  default: DEFAULT_EXPORT_FORMAT,
  help: 'what kind of file',
} as const;

export const SEED_INPUT = {
  kind: 'integer',
  value: 'N',
  minimum: 0,
  maximum: 0xffffffff,
  default: 1,
  help: 'the seed of all chance; the same seed gives the same bits',
} as const;

export const SET_INPUT = { kind: 'texts', value: 'knob=value', help: 'change one knob of the recipe' } as const;

export const RECIPE_INPUTS = {
  recipe: {
    kind: 'text',
    value: 'FILE or PRESET',
    help: `a recipe file, or one of ${PRESET_NAMES.join(', ')} (default balanced)`,
  },
  set: SET_INPUT,
} as const;

export const DEVICE_INPUT = {
  kind: 'choice',
  value: 'DEVICE',
  choices: DEVICES,
  help: 'where it is trained (without it, numeric.device of the recipe)',
} as const;

export const MODELS_INPUT = {
  kind: 'choices',
  value: 'a,b',
  choices: LEADERBOARD_MODELS,
  help: 'only these models',
} as const;

/** The key file of pseudonyms, as an argument of a call. */
export const keyInput = (context: Context, key: string | undefined): { pseudonymKey?: string } =>
  key === undefined ? {} : { pseudonymKey: context.resolve(key) };
