/**
 * The companion models beside the autoencoder: a recipe names each, or leaves it to the data which ones stand there
 * (`chosen`).
 */
import type { RunRecord } from '../contract/run';
import type { Recipe } from './table';
import { COMPANIONS, type CompanionName } from './companion-names';
import { MODEL_ROWS } from './models';

/** Of the recipe: the knob that names the model of a place, and that of its share where shares are fixed. */
const PLACES = [
  { model: 'mixture.companion', share: 'mixture.companionShare' },
  { model: 'mixture.second', share: 'mixture.secondShare' },
] as const;

/** The knobs that choose companions. */
export const COMPANION_KNOBS = PLACES.map(({ model }) => model);

/** The share of each companion in the scores of a profile with a long history; those without a share are absent. */
type Shares = Readonly<Partial<Record<CompanionName, number>>>;

/** Only those above 0. */
export const sharesFrom = (
  names: readonly CompanionName[],
  shareOf: (name: CompanionName, place: number) => number,
): Shares =>
  Object.fromEntries(
    names.map((name, place) => [name, shareOf(name, place)] as const).filter(([, share]) => share > 0),
  );

interface Companions {
  /** By the recipe, each once. */
  readonly named: readonly CompanionName[];
  /** Number of places that the data may fill. */
  readonly open: number;
}

export function companionsOf(recipe: Recipe): Companions {
  if (recipe.model !== 'dae') return { named: [], open: 0 };
  const wanted = PLACES.map(({ model }) => recipe[model]);
  return {
    named: COMPANIONS.filter((name) => wanted.includes(name)),
    open: wanted.filter((one) => one === 'chosen').length,
  };
}

/** All models that may stand beside the autoencoder, in the order in which their scores are added. */
export function possibleCompanions(recipe: Recipe): readonly CompanionName[] {
  const { named, open } = companionsOf(recipe);
  return open > 0 ? COMPANIONS : named;
}

/** The shares that the recipe fixes. */
export function fixedShares(recipe: Recipe): Shares {
  const shares: Partial<Record<CompanionName, number>> = {};
  for (const { model, share } of PLACES) {
    const name = COMPANIONS.find((one) => one === recipe[model]);
    if (recipe.model === 'dae' && name !== undefined) shares[name] = (shares[name] ?? 0) + recipe[share];
  }
  return shares;
}

/** Whether the tensors of such a run contain the histories: its own, or a companion's. */
export function holdsHistories({ mixture, recipe }: Pick<RunRecord, 'mixture' | 'recipe'>): boolean {
  const companions = mixture === undefined ? possibleCompanions(recipe) : Object.keys(mixture.shares);
  return [recipe.model, ...(companions as CompanionName[])].some((model) => MODEL_ROWS[model].holdsHistories);
}
