import type { Screen } from '../../../shared/screen';

export const refreshesScreen = {
  path: '/refresh',
  was: ['/runs/refreshes'],
  from: 'rail',
  group: 'deliver',
  needs: 'run',
  name: { en: 'Refresh', ko: '목록 갱신' },
  also: { en: 'weekly, update, new week, train again', ko: '추천 갱신, 매주, 주간, 업데이트, 새 데이터, 다시 학습' },
  accessKey: 'F',
  help: {
    purpose: {
      en: 'Adds what is new to the data, trains the last settings again, compares and checks; lists that are no worse wait for your approval. Earlier refreshes are listed below.',
      ko: '새로 쌓인 데이터를 더해 마지막 설정으로 다시 학습하고 비교하고 점검하며, 점수가 낮아지지 않은 목록은 승인을 기다립니다. 지난 갱신의 결과는 아래에 나옵니다.',
    },
    guide: 'refresh',
    terms: ['run', 'data-set', 'hold-out', 'score', 'export'],
  },
} as const satisfies Screen;
