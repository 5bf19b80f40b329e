/** Sizes that the program does not go beyond; the numbers are in src/shared/limits.ts. */
import type { Templates } from './templates';

export const LIMITS_SENTENCES = {
  'limits.events': {
    en: 'The recipe selects {rows} events, and a run holds at most {most}. Leave out a kind of event (data.*), or import a shorter period.',
    ko: '설정이 고른 이벤트가 {rows}건입니다. 한 실행은 최대 {most}건까지 다룹니다. 이벤트 종류를 줄이거나(data.*) 더 짧은 기간을 가져오세요.',
  },
  'limits.vocabulary': {
    en: 'The IDs of {profiles} profiles and {titles} titles come to more than {most} characters, which a run cannot keep. Give them shorter IDs, or import fewer profiles.',
    ko: '프로필 {profiles}개와 콘텐츠 {titles}개의 ID를 합치면 {most}자를 넘어 한 실행에 저장할 수 없습니다. ID를 줄이거나 프로필을 나누어 가져오세요.',
  },
} as const satisfies Templates;
