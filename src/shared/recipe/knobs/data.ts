/** Which model, and which events it learns from with what weight. */
import type { Knob } from '../knob';
import { MODELS } from '../models';

export const DATA_KNOBS = {
  model: {
    kind: 'choice',
    choices: MODELS,
    default: 'dae',
    label: { en: 'Model', ko: '모델 종류' },
    help: {
      en: 'What is trained: the autoencoder (conditioned, denoising), or one of the baselines it is compared with.',
      ko: '무엇을 학습할지. 오토인코더(조건부, 노이즈 제거) 또는 비교 기준 모델 중 하나.',
    },
  },
  'data.history': {
    kind: 'number',
    minimum: 0,
    maximum: 10,
    default: 1,
    label: { en: 'Weight of watching', ko: '시청 가중치' },
    help: {
      en: 'How much one event of the history counts. 0 leaves the history out.',
      ko: '시청 이력 한 건의 가중치. 0이면 제외합니다.',
    },
  },
  'data.trailers': {
    kind: 'number',
    minimum: 0,
    maximum: 1,
    default: 1,
    label: { en: 'Weight of trailers', ko: '예고편 가중치' },
    help: { en: 'Factor on events that are marked as short trailers.', ko: '예고편으로 표시된 시청의 배율.' },
  },
  'data.completion': {
    kind: 'number',
    minimum: 0,
    maximum: 10,
    default: 0,
    label: { en: 'Weight of completion', ko: '시청 완료 가중치' },
    help: {
      en: 'How much one viewing counts, times the share of the title that was watched (from watch_e_data.csv).',
      ko: '시청 한 건의 가중치. 시청한 비율을 곱합니다(watch_e_data.csv에서).',
    },
  },
  'data.purchase': {
    kind: 'number',
    minimum: 0,
    maximum: 10,
    default: 0,
    label: { en: 'Weight of buying', ko: '구매 가중치' },
    help: { en: 'How much one purchase counts (from buy_data.csv).', ko: '구매 한 건의 가중치(buy_data.csv에서).' },
  },
  'data.search': {
    kind: 'number',
    minimum: 0,
    maximum: 10,
    default: 0,
    label: { en: 'Weight of searching', ko: '검색 가중치' },
    help: { en: 'How much one search counts (from search_data.csv).', ko: '검색 한 건의 가중치(search_data.csv에서).' },
  },
  'data.counting': {
    kind: 'choice',
    choices: ['binary', 'sum', 'logarithm'],
    default: 'binary',
    label: { en: 'Counting repeats', ko: '반복 시청 계산' },
    help: {
      en: 'What watching one title again adds. Binary: nothing, it counts once. Sum: each time counts. Logarithm: each time counts less (logarithm of 1 + sum).',
      ko: '같은 작품을 여러 번 보았을 때. 한 번으로: 횟수와 관계없이 1. 합계: 볼 때마다 더합니다. 로그: 볼수록 덜 더합니다(1+합의 로그).',
    },
  },
} as const satisfies Record<string, Knob>;
