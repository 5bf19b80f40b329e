/** All models side by side. */
import type { Templates } from '../../shared/words/templates';

export const LEADERBOARD_WORDS = {
  'runs.leaderboard': { en: 'All models side by side', ko: '모든 모델 종류 비교' },
  'runs.leaderboardHelp': {
    en: 'Trains every model on {dataset} and measures all on the same hold-out. Takes a few minutes.',
    ko: '{dataset} 데이터로 모든 종류의 모델을 학습하고 같은 평가 데이터로 측정합니다. 몇 분 걸립니다.',
  },
  'runs.leaderboardStart': { en: 'Compare the models', ko: '모델 종류 비교하기' },
  'runs.leaderboardAgain': { en: 'Compare again', ko: '다시 비교' },
  'runs.leaderboardTested': {
    en: 'Test coverage and test novelty are measured on the {count|list|lists} of {count} test {count|child|children}, made without the hold-out. Coverage and novelty on the page of a model are measured on the lists of all children, made from all the data, so they differ.',
    ko: '‘평가 목록’의 수치는 평가 데이터를 숨기고 만든 평가한 아이 {count}명의 목록으로 계산합니다. 모델 화면의 ‘추천된 작품 비율’과 ‘새로움’은 전체 데이터로 만든 모든 아이의 목록으로 계산하므로 값이 다릅니다.',
  },
  'runs.leaderboardBeside': { en: 'with {models}', ko: '함께 쓴 모델: {models}' },
  'runs.leaderboardStopped': { en: 'The comparison was stopped.', ko: '비교를 중지했습니다.' },
  'runs.toBest': { en: 'Difference from the best (95%)', ko: '최고와의 차이(95%)' },
  'runs.isBest': { en: 'best', ko: '최고' },
  'runs.interval': { en: '{low} to {high}', ko: '{low} ~ {high}' },
} as const satisfies Templates;
