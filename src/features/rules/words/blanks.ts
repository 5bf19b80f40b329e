/**
 * The sentence that a rule is written as, with its blanks in braces: each language has its own order. Also what the blanks show while they are
 * closed.
 */
import type { Templates } from '../../../shared/words/templates';

export const BLANK_WORDS = {
  'rules.sentence.pin': {
    en: 'Keep {titles} in {range} for {profiles}, {days}.',
    ko: '{profiles}에게 {titles} {range}에 두기, {days}.',
  },
  'rules.sentence.boost': {
    en: 'Move {titles} up by {places} for {profiles}, {days}.',
    ko: '{profiles}에게 {titles} {places} 올리기, {days}.',
  },
  'rules.sentence.bury': {
    en: 'Move {titles} down by {places} for {profiles}, {days}.',
    ko: '{profiles}에게 {titles} {places} 내리기, {days}.',
  },
  'rules.sentence.hide': {
    en: 'Never show {titles} to {profiles}, {days}.',
    ko: '{profiles}에게 {titles} 보이지 않기, {days}.',
  },
  'rules.sentence.not-before': {
    en: 'Show {titles} to {profiles} only from {day} on.',
    ko: '{profiles}에게 {titles} {day}부터만 보이기.',
  },
  'rules.sentence.at-most': {
    en: 'At most {count} of {per} in a list, among {titles}, for {profiles}, {days}.',
    ko: '{profiles}에게 {titles} 가운데 {per} {count}편까지만, {days}.',
  },
  'rules.sentence.age': {
    en: 'Show {titles} only where {attribute} is {ages}, {unknown}, to {profiles}, {days}.',
    ko: '{titles} {attribute} {ages}에게만 보이기, {unknown}. 대상은 {profiles}, {days}.',
  },
  'rules.sentence.in-order': {
    en: 'Skip episodes a child has already passed, of {titles}, for {profiles}, {days}.',
    ko: '{profiles}에게 {titles} 가운데 이미 지나간 회차 빼기, {days}.',
  },
  'rules.sentence.expire': {
    en: 'Show {titles} to {profiles} until {after} and not later, {days}.',
    ko: '{profiles}에게 {titles}: {after}까지만 보이기, {days}.',
  },
  'rules.sentence.never-with': {
    en: 'Never show {titles} together with {others} to {profiles}, {days}.',
    ko: '{profiles}에게 {titles} {others} 함께 보이지 않기, {days}.',
  },
  'rules.sentence.new-titles': {
    en: 'Give {count} {start} to titles nobody has watched yet, of {titles}, for {profiles}, {days}.',
    ko: '{profiles}에게 아무도 보지 않은 새 작품({titles})을 {start} {count} 넣기, {days}.',
  },
  'rules.sentenceOf': { en: 'The rule as a sentence', ko: '문장으로 쓴 규칙' },
  'rules.blank': { en: '{label}: {text}', ko: '{label}: {text}' },
  'rules.blankEmpty': { en: '…', ko: '…' },
  'rules.noTitlesYet': { en: 'which titles', ko: '어떤 작품' },
  'rules.everybody': { en: 'every child', ko: '모든 아이' },
  'rules.suited': { en: 'children it suits', ko: '어울리는 아이' },
  'rules.suitedOf': { en: '{profiles}, where it suits', ko: '{profiles} 중 어울리는 아이' },
  'rules.someChildren': { en: 'children: {profiles}', ko: '아이({profiles})' },
  'rules.agedChildren': { en: 'children {profiles}', ko: '{profiles} 아이' },
  'rules.byPlaces': { en: '{places} {places|place|places}', ko: '{places}자리' },
  'rules.countPlaces': { en: 'up to {count} {count|place|places}', ko: '{count}편까지' },
  'rules.atTop': { en: 'the top {to}', ko: '{to}위 안' },
  'rules.atPlace': { en: 'place {place}', ko: '{place}번째 자리' },
  'rules.atPlaces': { en: 'places {place} to {to}', ko: '{place}~{to}번째 자리' },
  'rules.agesFrom': { en: '{from} or more', ko: '{from} 이상' },
  'rules.agesTo': { en: '{to} or less', ko: '{to} 이하' },
  'rules.days': { en: 'When', ko: '기간' },
  'rules.always': { en: 'always', ko: '항상' },
  'rules.fromDay': { en: 'from {from}', ko: '{from}부터' },
  'rules.untilDay': { en: 'until {until}', ko: '{until}까지' },
  'rules.fromUntil': { en: 'from {from} until {until}', ko: '{from}부터 {until}까지' },
  'rules.day': { en: 'First day', ko: '첫날' },
  'rules.unknownAge': { en: 'If the age is unknown', ko: '나이를 모를 때' },
  'rules.unknownHidden': { en: 'not where it is unknown', ko: '나이를 모르면 숨김' },
  'rules.unknownShown': { en: 'also where it is unknown', ko: '나이를 몰라도 보임' },
} as const satisfies Templates;
