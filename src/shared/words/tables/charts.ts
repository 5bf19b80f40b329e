/** Words that several pictures of figures share. */
import type { Templates } from '../templates';

export const CHARTS_WORDS = {
  'charts.showTable': { en: 'Show as table', ko: '표로 보기' },
  'charts.hideTable': { en: 'Hide the table', ko: '표 숨기기' },
  'charts.groups.name': { en: '{heading}: {label}', ko: '{heading}: {label}' },
  'charts.groups.interval': { en: 'score with its 95% interval', ko: '점수와 95% 신뢰 구간' },
  'charts.groups.all': { en: 'all children together', ko: '전체 아이' },
  'charts.groups.interval95': { en: '95% interval', ko: '95% 신뢰 구간' },
  'charts.groups.range': { en: '{low} to {high}', ko: '{low} ~ {high}' },
  'charts.noise.own': { en: 'this model', ko: '이 모델' },
  'charts.noise.run': { en: 'Model', ko: '모델' },
} as const satisfies Templates;
