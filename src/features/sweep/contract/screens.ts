import type { Screen } from '../../../shared/screen';

export const sweepScreen = {
  path: '/train/sweep',
  from: 'palette',
  under: 'runs',
  name: { en: 'Try settings', ko: '설정 시험' },
  also: { en: 'sweep, search, tune, hyperparameters', ko: '스윕, 튜닝, 여러 설정, 하이퍼파라미터' },
  help: {
    purpose: {
      en: 'Trains one model with many settings and compares them on data that none of them has seen. The best settings can then be used for a model of your own.',
      ko: '모델 하나를 여러 설정으로 학습해, 학습에 쓰지 않은 데이터로 비교합니다. 가장 좋은 설정으로 새 모델을 학습할 수 있습니다.',
    },
    guide: 'train',
    terms: ['sweep', 'trial', 'preset', 'score', 'hold-out', 'seed'],
  },
} as const satisfies Screen;
