/** Knobs of the models that the autoencoder is compared with. */
import type { Knob } from '../knob';

export const BASELINE_KNOBS = {
  'recent.days': {
    kind: 'number',
    minimum: 0.01,
    maximum: 3650,
    default: 7,
    unit: 'days',
    models: ['recent'],
    label: { en: 'Recent days', ko: '최근 기간' },
    help: { en: 'Popularity is counted over this many last days.', ko: '최근 이 기간의 인기도를 사용합니다.' },
  },
  'trend.days': {
    kind: 'number',
    minimum: 0.01,
    maximum: 3650,
    default: 14,
    unit: 'days',
    models: ['trend'],
    label: { en: 'Trend days', ko: '추세 기간' },
    help: { en: 'How fast an event loses its weight in the trend.', ko: '추세에서 시청의 가중치가 줄어드는 속도.' },
  },
  'itemKnn.neighbours': {
    kind: 'integer',
    minimum: 1,
    maximum: 10000,
    default: 60,
    models: ['item-knn'],
    label: { en: 'Neighbours', ko: '이웃 수' },
    help: { en: 'Similar titles kept for each title.', ko: '콘텐츠마다 유지하는 유사 콘텐츠 수.' },
  },
  'itemKnn.shrinkage': {
    kind: 'number',
    minimum: 0,
    maximum: 10000,
    default: 3,
    models: ['item-knn'],
    label: { en: 'Shrinkage', ko: '축소' },
    help: { en: 'Mistrust of similarities that rest on few profiles.', ko: '적은 프로필에 기댄 유사도를 줄이는 정도.' },
  },
  'ease.regularisation': {
    kind: 'number',
    minimum: 0.001,
    maximum: 1000000,
    default: 300,
    models: ['ease'],
    label: { en: 'Regularisation', ko: '정규화' },
    help: { en: 'The lambda of EASE (Steck 2019).', ko: 'EASE(Steck 2019)의 lambda.' },
  },
} as const satisfies Record<string, Knob>;
