import type { Screen } from '../../../shared/screen';

export const trainScreen = {
  path: '/train',
  from: 'palette',
  digit: true,
  under: 'runs',
  name: { en: 'Train', ko: '학습' },
  also: { en: 'model, learn, fit, recipe', ko: '훈련, 모델 만들기, 트레이닝, 레시피' },
  help: {
    purpose: {
      en: 'Trains a model on the open data set, and with it makes a list for every child. A preset is enough, and every setting behind it can be changed.',
      ko: '열린 데이터 세트로 모델을 학습해 모든 아이의 추천 목록을 만듭니다. 프리셋만 골라도 되고 설정을 하나씩 바꿀 수도 있습니다.',
    },
    guide: 'train',
    terms: ['run', 'preset', 'seed', 'epoch', 'noise', 'exactness'],
  },
} as const satisfies Screen;
