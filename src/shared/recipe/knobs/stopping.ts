/**
 * When training stops: the validation split, how epochs are chosen, and whether the lists come from a model of all
 * data.
 */
import { DAE, type Knob } from '../knob';

export const STOPPING_KNOBS = {
  'stopping.rule': {
    kind: 'choice',
    choices: ['validation', 'fixed'],
    default: 'validation',
    ...DAE,
    label: { en: 'Choosing the epochs', ko: '에포크 수 결정' },
    help: {
      en: 'How long to train. Validation: for the epochs with the best score on a part cut from the training data. Fixed: for exactly the number below.',
      ko: '얼마나 오래 학습할지 정하는 방법. 검증용 데이터: 학습 데이터에서 떼어 둔 부분의 점수가 가장 좋은 에포크까지 학습합니다. 고정: 아래 수만큼 학습합니다.',
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
      en: 'How many times training goes through all children, at most.',
      ko: '모든 아이를 최대 몇 바퀴까지 학습할지 정합니다.',
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
      en: 'How many epochs training goes on without a better validation score before it stops.',
      ko: '검증 점수가 이만큼의 에포크 동안 나아지지 않으면 학습을 멈춥니다.',
    },
  },
  'stopping.split': {
    kind: 'choice',
    choices: ['time', 'random'],
    default: 'time',
    label: { en: 'Hold-out', ko: '평가 분할' },
    help: {
      en: 'What is hidden to measure the model. Time: the last part of the events. Random: a random part of each child. Data without times is always split at random.',
      ko: '모델을 측정하려고 숨길 부분. 시간순: 마지막 기간. 무작위: 아이마다 무작위 일부. 시각이 없는 데이터는 무작위로 나눕니다.',
    },
  },
  'stopping.share': {
    kind: 'number',
    minimum: 0.01,
    maximum: 0.5,
    default: 0.2,
    label: { en: 'Held-out share', ko: '평가 비율' },
    help: {
      en: 'How much of the events is held out to test the model, and again for validation.',
      ko: '평가용과 검증용으로 각각 떼어 두는 비율.',
    },
  },
  'stopping.validation': {
    kind: 'choice',
    choices: ['split', 'random'],
    default: 'split',
    ...DAE,
    label: { en: 'Validation part', ko: '검증용 데이터' },
    help: {
      en: 'What the epochs are chosen on. Split: cut as the hold-out is cut. Random: a part of each child, so that there are more children to judge by.',
      ko: '에포크 수를 정하는 데 쓸 데이터. 평가와 같은 방법: 평가 분할처럼 나눕니다. 무작위: 아이마다 무작위로 떼어 더 많은 아이로 판단합니다.',
    },
  },
  'stopping.scored': {
    kind: 'choice',
    choices: ['all', 'some'],
    default: 'all',
    ...DAE,
    label: { en: 'Scored after each epoch', ko: '에포크마다 채점할 아이' },
    help: {
      en: 'The children by which epochs are told apart. All: the whole validation part, at most 2,048. Some: as many of it as cost a tenth of an epoch, 256 to 2,048, drawn at random.',
      ko: '에포크끼리 견줄 때 채점할 아이. 모두: 검증용 데이터 전체(최대 2,048명). 일부: 에포크 시간의 10분의 1쯤 걸리는 수만큼 무작위로 뽑습니다(256~2,048명).',
    },
  },
  'stopping.refit': {
    kind: 'boolean',
    default: true,
    label: { en: 'Fit again on all data', ko: '전체 데이터로 다시 학습' },
    help: {
      en: 'After it was measured, the model is trained again on all the data before it makes the lists.',
      ko: '측정이 끝나면 전체 데이터로 다시 학습한 모델로 목록을 만듭니다.',
    },
  },
} as const satisfies Record<string, Knob>;
