/**
 * The sentence that a rule is written as, with its blanks in braces: each language has its own order. Also what the blanks show while they are
 * closed, and the rules that most curators begin with.
 */
import type { Templates } from '../../../shared/words/templates';

export const BLANK_WORDS = {
  'rules.sentence.pin': {
    en: '{kind} {titles} at places {place} to {to} for {profiles}, {days}.',
    ko: '{profiles}에게 {titles} 콘텐츠를 {place}~{to}번째 자리에 {kind}, {days}.',
  },
  'rules.sentence.boost': {
    en: '{kind} {titles} by {places} places for {profiles}, {days}.',
    ko: '{profiles}에게 {titles} 콘텐츠를 {places}자리 {kind}, {days}.',
  },
  'rules.sentence.bury': {
    en: '{kind} {titles} by {places} places for {profiles}, {days}.',
    ko: '{profiles}에게 {titles} 콘텐츠를 {places}자리 {kind}, {days}.',
  },
  'rules.sentence.hide': {
    en: '{kind} {titles} for {profiles}, {days}.',
    ko: '{profiles}에게 {titles} 콘텐츠 {kind}, {days}.',
  },
  'rules.sentence.not-before': {
    en: '{kind} {day}: {titles}, for {profiles}.',
    ko: '{profiles}에게 {titles} 콘텐츠를 {day} {kind}.',
  },
  'rules.sentence.at-most': {
    en: '{kind}: at most {count} of {per} among {titles} for {profiles}, {days}.',
    ko: '{profiles}에게 {titles} 가운데 {per} 최대 {count}개로 {kind}, {days}.',
  },
  'rules.sentence.age': {
    en: '{kind}: {titles} only where {attribute} is from {ageFrom} to {ageTo}, {unknown}, for {profiles}, {days}.',
    ko: '{titles} 콘텐츠에 {kind}: {attribute} {ageFrom}~{ageTo}인 프로필에만, {unknown}. 대상은 {profiles}, {days}.',
  },
  'rules.sentence.in-order': {
    en: '{kind}: of {titles}, for {profiles}, {days}.',
    ko: '{profiles}에게 {titles} 가운데 {kind}, {days}.',
  },
  'rules.sentence.expire': {
    en: '{kind}, {after}: {titles}, for {profiles}, {days}.',
    ko: '{profiles}에게 {titles} 콘텐츠를 {kind}, 종료일은 {after}, {days}.',
  },
  'rules.sentence.never-with': {
    en: '{kind}: {titles} and {others}, for {profiles}, {days}.',
    ko: '{profiles}에게 {titles} 콘텐츠와 {others} 콘텐츠 {kind}, {days}.',
  },
  'rules.sentence.new-titles': {
    en: '{kind}: {titles}, up to {count} places {start}, for {profiles}, {days}.',
    ko: '{profiles}에게 {kind}: {titles}, {start} 최대 {count}자리, {days}.',
  },
  'rules.sentenceOf': { en: 'The rule as a sentence', ko: '문장으로 쓰는 규칙' },
  'rules.blank': { en: '{label}: {text}', ko: '{label}: {text}' },
  'rules.blankDone': { en: 'Done', ko: '완료' },
  'rules.noTitlesYet': { en: 'which titles', ko: '어떤' },
  'rules.bestOf': { en: 'the best of {titles}', ko: '{titles} 중 점수가 가장 높은' },
  'rules.everybody': { en: 'everybody', ko: '모두' },
  'rules.suited': { en: 'profiles it suits', ko: '어울리는 아이' },
  'rules.suitedOf': { en: '{profiles}, where it suits', ko: '{profiles} 중 어울리는 아이' },
  'rules.someProfiles': { en: 'profiles with {profiles}', ko: '{profiles}인 프로필' },
  'rules.days': { en: 'When', ko: '기간' },
  'rules.always': { en: 'always', ko: '항상' },
  'rules.fromDay': { en: 'from {from}', ko: '{from}부터' },
  'rules.untilDay': { en: 'until {until}', ko: '{until}까지' },
  'rules.fromUntil': { en: 'from {from} until {until}', ko: '{from}부터 {until}까지' },
  'rules.day': { en: 'First day', ko: '첫날' },
  'rules.anyAge': { en: 'any', ko: '제한 없음' },
  'rules.unknownAge': { en: 'If the age is unknown', ko: '나이를 모를 때' },
  'rules.unknownHidden': { en: 'not where it is unknown', ko: '나이를 모르면 숨김' },
  'rules.unknownShown': { en: 'also where it is unknown', ko: '나이를 몰라도 보임' },
  'rules.starters': { en: 'Begin with', ko: '자주 쓰는 규칙' },
  'rules.starter.age': { en: 'Only from an age on', ko: '몇 살부터만 보이기' },
  'rules.starter.campaign': { en: 'A campaign in the top five', ko: '캠페인을 5위 안에' },
  'rules.starter.series': { en: 'No more than two of a series', ko: '시리즈마다 2개까지' },
  'rules.starter.passed': { en: 'Skip what was passed', ko: '지나간 회차 제외' },
  'rules.starter.not-before': { en: 'Not before a day', ko: '공개일 전에는 숨기기' },
  'rules.live': { en: 'What this rule does', ko: '이 규칙의 효과' },
  'rules.liveHelp': {
    en: 'Lists of {run} on {date}, beside your other rules.',
    ko: '{run}의 {date} 목록. 다른 규칙은 그대로 둔 채 비교합니다.',
  },
  'rules.liveWaits': { en: 'Fill in the sentence to see what it does.', ko: '문장을 채우면 효과가 나옵니다.' },
  'rules.liveSame': { en: 'No list changes on this day.', ko: '이 날짜에는 바뀌는 목록이 없습니다.' },
  'rules.without': { en: 'Without this rule', ko: '이 규칙 없이' },
  'rules.withThis': { en: 'With this rule', ko: '이 규칙 적용' },
  'rules.take': { en: 'Change rule', ko: '규칙 바꾸기' },
} as const satisfies Templates;
