/** How delivered lists changed between two runs or exports. */
import type { Templates } from '../../../shared/words/templates';

export const CHANGES_WORDS = {
  'changes.no-export': {
    en: 'Nothing with the hash {sha256} was exported of run {run}. "exports RUN" lists what was.',
    ko: '추천 모델 {run}에서 해시가 {sha256}인 파일을 내보낸 기록이 없습니다. "exports RUN" 명령으로 기록을 볼 수 있습니다.',
  },
  'changes.tuned': {
    en: 'The export {sha256} was made under a tuning: its lists cannot be compared.',
    ko: '{sha256} 파일은 조정을 적용해 내보낸 것이라 목록을 비교할 수 없습니다.',
  },
  'changes.no-profiles': {
    en: 'The two runs have no profile in common, so no list can be compared. Data with other pseudonyms has other profiles.',
    ko: '두 추천 모델에 공통된 프로필이 없어 목록을 비교할 수 없습니다. 가명이 다르면 다른 프로필로 봅니다.',
  },
  'changes.lead': { en: 'From {before} to {after}', ko: '{before} → {after}' },
  'changes.trained': { en: '{name} (trained {moment})', ko: '{name}({moment} 학습)' },
  'changes.exported': { en: '{name} (exported {moment})', ko: '{name}({moment} 내보냄)' },
  'changes.summary': {
    en: '{changed} of {profiles} lists have other titles: {came} places were filled with titles that were not there, {went} titles went out.',
    ko: '목록 {profiles}개 중 {changed}개의 콘텐츠가 바뀌었습니다. 새로 들어온 자리 {came}개, 빠진 자리 {went}개입니다.',
  },
  'changes.none': { en: 'No list has other titles.', ko: '콘텐츠가 바뀐 목록이 없습니다.' },
  'changes.reordered': {
    en: '{count} more {count|list has|lists have} the same titles in another order.',
    ko: '그 밖에 {count}개는 순서만 바뀌었습니다.',
  },
  'changes.fresh': {
    en: '{count} {count|profile is|profiles are} new and not compared.',
    ko: '새 프로필 {count}개는 비교하지 않았습니다.',
  },
  'changes.gone': {
    en: '{count} {count|profile|profiles} of the earlier run {count|is|are} no longer there.',
    ko: '이전에 있던 프로필 {count}개는 더 이상 없습니다.',
  },
  'changes.underRules': {
    en: 'Both sides as they are delivered, under rules.',
    ko: '양쪽 모두 규칙을 적용한 목록입니다.',
  },
  'changes.reasons': { en: 'Why', ko: '이유' },
  'changes.reason': { en: 'Reason', ko: '이유' },
  'changes.reason.catalogue': { en: 'Title new or gone', ko: '새 콘텐츠이거나 사라진 콘텐츠' },
  'changes.reason.watched': { en: 'Watched since', ko: '그사이 시청함' },
  'changes.reason.rules': { en: 'A rule', ko: '규칙' },
  'changes.reason.viewings': { en: 'New viewings of the profile', ko: '프로필의 새 시청' },
  'changes.reason.model': { en: 'The model', ko: '추천 모델' },
  'changes.came': { en: 'Came in', ko: '들어옴' },
  'changes.went': { en: 'Went out', ko: '빠짐' },
  'changes.segments': { en: 'By segment', ko: '세그먼트별' },
  'changes.segment': { en: 'Segment', ko: '세그먼트' },
  'changes.changedLists': { en: 'Lists changed', ko: '바뀐 목록' },
  'changes.groups': { en: 'By genre', ko: '장르별' },
  'changes.group': { en: 'Group', ko: '분류' },
  'changes.before': { en: 'Before', ko: '이전' },
  'changes.after': { en: 'After', ko: '이후' },
  'changes.titles': { en: 'Titles that moved most', ko: '가장 많이 움직인 콘텐츠' },
  'changes.title': { en: 'Title', ko: '콘텐츠' },
  'changes.lists': { en: 'Lists that changed most', ko: '가장 많이 바뀐 목록' },
  'changes.profile': { en: 'Profile', ko: '프로필' },
  'changes.shared': { en: 'Shared', ko: '그대로' },
  'changes.more': { en: 'The first {shown} of {all}.', ko: '{all}개 중 앞의 {shown}개입니다.' },
  'changes.review': { en: 'Review these lists', ko: '이 목록 검토하기' },
  'changes.blocked': { en: 'Pick two runs.', ko: '추천 모델을 두 개 고르세요.' },
  'changes.open': { en: 'What changed in the lists', ko: '목록에서 바뀐 점' },
  'changes.beside': { en: 'Open the list of {profile} before and after', ko: '{profile} 목록을 이전과 나란히 열기' },
} as const satisfies Templates;
