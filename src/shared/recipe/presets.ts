import { ShelfwiseError } from '../errors';
import { say } from '../sentences/sentence';
import { allowedWords } from '../suggest';
import { completeRecipe } from './schema';
import type { KnobName, Recipe } from './table';

/** Named starting points: what differs from the defaults of the recipe table. */
const PRESETS = {
  /** Half the width and longer steps: about a third of the time of `balanced`. */
  quick: { 'structure.width': 128, 'optimiser.rate': 0.006, 'stopping.epochs': 30, 'stopping.patience': 5 },
  balanced: {},
  careful: { 'structure.width': 512, 'stopping.epochs': 200, 'stopping.patience': 25, 'optimiser.rate': 0.001 },
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
  popularity: { model: 'popularity' },
  recent: { model: 'recent' },
  trend: { model: 'trend' },
  'item-knn': { model: 'item-knn' },
  ease: { model: 'ease' },
  als: { model: 'als' },
} as const satisfies Record<string, { [Name in KnobName]?: unknown }>;

export type PresetName = keyof typeof PRESETS;
export const PRESET_NAMES = Object.keys(PRESETS) as PresetName[];
export const DEFAULT_PRESET: PresetName = 'balanced';

/** The rows of the leaderboard: every baseline, and the DAE's presets under `dae-`. */
export const LEADERBOARD_MODELS = [
  'popularity',
  'recent',
  'trend',
  'item-knn',
  'ease',
  'als',
  'dae-quick',
  'dae-balanced',
  'dae-careful',
  'dae-original',
] as const;
export type LeaderboardModel = (typeof LEADERBOARD_MODELS)[number];

/** @throws ShelfwiseError `usage` with the nearest name. */
export function presetRecipe(name: string): Recipe {
  const preset = name.startsWith('dae-') ? name.slice('dae-'.length) : name;
  if (!Object.hasOwn(PRESETS, preset))
    throw new ShelfwiseError('usage', [say('recipe.no-preset', { preset: name }), ...allowedWords(name, PRESET_NAMES)]);
  return completeRecipe(PRESETS[preset as PresetName]);
}
