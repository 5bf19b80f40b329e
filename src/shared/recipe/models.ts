/**
 * The models, one row each: properties and texts. src/engine/model/models.ts fits and restores each, baselines/baselines.ts
 * beside it those without epochs; both need a row per model.
 */
import type { Text } from '../words/templates';

interface ModelRow {
  /** Whether it learns by epochs, with a curve, a checkpoint and presets. Other models are fitted in one go. */
  readonly byEpochs: boolean;
  /** Whether profiles have a latent code, which neighbours, directions and attributes use. */
  readonly latent: boolean;
  /** Whether its tensors contain the histories: they then may only go where histories may. */
  readonly holdsHistories: boolean;
  /** What its work grows with: which estimate of src/engine/model/costs.ts holds for it. */
  readonly cost: 'autoencoder' | 'events' | 'pairs' | 'inverse' | 'factors' | 'filter';
  /** Knobs by which its scores differ most, the first one most: what a sweep proposes before all others. */
  readonly triedFirst: readonly string[];
  /** Of a baseline, its place by how good the lists usually are, 1 the best: what an estimate proposes where memory is short. Null for one that it does not propose. */
  readonly usualPlace: number | null;
  /**
   * Of one that can stand beside the autoencoder, its place by how much it gains where it is fitted on more than to try it, 1 the most
   * (bench/quality/mixture.md); null for others. One more changes what `chosen` finds: it belongs to a new recipe version.
   */
  readonly companionPlace: number | null;
  /** How a file for other programs writes its scores: which part of src/features/model-files/engine/linear-models.ts; `constant` if they are alike for every profile; null where none can. */
  readonly part: 'constant' | 'neighbours' | 'links' | 'factors' | null;
  readonly name: Text;
  /** What it is good for, shown when picking a model; for a model with epochs, its presets say it. */
  readonly help?: Text;
}

const IN_ONE_GO = { byEpochs: false, latent: false, holdsHistories: false } as const;

export const MODEL_ROWS = {
  dae: {
    byEpochs: true,
    latent: true,
    holdsHistories: false,
    cost: 'autoencoder',
    part: null,
    triedFirst: [
      'noise.dropout',
      'structure.width',
      'optimiser.decay',
      'optimiser.rate',
      'stopping.epochs',
      'noise.wholeHistory',
      'structure.conditionWidth',
    ],
    usualPlace: null,
    companionPlace: null,
    name: { en: 'Autoencoder', ko: '오토인코더' },
  },
  popularity: {
    ...IN_ONE_GO,
    cost: 'events',
    part: 'constant',
    triedFirst: [],
    usualPlace: 5,
    companionPlace: null,
    name: { en: 'Popularity', ko: '인기도' },
    help: { en: 'The most watched titles, the same for everyone.', ko: '많이 본 작품. 모두에게 같은 목록.' },
  },
  recent: {
    ...IN_ONE_GO,
    cost: 'events',
    part: 'constant',
    triedFirst: ['recent.days'],
    usualPlace: null,
    companionPlace: null,
    name: { en: 'Recent popularity', ko: '최근 인기도' },
    help: { en: 'The most watched titles of the last few days.', ko: '최근 며칠간 많이 본 작품.' },
  },
  trend: {
    ...IN_ONE_GO,
    cost: 'events',
    part: 'constant',
    triedFirst: ['trend.days'],
    usualPlace: null,
    companionPlace: null,
    name: { en: 'Trend', ko: '급상승' },
    help: { en: 'Titles that are being watched more and more.', ko: '시청이 늘고 있는 작품.' },
  },
  'item-knn': {
    ...IN_ONE_GO,
    cost: 'pairs',
    part: 'neighbours',
    triedFirst: ['itemKnn.neighbours', 'itemKnn.watched', 'itemKnn.shrinkage', 'itemKnn.power'],
    usualPlace: 3,
    companionPlace: 3,
    name: { en: 'Similar titles', ko: '유사 작품' },
    help: {
      en: 'Titles watched by those who watched the same (item kNN).',
      ko: '같은 작품을 본 아이가 함께 본 작품(아이템 kNN).',
    },
  },
  ease: {
    ...IN_ONE_GO,
    cost: 'inverse',
    part: 'links',
    triedFirst: ['ease.regularisation'],
    usualPlace: 2,
    companionPlace: 1,
    name: { en: 'EASE', ko: 'EASE' },
    help: {
      en: 'Learns at once which titles go together; strong with few titles (a linear model).',
      ko: '함께 보는 작품을 한 번에 배움. 작품이 적을 때 강함(선형 모델).',
    },
  },
  als: {
    ...IN_ONE_GO,
    cost: 'factors',
    part: 'factors',
    triedFirst: ['als.factors', 'als.regularisation', 'als.unwatched', 'als.passes'],
    usualPlace: 1,
    companionPlace: 2,
    name: { en: 'ALS', ko: 'ALS' },
    help: {
      en: 'Sums up children and titles as tastes; strong with long histories (matrix factorisation).',
      ko: '아이와 작품을 취향으로 요약함. 시청 이력이 길 때 강함(행렬 분해).',
    },
  },
  filter: {
    ...IN_ONE_GO,
    holdsHistories: true,
    cost: 'filter',
    part: null,
    triedFirst: ['filter.popularity', 'filter.lowPass'],
    usualPlace: 4,
    companionPlace: 4,
    name: { en: 'Linear filter', ko: '선형 필터' },
    help: {
      en: 'What similar children watched; nothing to train (a linear filter).',
      ko: '비슷한 아이가 본 작품. 학습이 필요 없음(선형 필터).',
    },
  },
} as const satisfies Record<string, ModelRow>;

export type ModelName = keyof typeof MODEL_ROWS;
export const MODELS = Object.keys(MODEL_ROWS) as [ModelName, ...ModelName[]];

/** The baselines that the autoencoder is compared with. */
export type BaselineName = {
  [Name in ModelName]: (typeof MODEL_ROWS)[Name]['byEpochs'] extends false ? Name : never;
}[ModelName];
export const BASELINES = MODELS.filter((name) => !MODEL_ROWS[name].byEpochs) as BaselineName[];
export const BASELINE_ROWS = Object.fromEntries(BASELINES.map((name) => [name, MODEL_ROWS[name]])) as {
  readonly [Name in BaselineName]: (typeof MODEL_ROWS)[Name];
};
