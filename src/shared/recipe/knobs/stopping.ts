/** When training stops: what is held out for validation, how the epochs are chosen, and whether the lists come from a model of all data. */
import { DAE, type Knob } from '../knob';

export const STOPPING_KNOBS = {
  'stopping.rule': {
    kind: 'choice',
    choices: ['validation', 'fixed'],
    default: 'validation',
    ...DAE,
    label: { en: 'Choosing the epochs', ko: '에포크 수 결정' },
    help: {
      en: 'validation: the epochs with the best score on a part cut from the training data. fixed: exactly the number below.',
      ko: '검증: 검증 부분에서 점수가 가장 좋은 에포크 수. 고정: 아래 수 그대로.',
    },
  },
  'stopping.epochs': {
    kind: 'integer',
    minimum: 1,
    maximum: 10000,
    default: 80,
    unit: 'epochs',
    ...DAE,
    label: { en: 'Most epochs', ko: '최대 에포크 수' },
    help: {
      en: 'The most passes over the profiles.',
      ko: '에포크는 전체 프로필을 한 번 학습하는 것입니다. 이 수까지만 학습합니다.',
    },
  },
  'stopping.patience': {
    kind: 'integer',
    minimum: 1,
    maximum: 1000,
    default: 10,
    unit: 'epochs',
    ...DAE,
    label: { en: 'Patience', ko: '개선을 기다리는 에포크 수' },
    help: {
      en: 'Epochs without a better validation score before training stops.',
      ko: '검증 점수가 이만큼의 에포크 동안 나아지지 않으면 학습을 멈춥니다.',
    },
  },
  'stopping.split': {
    kind: 'choice',
    choices: ['time', 'random'],
    default: 'time',
    label: { en: 'Hold-out', ko: '평가 분할' },
    help: {
      en: 'time: the last part of the events is held out. random: a random part of each profile is. Without times, random.',
      ko: '시간순: 마지막 기간을 평가용으로 남김. 무작위: 프로필마다 무작위로 남김. 시각이 없으면 무작위로 나눕니다.',
    },
  },
  'stopping.share': {
    kind: 'number',
    minimum: 0.01,
    maximum: 0.5,
    default: 0.2,
    label: { en: 'Held-out share', ko: '평가 비율' },
    help: {
      en: 'Share of the events that is held out for testing, and again for validation.',
      ko: '평가와 검증에 각각 남기는 비율.',
    },
  },
  'stopping.validation': {
    kind: 'choice',
    choices: ['split', 'random'],
    default: 'split',
    ...DAE,
    label: { en: 'Validation part', ko: '검증 부분' },
    help: {
      en: 'What the epochs are chosen on: split cuts it as the hold-out is cut; random takes a part of each profile, which has more profiles to judge by.',
      ko: '에포크 수를 결정하는 부분. 평가와 같은 방법: 평가 분할처럼 나눕니다. 무작위: 프로필마다 무작위로 남겨 더 많은 프로필로 판단합니다.',
    },
  },
  'stopping.refit': {
    kind: 'boolean',
    default: true,
    label: { en: 'Fit again on all data', ko: '전체 데이터로 다시 학습' },
    help: {
      en: 'After the epochs are chosen and the metrics earned, the model that makes the lists is fitted on all the data.',
      ko: '평가 후 전체 데이터로 다시 학습한 모델이 목록을 만듭니다.',
    },
  },
} as const satisfies Record<string, Knob>;
