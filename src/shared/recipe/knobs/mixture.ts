/** What is mixed into the autoencoder's scores: members that differ in their chance, a trend part, up to two companion models. */
import { DAE, type Knob } from '../knob';

/** Models that can stand beside the autoencoder. */
const COMPANIONS = ['none', 'als', 'ease', 'item-knn', 'filter'] as const;

export const MIXTURE_KNOBS = {
  'mixture.members': {
    kind: 'integer',
    minimum: 1,
    maximum: 20,
    default: 1,
    ...DAE,
    label: { en: 'Members', ko: '구성 모델 수' },
    help: {
      en: 'Autoencoders that are trained with different random numbers and averaged. Each takes as long as one.',
      ko: '서로 다른 난수로 학습해 평균하는 오토인코더의 수. 시간도 그만큼 걸립니다.',
    },
  },
  'mixture.trend': {
    kind: 'boolean',
    default: false,
    ...DAE,
    label: { en: 'Trend part', ko: '급상승 반영' },
    help: {
      en: 'Whether titles that are watched more than they used to be move up for everyone. Only where events have times.',
      ko: '최근 더 많이 시청되는 콘텐츠를 모두에게 올려 줄지 여부. 시각이 있는 데이터에서만.',
    },
  },
  'mixture.companion': {
    kind: 'choice',
    choices: COMPANIONS,
    default: 'none',
    ...DAE,
    label: { en: 'Companion model', ko: '함께 쓰는 모델' },
    help: {
      en: 'A second model whose scores are mixed in; its own knobs count.',
      ko: '점수를 섞을 두 번째 모델. 그 모델의 설정을 따릅니다.',
    },
  },
  'mixture.weights': {
    kind: 'choice',
    choices: ['validation', 'fixed'],
    default: 'validation',
    ...DAE,
    label: { en: 'Choosing the mixture', ko: '혼합 비율 결정' },
    help: {
      en: 'validation: strength of the trend part and share of the companion that do best on the validation part, 0 included. fixed: the numbers below.',
      ko: '검증: 검증 부분에서 가장 좋은 급상승 강도와 혼합 비율(0 포함). 고정: 아래 값 그대로.',
    },
  },
  'mixture.trendStrength': {
    kind: 'number',
    minimum: 0,
    maximum: 5,
    default: 1,
    ...DAE,
    label: { en: 'Strength of the trend', ko: '급상승 강도' },
    help: {
      en: 'How strongly the trend part counts where the mixture is fixed; 1 is its own scale.',
      ko: '혼합 비율이 fixed일 때 급상승을 반영하는 강도. 1이 기본 척도입니다.',
    },
  },
  'mixture.companionShare': {
    kind: 'number',
    minimum: 0,
    maximum: 1,
    default: 0.2,
    ...DAE,
    label: { en: 'Share of the companion', ko: '함께 쓰는 모델의 비율' },
    help: {
      en: 'How much the companion counts where the mixture is fixed; the autoencoder has the rest.',
      ko: '혼합 비율이 fixed일 때 함께 쓰는 모델이 차지하는 비율. 나머지는 오토인코더입니다.',
    },
  },
  'mixture.second': {
    kind: 'choice',
    choices: COMPANIONS,
    default: 'none',
    ...DAE,
    label: { en: 'Second companion', ko: '두 번째로 함께 쓰는 모델' },
    help: {
      en: 'One more model whose scores are mixed in, with a share of its own.',
      ko: '점수를 섞을 모델을 하나 더 고릅니다. 비율은 따로 정해집니다.',
    },
  },
  'mixture.secondShare': {
    kind: 'number',
    minimum: 0,
    maximum: 1,
    default: 0.2,
    ...DAE,
    label: { en: 'Share of the second companion', ko: '두 번째로 함께 쓰는 모델의 비율' },
    help: {
      en: 'How much the second companion counts where the mixture is fixed. If both shares add up to more than 1, nothing is left for the autoencoder.',
      ko: '혼합 비율이 fixed일 때 두 번째 모델이 차지하는 비율. 두 비율의 합이 1을 넘으면 오토인코더의 몫은 없습니다.',
    },
  },
} as const satisfies Record<string, Knob>;
