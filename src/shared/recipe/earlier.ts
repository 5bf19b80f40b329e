/**
 * Recipes of versions 1 to 3, as records have them: read, shown and exported, never computed. Code that computes takes
 * a `Recipe`, which is of the present version; `computable` is the only way from a record to one.
 *
 * A knob leaves the present version so: its row moves from its subject's table to LEFT_KNOBS, and its names of choices
 * with it (choice-names.ts). Where only a choice, the range or the default changes, LEFT_KNOBS gets a copy of the row as
 * it was. Records of versions 1 to 3 then read as before.
 */
import { ShelfwiseError } from '../errors';
import { say, type Sentence } from '../words/sentence';
import type { Knob } from './knob';
import { type KnobName, KNOBS, type KnobValues, type Recipe, RECIPE_VERSION } from './table';

export const EARLIER_VERSIONS = [1, 2, 3] as const;

/** The last program that computes runs of these versions. */
export const LAST_COMMIT = '11f52d0c';

/** Of versions 1 to 3, which left none to the data. */
const EARLIER_COMPANIONS = ['none', 'als', 'ease', 'item-knn', 'filter'] as const;

/** Rows of knobs that have left the present version, or differ in it. */
const LEFT_KNOBS = {
  'numeric.mode': {
    kind: 'choice',
    choices: ['portable', 'fast', 'everywhere'],
    default: 'portable',
    label: { en: 'Numeric mode', ko: '계산 모드' },
    help: {
      en: 'How far the same bits were promised. Portable: on every x86-64 processor. Fast: on the computer that trained it. Everywhere: on every system.',
      ko: '어디까지 결과가 비트 단위로 같았는지 나타냅니다. 어느 PC에서나 동일: 모든 x86-64 프로세서. 빠름: 학습한 컴퓨터. 모든 시스템에서 동일: 모든 시스템.',
    },
  },
  'numeric.products': {
    ...KNOBS['numeric.products'],
    choices: ['mode', 'bfloat16'],
    default: 'mode',
  },
  'numeric.device': {
    ...KNOBS['numeric.device'],
    choices: ['auto', 'cpu', 'gpu'],
    default: 'auto',
  },
  'mixture.companion': { ...KNOBS['mixture.companion'], choices: EARLIER_COMPANIONS },
  'mixture.second': { ...KNOBS['mixture.second'], choices: EARLIER_COMPANIONS },
} as const satisfies Record<string, Knob>;

const ROWS = { ...KNOBS, ...LEFT_KNOBS };

/** The knobs of version 3, in the order in which it stored and hashed them; IDs of units depend on it. */
export const EARLIER_KNOB_NAMES = [
  'model',
  'data.history',
  'data.trailers',
  'data.completion',
  'data.purchase',
  'data.search',
  'data.counting',
  'structure.width',
  'structure.activation',
  'structure.input',
  'structure.condition',
  'structure.conditionWidth',
  'noise.dropout',
  'noise.rate',
  'noise.wholeHistory',
  'noise.profile',
  'loss.kind',
  'loss.popularity',
  'loss.history',
  'loss.visible',
  'loss.sample',
  'optimiser.kind',
  'optimiser.rate',
  'optimiser.decay',
  'optimiser.averaging',
  'optimiser.batch',
  'stopping.rule',
  'stopping.epochs',
  'stopping.patience',
  'stopping.split',
  'stopping.share',
  'stopping.validation',
  'stopping.scored',
  'stopping.refit',
  'scoring.watched',
  'scoring.condition',
  'scoring.neighbours',
  'scoring.neighbourShare',
  'scoring.hidden',
  'scoring.mask',
  'scoring.directions',
  'recent.days',
  'trend.days',
  'itemKnn.neighbours',
  'itemKnn.shrinkage',
  'itemKnn.watched',
  'itemKnn.power',
  'ease.regularisation',
  'filter.popularity',
  'filter.lowPass',
  'filter.vectors',
  'als.factors',
  'als.regularisation',
  'als.unwatched',
  'als.frequency',
  'als.passes',
  'numeric.mode',
  'numeric.products',
  'numeric.device',
  'mixture.members',
  'mixture.trend',
  'mixture.companion',
  'mixture.weights',
  'mixture.trendStrength',
  'mixture.companionShare',
  'mixture.second',
  'mixture.secondShare',
  'mixture.peers',
] as const satisfies readonly (keyof typeof ROWS)[];

type EarlierKnobName = (typeof EARLIER_KNOB_NAMES)[number];

/** The knobs of versions 1 to 3. */
export const EARLIER_KNOBS = Object.fromEntries(EARLIER_KNOB_NAMES.map((name) => [name, ROWS[name]])) as {
  readonly [Name in EarlierKnobName]: (typeof ROWS)[Name];
};

export type EarlierRecipe = { version: (typeof EARLIER_VERSIONS)[number] } & KnobValues<typeof EARLIER_KNOBS>;

/** The recipe of a record. */
export type RecordedRecipe = Recipe | EarlierRecipe;

export type RecordedKnobName = KnobName | EarlierKnobName;

/** All knobs that a record may have. */
export const RECORDED_KNOBS: Readonly<Record<RecordedKnobName, Knob>> = { ...EARLIER_KNOBS, ...KNOBS };
export const RECORDED_KNOB_NAMES = Object.keys(RECORDED_KNOBS) as RecordedKnobName[];

/** The value of a knob; undefined if the recipe's version does not have it. */
export const knobOf = (recipe: RecordedRecipe, name: RecordedKnobName): number | string | boolean | undefined =>
  (recipe as Partial<Record<RecordedKnobName, number | string | boolean>>)[name];

export const isEarlier = (recipe: RecordedRecipe): recipe is EarlierRecipe => recipe.version !== RECIPE_VERSION;

/** Of a record. */
interface RecordedRun {
  readonly runId: string;
  readonly recipe: RecordedRecipe;
}

/** Why nothing can be computed by a run; null if it can. */
export function whyNotComputed({ runId: run, recipe }: RecordedRun): Sentence | null {
  const { version } = recipe;
  if (version === RECIPE_VERSION) return null;
  return say('recipe.earlier-run', { run, version, present: RECIPE_VERSION, commit: LAST_COMMIT });
}

/**
 * The recipe of a run that is to be trained, resumed, verified, or scored with.
 * @throws ShelfwiseError `usage` for a run of an earlier version
 */
export function computable(run: RecordedRun): Recipe {
  const { recipe } = run;
  if (isEarlier(recipe)) throw new ShelfwiseError('usage', whyNotComputed(run)!);
  return recipe;
}

/** What a recipe of an earlier version says to those who want to train it. */
export const earlierRecipeError = (version: number): ShelfwiseError =>
  new ShelfwiseError('usage', say('recipe.earlier-file', { version, present: RECIPE_VERSION, commit: LAST_COMMIT }));

/** What a run that waits with a recipe of an earlier version says in place of being started. */
export const earlierQueuedError = (version: number): ShelfwiseError =>
  new ShelfwiseError('usage', say('recipe.earlier-queued', { version, present: RECIPE_VERSION, commit: LAST_COMMIT }));

/** Knobs of the linear models that mean something else since version 3. */
export const REDEFINED_IN_VERSION_3: readonly string[] = [
  'itemKnn.neighbours',
  'itemKnn.shrinkage',
  'ease.regularisation',
  'als.factors',
  'als.regularisation',
  'als.unwatched',
  'als.passes',
];
