/** What is mixed into the autoencoder's scores: members with other seeds, a trend, up to two companion models. */
import { COMPANIONS } from '../companion-names';
import { DAE, type Knob } from '../knob';

/** Chosen: by the data. */
const CHOICES = ['none', 'chosen', ...COMPANIONS] as const;

export const MIXTURE_KNOBS = {
  'mixture.members': {
    kind: 'integer',
    minimum: 1,
    maximum: 20,
    default: 1,
    ...DAE,
    label: { en: 'Members', ko: '구성 모델 수' },
    help: {
      en: 'How many autoencoders are trained with different random numbers and averaged (an ensemble). Each takes as long as one.',
      ko: '서로 다른 난수로 학습해 평균을 내는 오토인코더의 수(앙상블). 시간도 그만큼 걸립니다.',
    },
  },
  'mixture.trend': {
    kind: 'boolean',
    default: false,
    ...DAE,
    label: { en: 'Trend part', ko: '급상승 반영' },
    help: {
      en: 'Whether titles that are watched more than they used to be move up for everyone. Only where events have times.',
      ko: '최근 시청이 늘어난 작품을 모두의 목록에서 올릴지 정합니다. 시각이 있는 데이터에만 적용됩니다.',
    },
  },
  'mixture.companion': {
    kind: 'choice',
    choices: CHOICES,
    default: 'none',
    ...DAE,
    label: { en: 'Companion model', ko: '함께 쓰는 모델' },
    help: {
      en: 'A second model whose scores are mixed in; it follows its own settings. Chosen by the data: the one that helps most on the validation part, or none.',
      ko: '점수를 섞을 두 번째 모델. 설정은 그 모델의 것을 따릅니다. 데이터로 선택: 검증용 데이터에서 가장 도움이 되는 모델을 쓰고, 도움이 되는 모델이 없으면 섞지 않습니다.',
    },
  },
  'mixture.weights': {
    kind: 'choice',
    choices: ['validation', 'windows', 'fixed'],
    default: 'validation',
    ...DAE,
    label: { en: 'Choosing the mixture', ko: '혼합 비율 결정' },
    help: {
      en: 'How much of each is mixed in. Validation: the shares that do best on the validation part, if they help beyond chance; the trend by windows in time. Windows: both by windows in time, where the hold-out is by time. Fixed: the numbers below.',
      ko: '무엇을 얼마나 섞을지 정하는 방법. 검증용 데이터: 검증용 데이터에서 우연 이상으로 나아질 때 가장 좋은 비율을 쓰고 급상승은 시간순 구간으로 정합니다. 시간순 구간: 평가 분할이 시간순일 때 둘 다 시간순 구간으로 정합니다. 고정: 아래 값을 그대로 씁니다.',
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
      en: 'How strongly the trend part counts where the mixture is Fixed; 1 is its own scale.',
      ko: '‘혼합 비율 결정’이 ‘고정’일 때 급상승을 반영하는 강도. 기본은 1입니다.',
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
      en: 'How much the companion counts where the mixture is Fixed; the autoencoder has the rest.',
      ko: '‘혼합 비율 결정’이 ‘고정’일 때 함께 쓰는 모델이 차지하는 비율. 나머지는 오토인코더입니다.',
    },
  },
  'mixture.second': {
    kind: 'choice',
    choices: CHOICES,
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
      en: 'How much the second companion counts where the mixture is Fixed. If both shares add up to more than 1, nothing is left for the autoencoder.',
      ko: '‘혼합 비율 결정’이 ‘고정’일 때 두 번째 모델이 차지하는 비율. 두 비율의 합이 1을 넘으면 오토인코더의 몫이 없습니다.',
    },
  },
  'mixture.peers': {
    kind: 'number',
    minimum: 0,
    maximum: 1,
    default: 0,
    besideZero: [0.5, 0.85],
    ...DAE,
    label: { en: 'Popularity among peers', ko: '비슷한 아이의 인기도' },
    help: {
      en: 'How much the popular titles of children with the same attributes count for a child without history. With 2 watched titles they count half as much, with many next to nothing.',
      ko: '이력이 없는 아이에게 속성이 같은 아이들의 인기 작품을 반영하는 비율. 시청한 작품이 2편이면 그 절반을, 많으면 거의 반영하지 않습니다.',
    },
  },
} as const satisfies Record<string, Knob>;
