import { ShelfwiseError } from '../errors';
import { say } from '../words/sentence';
import { allowedWords } from '../values/suggest';
import { completeRecipe } from './schema';
import { BASELINES, type BaselineName } from './models';
import type { KnobName, Recipe } from './table';

/** Settings that improve validation scores at every size: docs/decisions/0017-mixture.md. */
const PROVEN = {
  'structure.input': 'l1-l2',
  'loss.history': 'fourth-root',
  'loss.visible': 0.3,
  'optimiser.averaging': 0.8,
  'mixture.trend': true,
  'mixture.weights': 'windows',
  'mixture.peers': 0.85,
  'stopping.validation': 'random',
  'stopping.scored': 'some',
} as const satisfies Partial<Recipe>;

/** Companions chosen by the data: docs/decisions/0061-chosen-companions.md. */
const COMPANIONS = {
  'mixture.companion': 'chosen',
  'mixture.second': 'chosen',
  'als.factors': 0,
} as const satisfies Partial<Recipe>;

/** Starting points of the autoencoder, as differences from the recipe table's defaults. */
const AUTOENCODER_PRESETS = {
  /** Half the width, larger steps, and only the companion fitted in one go: about a third of the time of `balanced`. */
  quick: {
    ...PROVEN,
    'mixture.companion': 'item-knn',
    'structure.width': 128,
    'optimiser.rate': 0.006,
    'stopping.epochs': 30,
    'stopping.patience': 5,
  },
  balanced: { ...PROVEN, ...COMPANIONS },
  /** Five members: about five times the time of `balanced`. */
  careful: {
    ...PROVEN,
    ...COMPANIONS,
    'mixture.members': 5,
    'stopping.epochs': 120,
  },
  /** The seed project's model: concatenation in the latent space, plain dropout, Adam. */
  original: {
    'structure.activation': 'relu',
    'structure.input': 'none',
    'structure.condition': 'concatenate',
    'noise.wholeHistory': 0,
    'loss.popularity': 'none',
    'optimiser.kind': 'adam',
    'optimiser.decay': 0,
    'optimiser.rate': 0.001,
  },
} as const satisfies Record<string, { [Name in KnobName]?: unknown }>;

type AutoencoderPreset = keyof typeof AUTOENCODER_PRESETS;

/** Changes in a baseline's preset: ALS uses the factors it has as a companion, so that one fit serves both. */
const OF_BASELINES: Partial<Record<BaselineName, Partial<Recipe>>> = { als: { 'als.factors': 0 } };

/** Named starting points: the autoencoder's, and each baseline. */
const PRESETS: Record<AutoencoderPreset | BaselineName, { [Name in KnobName]?: unknown }> = {
  ...AUTOENCODER_PRESETS,
  ...(Object.fromEntries(BASELINES.map((model) => [model, { model, ...OF_BASELINES[model] }])) as Record<
    BaselineName,
    { model: BaselineName }
  >),
};

export type PresetName = keyof typeof PRESETS;
export const PRESET_NAMES = Object.keys(PRESETS) as PresetName[];
export const DEFAULT_PRESET: PresetName = 'balanced';

/** `balanced` with shuffled profile attributes: the difference shows what the profile is worth. */
export const SHUFFLED_PROFILES = 'dae-shuffled-profile';

/** Rows that show what conditioning and noise are worth: `balanced` without one of them. */
const LEFT_OUT = {
  'dae-without-profile': { 'structure.condition': 'none' },
  [SHUFFLED_PROFILES]: {},
  'dae-without-noise': { 'noise.dropout': 0, 'noise.wholeHistory': 0 },
} as const satisfies Record<string, Partial<Recipe>>;
type LeftOutRow = keyof typeof LEFT_OUT;
export const LEFT_OUT_ROWS = Object.keys(LEFT_OUT) as LeftOutRow[];

export type LeaderboardModel = BaselineName | `dae-${AutoencoderPreset}` | LeftOutRow;
/**
 * The rows of the leaderboard: every baseline, the autoencoder's presets under `dae-`, and the ablations of `balanced`.
 */
export const LEADERBOARD_MODELS = [
  ...BASELINES,
  ...Object.keys(AUTOENCODER_PRESETS).map((preset) => `dae-${preset}`),
  ...LEFT_OUT_ROWS,
] as [LeaderboardModel, ...LeaderboardModel[]];

/** The recipe of a row. @throws ShelfwiseError `usage` with the nearest name. */
export function leaderboardRecipe(model: string): Recipe {
  const row = LEFT_OUT_ROWS.find((name) => name === model);
  return row === undefined ? presetRecipe(model) : { ...presetRecipe('balanced'), ...LEFT_OUT[row] };
}

/** The preset that a recipe is, wherever it is trained; null for one with other settings. */
export const presetOf = (recipe: Recipe): PresetName | null =>
  PRESET_NAMES.find((preset) => {
    const { 'numeric.device': _, ...settings } = presetRecipe(preset);
    return Object.entries(settings).every(([knob, value]) => recipe[knob as KnobName] === value);
  }) ?? null;

/** @throws ShelfwiseError `usage` with the nearest name. */
export function presetRecipe(name: string): Recipe {
  const preset = name.startsWith('dae-') ? name.slice('dae-'.length) : name;
  if (!Object.hasOwn(PRESETS, preset))
    throw new ShelfwiseError('usage', [say('recipe.no-preset', { preset: name }), ...allowedWords(name, PRESET_NAMES)]);
  return completeRecipe(PRESETS[preset as PresetName]);
}
