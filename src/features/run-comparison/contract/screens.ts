import type { Screen } from '../../../shared/screen';

export const compareRunsScreen = {
  path: '/runs/compare/:ids',
  from: null,
  under: 'runs',
  name: { en: 'Compare runs', ko: '추천 모델 비교' },
  help: {
    purpose: {
      en: 'Shows what differs between the runs that you picked, in what made them and in what they recommend. Differences that may be chance are marked as such.',
      ko: '고른 추천 모델의 설정과 결과가 어떻게 다른지 보여 줍니다. 우연일 수 있는 차이는 따로 표시합니다.',
    },
    guide: 'compare',
    terms: ['run', 'score', 'hold-out', 'coverage', 'seed'],
  },
} as const satisfies Screen;
