import type { Screen } from '../../../shared/screen';

export const runsScreen = {
  path: '/runs',
  from: 'rail',
  name: { en: 'Models', ko: '모델' },
  also: { en: 'models, history, results, scores', ko: '모델, 학습 결과, 실행 기록, 점수' },
  accessKey: 'M',
  help: {
    purpose: {
      en: 'Lists every model of this workspace with its scores. Open one, pick several to compare them, or compare all kinds of models.',
      ko: '이 작업 공간의 모든 모델과 점수입니다. 하나를 열거나 여러 개를 골라 비교하고, 모델 종류끼리도 비교할 수 있습니다.',
    },
    guide: 'compare',
    terms: ['run', 'score', 'leaderboard', 'baseline', 'exactness', 'bundle'],
  },
} as const satisfies Screen;

export const runScreen = {
  path: '/runs/:runId',
  from: null,
  under: 'runs',
  name: { en: 'Model', ko: '모델' },
  help: {
    purpose: {
      en: 'Shows one model: how good it is, how it was trained, and everything that made it. Verify it here, or save it as a file for another computer.',
      ko: '모델 하나가 얼마나 좋은지, 어떻게 학습했는지, 무엇으로 만들었는지 보여 줍니다. 여기서 검증하거나 다른 컴퓨터로 옮길 파일로 저장합니다.',
    },
    guide: 'train',
    terms: ['score', 'hold-out', 'coverage', 'novelty', 'verify', 'certificate', 'bundle'],
  },
} as const satisfies Screen;
