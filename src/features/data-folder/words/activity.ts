/** The picture of activity: viewings over time, and rows that were rejected. */
import type { Templates } from '../../../shared/words/templates';

export const ACTIVITY_WORDS = {
  'charts.activity.section': { en: 'When it was watched', ko: '언제 시청했나' },
  'charts.activity.title.day': { en: 'Viewings a day', ko: '일별 시청 수' },
  'charts.activity.title.week': { en: 'Viewings a week', ko: '주별 시청 수' },
  'charts.activity.title.month': { en: 'Viewings a month', ko: '월별 시청 수' },
  'charts.activity.title.year': { en: 'Viewings a year', ko: '연도별 시청 수' },
  'charts.activity.axis.day': { en: 'Day', ko: '날짜' },
  'charts.activity.axis.week': { en: 'Week from', ko: '주 시작일' },
  'charts.activity.axis.month': { en: 'Month', ko: '월' },
  'charts.activity.axis.year': { en: 'Year', ko: '연도' },
  'charts.activity.span.day': { en: '{day}', ko: '{day}' },
  'charts.activity.span.week': { en: 'the week from {day}', ko: '{day}부터 한 주' },
  'charts.activity.span.month': { en: '{day}', ko: '{day}' },
  'charts.activity.span.year': { en: '{day}', ko: '{day}' },
  'charts.activity.in.day': { en: 'on {day}', ko: '{day}' },
  'charts.activity.in.week': { en: 'in the week from {day}', ko: '{day}부터 한 주' },
  'charts.activity.in.month': { en: 'in {day}', ko: '{day}' },
  'charts.activity.in.year': { en: 'in {day}', ko: '{day}' },
  'charts.activity.count.day': { en: '{count} {count|day|days}', ko: '{count}일' },
  'charts.activity.count.week': { en: '{count} {count|week|weeks}', ko: '{count}주' },
  'charts.activity.count.month': { en: '{count} {count|month|months}', ko: '{count}개월' },
  'charts.activity.count.year': { en: '{count} {count|year|years}', ko: '{count}년' },
  'charts.activity.summary': {
    en: '{viewings} viewings in {span}, most {when} ({most}); {rejected}.',
    ko: '{span} 동안 {viewings}회 시청했고 {when}에 가장 많았으며({most}회), {rejected}.',
  },
  'charts.activity.rejected': { en: 'Rejected rows', ko: '제외된 행' },
  'charts.activity.rejectedRows': {
    en: '{count} {count|row|rows} of that time {count|was|were} rejected',
    ko: '이 기간의 {count}행은 제외되었습니다',
  },
  'charts.activity.tip': {
    en: '{when}\n{viewings} viewings\n{rejected} rejected rows',
    ko: '{when}\n시청 {viewings}회\n제외된 행 {rejected}개',
  },
  'charts.activity.elsewhere': {
    en: '{count} more rejected {count|row has|rows have} no time that can be read, or one outside this period.',
    ko: '이 밖에 제외된 {count}행은 시각을 알 수 없거나 이 기간을 벗어납니다.',
  },
} as const satisfies Templates;
