/** What is said when models are compared, and when nothing is left to judge them by. */
import type { Templates } from '../templates';

export const EVALUATE_WORDS = {
  'ofHundred.sentence': {
    en: 'Of 100 titles that children watched next, {listed} were in their lists; bestsellers {popular}.',
    ko: '아이들이 다음에 본 100편 중 {listed}편이 목록에 있었습니다. 인기 순위였다면 {popular}편입니다.',
  },
  'ofHundred.found': {
    en: 'Of 100 titles that children watched next, {listed} were in their lists.',
    ko: '아이들이 다음에 본 100편 중 {listed}편이 목록에 있었습니다.',
  },
  'ofHundred.detail': {
    en: '{listed} of {all} titles that {children} {children|child|children} watched for the first time.',
    ko: '아이 {children}명이 처음 본 작품 {all}편 중 {listed}편입니다.',
  },
  'paired.better': { en: 'surely better', ko: '확실히 나음' },
  'paired.betterNamed': { en: '“{name}” is surely better', ko: '‘{name}’이(가) 확실히 나음' },
  'paired.same': { en: 'about the same', ko: '비슷함' },
  'paired.worse': { en: 'surely worse', ko: '확실히 떨어짐' },
  'paired.unchanged': { en: 'the same: {before}', ko: '그대로: {before}' },
  'paired.figure': {
    en: '{verdict}: {before} → {after} ({difference}; 95% interval {low} to {high})',
    ko: '{verdict}: {before} → {after}({difference}, 95% 신뢰 구간 {low} ~ {high})',
  },
  'paired.interval': { en: '{low} to {high}', ko: '{low} ~ {high}' },
  'evaluate.no-times': {
    en: 'This data has no times, so it cannot be split by time. Choose the random split instead.',
    ko: '이 데이터에는 시각이 없어 시간 기준으로 나눌 수 없습니다. 무작위 분할을 선택하세요.',
  },
  'evaluate.stopped': { en: 'The leaderboard was stopped.', ko: '모델 종류 비교를 중지했습니다.' },
  'evaluate.no-test-by-time': {
    en: 'No child has events both before and in the last {percent}% of the events, so there is nothing to judge the models by. Choose the random split instead.',
    ko: '시청 이력의 마지막 {percent}% 구간과 그 이전에 모두 이력이 있는 아이가 없어 모델을 평가할 수 없습니다. 무작위 분할을 선택하세요.',
  },
  'evaluate.no-test-at-random': {
    en: 'No child watched at least five different titles, so there is nothing to judge the models by.',
    ko: '서로 다른 작품을 다섯 편 이상 본 아이가 없어 모델을 평가할 수 없습니다.',
  },
  'split.no-times': {
    en: 'The data has no times, so a random part of each history was held out instead of the last events.',
    ko: '데이터에 시각이 없어 마지막 시청 이력 대신 아이마다 이력의 일부를 무작위로 골라 평가 데이터로 썼습니다.',
  },
  'split.empty-by-time': {
    en: 'The hold-out has no test child, so this model has lists but no scores: no child that watched something before the hold-out watched a new title in it. Hold out a larger share (stopping.share), or hold out at random (stopping.split=random).',
    ko: '평가 데이터에 아이가 없어 추천 목록은 있지만 점수가 없습니다. 평가 기간 전에 본 것이 있으면서 평가 기간에 새 작품을 본 아이가 없습니다. 평가 데이터의 비율을 늘리거나(stopping.share) 무작위로 나누세요(stopping.split=random).',
  },
  'split.empty-at-random': {
    en: 'The hold-out has no test child, so this model has lists but no scores: no child watched at least {items} different titles, some of which could be held out.',
    ko: '평가 데이터에 아이가 없어 추천 목록은 있지만 점수가 없습니다. 서로 다른 작품을 {items}편 이상 보아 일부를 남길 수 있는 아이가 없습니다.',
  },
  'split.no-validation': {
    en: 'The data is too small for a validation part, so all {epochs} epochs of stopping.epochs were trained.',
    ko: '데이터가 적어 검증용을 따로 둘 수 없으므로 stopping.epochs의 에포크 {epochs}개를 모두 학습했습니다.',
  },
} as const satisfies Templates;
