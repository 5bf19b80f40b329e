/** Which model, and which events it learns from and how much they count. */
import type { Knob } from '../knob';
import { MODELS } from '../models';

export const DATA_KNOBS = {
  model: {
    kind: 'choice',
    choices: MODELS,
    default: 'dae',
    label: { en: 'Model', ko: '모델 종류' },
    help: {
      en: 'The conditioned denoising autoencoder (dae) or one of the baselines it is compared with.',
      ko: '조건부 노이즈 제거 오토인코더(dae) 또는 비교 기준 모델.',
    },
  },
  'data.history': {
    kind: 'number',
    minimum: 0,
    maximum: 10,
    default: 1,
    label: { en: 'Weight of watching', ko: '시청 가중치' },
    help: {
      en: 'How much one event of the history counts; 0 leaves them out.',
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
      en: 'How much one viewing counts, times the share of the title that was watched (from watch_e_data).',
      ko: '시청 한 건의 가중치에 시청 비율(watch_e_data)을 곱합니다.',
    },
  },
  'data.purchase': {
    kind: 'number',
    minimum: 0,
    maximum: 10,
    default: 0,
    label: { en: 'Weight of buying', ko: '구매 가중치' },
    help: { en: 'How much one purchase counts (from buy_data).', ko: '구매 한 건의 가중치(buy_data).' },
  },
  'data.search': {
    kind: 'number',
    minimum: 0,
    maximum: 10,
    default: 0,
    label: { en: 'Weight of searching', ko: '검색 가중치' },
    help: { en: 'How much one search counts (from search_data).', ko: '검색 한 건의 가중치(search_data).' },
  },
  'data.counting': {
    kind: 'choice',
    choices: ['binary', 'sum', 'logarithm'],
    default: 'binary',
    label: { en: 'Counting repeats', ko: '반복 시청 계산' },
    help: {
      en: 'What repeated events of one title add up to: 1 (binary), their sum, or the logarithm of 1 + sum.',
      ko: '같은 콘텐츠를 여러 번 본 경우의 값: 한 번으로(1), 합계, 로그(1+합의 로그).',
    },
  },
} as const satisfies Record<string, Knob>;
