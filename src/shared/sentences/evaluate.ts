/** What is said when models are compared. */
import type { Templates } from './templates';

export const EVALUATE_SENTENCES = {
  'evaluate.no-times': {
    en: 'This data has no times, so it cannot be split by time. Choose the random split instead.',
    ko: '이 데이터에는 시각이 없어 시간 기준으로 나눌 수 없습니다. 무작위 분할을 선택하세요.',
  },
  'evaluate.stopped': { en: 'The leaderboard was stopped.', ko: '모델 비교를 중지했습니다.' },
  'evaluate.no-test-by-time': {
    en: 'No profile has events both before and in the last {percent} % of the events, so there is nothing to judge the models by. Choose the random split instead.',
    ko: '마지막 {percent}% 이벤트의 앞과 안에 모두 이벤트가 있는 프로필이 없어 모델을 평가할 수 없습니다. 무작위 분할을 선택하세요.',
  },
  'evaluate.no-test-at-random': {
    en: 'No profile has five different titles, so there is nothing to judge the models by.',
    ko: '서로 다른 콘텐츠를 다섯 개 이상 본 프로필이 없어 모델을 평가할 수 없습니다.',
  },
} as const satisfies Templates;
