/** How delivered lists changed between two runs or exports. */
import type { Templates } from '../../../shared/words/templates';

export const CHANGES_WORDS = {
  'changes.no-export': {
    en: 'No export of the run {run} has the hash {sha256}. "exports RUN" lists its exports.',
    ko: '추천 모델 {run}에서 해시가 {sha256}인 파일을 내보낸 기록이 없습니다. "exports RUN" 명령으로 기록을 볼 수 있습니다.',
  },
  'changes.tune-export': {
    en: '--tune and --after-export do not go together: an export has the tuning that it was made with.',
    ko: '--tune과 --after-export는 함께 쓸 수 없습니다. 내보낸 파일에는 그때 쓴 조정이 이미 들어 있습니다.',
  },
  'changes.one-group': {
    en: '{first} and {second} do not go together: decide about one group at a time.',
    ko: '{first} 옵션과 {second} 옵션은 함께 쓸 수 없습니다. 한 번에 한 묶음씩 결정하세요.',
  },
  'changes.no-profiles': {
    en: 'The two runs have no profile in common, so no list can be compared. Data with other pseudonyms has other profiles.',
    ko: '두 추천 모델에 공통된 프로필이 없어 목록을 비교할 수 없습니다. 가명이 다르면 다른 프로필로 봅니다.',
  },
  'changes.summary': {
    en: '{changed} of {profiles} lists changed.',
    ko: '목록 {profiles}개 중 {changed}개가 바뀌었습니다.',
  },
  'changes.places': {
    en: 'Titles came into {came} places, and {went} titles went out.',
    ko: '새로 들어온 자리는 {came}개, 빠진 자리는 {went}개입니다.',
  },
  'changes.none': { en: 'No list changed.', ko: '바뀐 목록이 없습니다.' },
  'changes.reordered': {
    en: '{count} of the changed lists {count|has|have} the same titles in another order.',
    ko: '바뀐 목록 중 {count}개는 순서만 달라졌습니다.',
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
  'changes.reasons': { en: 'Why titles moved', ko: '콘텐츠가 바뀐 이유' },
  'changes.reason': { en: 'Reason', ko: '이유' },
  'changes.reason.catalogue': {
    en: 'The title is new, or no longer in the data',
    ko: '새로 나왔거나 데이터에서 사라진 콘텐츠',
  },
  'changes.reason.watched': { en: 'The profile has watched it since', ko: '그사이 프로필이 시청함' },
  'changes.reason.rules': { en: 'A rule puts it in or keeps it out', ko: '규칙으로 넣거나 뺌' },
  'changes.reason.tuning': { en: 'The tuning ranks it otherwise', ko: '조정으로 순위가 달라짐' },
  'changes.reason.viewings': {
    en: 'The profile watched other titles since',
    ko: '그사이 프로필이 다른 콘텐츠를 시청함',
  },
  'changes.reason.model': {
    en: 'The model was trained again on new viewings of all profiles',
    ko: '모든 프로필의 새 시청으로 추천 모델을 다시 학습함',
  },
  'changes.reason.otherModel': {
    en: 'Another model of the same data',
    ko: '같은 데이터로 다르게 학습한 추천 모델',
  },
  'changes.tuned': { en: 'under a tuning', ko: '조정 적용' },
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
  'changes.side.before': { en: 'Before', ko: '이전 목록' },
  'changes.side.after': { en: 'After', ko: '이후 목록' },
  'changes.now': { en: 'As they would be exported now', ko: '지금 내보낼 목록' },
  'changes.ofExport': { en: 'Exported {moment}, {format}', ko: '{moment} 내보냄, {format}' },
  'changes.decideOf': { en: 'Decide about', ko: '결정할 목록' },
  'changes.of.all': { en: 'All lists with other titles', ko: '콘텐츠가 바뀐 목록 모두' },
  'changes.of.segment': { en: 'Segment: {name}', ko: '세그먼트: {name}' },
  'changes.of.group': { en: 'Genre: {name}', ko: '장르: {name}' },
  'changes.of.item': { en: 'Title: {name}', ko: '콘텐츠: {name}' },
  'changes.decideHelp': {
    en: 'The decision is about the lists of the later run and appears in Review. It applies to all of them, or to none.',
    ko: '이후 추천 모델의 목록에 대한 결정이며 검토 화면에 나옵니다. 고른 목록 전체에 한꺼번에 적용됩니다.',
  },
  'changes.blocked': { en: 'Pick two runs.', ko: '추천 모델을 두 개 고르세요.' },
  'changes.open': { en: 'What changed in the lists', ko: '목록에서 바뀐 점' },
  'changes.beside': { en: 'Open the list of {profile} before and after', ko: '{profile} 목록을 이전과 나란히 열기' },
} as const satisfies Templates;
