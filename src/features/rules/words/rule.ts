/** A rule as a sentence: what it does, for whom, and while it holds. */
import type { Templates } from '../../../shared/words/templates';

export const RULE_PART_WORDS = {
  'rule.pin': {
    en: 'Put the best of {titles} at place {place}.',
    ko: '{place}번째 자리에 고정: {titles} 중 점수가 가장 높은 것.',
  },
  'rule.pin-title': { en: 'Put {titles} at place {place}.', ko: '{place}번째 자리에 고정: {titles}.' },
  'rule.pin-range': {
    en: 'Keep the best of {titles} in places {place} to {to}.',
    ko: '{place}~{to}번째 자리 안에 고정: {titles} 중 점수가 가장 높은 것.',
  },
  'rule.pin-title-range': {
    en: 'Keep {titles} in places {place} to {to}.',
    ko: '{place}~{to}번째 자리 안에 고정: {titles}.',
  },
  'rule.boost': { en: 'Move {titles} up by {places} places.', ko: '{places}자리 올리기: {titles}.' },
  'rule.bury': { en: 'Move {titles} down by {places} places.', ko: '{places}자리 내리기: {titles}.' },
  'rule.hide': { en: 'Never show {titles}.', ko: '숨기기: {titles}.' },
  'rule.at-most': { en: 'At most {count} of {titles}.', ko: '최대 {count}편: {titles}.' },
  'rule.at-most-series': {
    en: 'At most {count} of each series, of {titles}.',
    ko: '시리즈마다 최대 {count}편: {titles}.',
  },
  'rule.at-most-attribute': {
    en: 'At most {count} of each {attribute}, of {titles}.',
    ko: '{attribute}마다 최대 {count}편: {titles}.',
  },
  // Shelfwise 1.0 named rules by these: a name that it gave is still known as one that nobody typed.
  'rule.at-most-earlier': { en: 'At most {count} of {titles}.', ko: '최대 {count}개: {titles}.' },
  'rule.at-most-series-earlier': {
    en: 'At most {count} of each series, of {titles}.',
    ko: '시리즈마다 최대 {count}개: {titles}.',
  },
  'rule.at-most-attribute-earlier': {
    en: 'At most {count} of each {attribute}, of {titles}.',
    ko: '{attribute}마다 최대 {count}개: {titles}.',
  },
  'rule.age-from-to': {
    en: 'Show {titles} only where {attribute} is {from} to {to}.',
    ko: '{attribute} {from}~{to}에게만 보이기: {titles}.',
  },
  'rule.age-from': {
    en: 'Show {titles} only where {attribute} is {from} or more.',
    ko: '{attribute} {from} 이상에게만 보이기: {titles}.',
  },
  'rule.age-to': {
    en: 'Show {titles} only where {attribute} is {to} or less.',
    ko: '{attribute} {to} 이하에게만 보이기: {titles}.',
  },
  'rule.age-unknown': {
    en: 'Also where it is not known.',
    ko: '값이 없는 아이에게도 보입니다.',
  },
  'rule.in-order': {
    en: 'No episode before the one watched, of {titles}.',
    ko: '이미 본 회차보다 앞선 회차는 빼기: {titles}.',
  },
  'rule.expire': { en: 'Show {titles} until {after}, not later.', ko: '{after}까지만 보이기: {titles}.' },
  'rule.never-with': {
    en: 'Never {titles} together with {others}.',
    ko: '한 목록에 함께 노출하지 않기: {titles} / {others}.',
  },
  'rule.new-titles': {
    en: 'Up to {count} {count|place|places} at the end of the list for new titles that nobody has watched yet, of {titles}.',
    ko: '신작을 목록 끝에 {count}편까지 넣기: {titles}.',
  },
  'rule.new-titles-at': {
    en: 'Up to {count} {count|place|places} from place {place} on for new titles that nobody has watched yet, of {titles}.',
    ko: '신작을 {place}번째 자리부터 {count}편까지 넣기: {titles}.',
  },
  'rule.for': { en: 'For children: {profiles}.', ko: '대상 아이: {profiles}.' },
  'rule.for-earlier': { en: 'For profiles with {profiles}.', ko: '대상 프로필: {profiles}.' },
  'rule.members': {
    en: 'For the {count} {count|child|children} of the segment “{name}” as of {day}.',
    ko: '세그먼트 ‘{name}’의 {day} 아이 {count}명에게 적용.',
  },
  'condition.aged': { en: 'aged {ages}', ko: '{ages}세' },
  'condition.members': {
    en: '{count} {count|child|children} of the segment “{name}” as of {day}',
    ko: '세그먼트 ‘{name}’의 {day} 아이 {count}명',
  },
  'rule.from': { en: 'From {from}.', ko: '{from}부터.' },
  'rule.until': { en: 'Until {until}.', ko: '{until}까지.' },
  'rule.from-until': { en: 'From {from} until {until}.', ko: '{from}부터 {until}까지.' },
  'condition.all-titles': { en: 'all titles', ko: '모든 작품' },
  'condition.all-titles-earlier': { en: 'all titles', ko: '모든 콘텐츠' },
  'condition.emptyRange': {
    en: 'No value is in “{typed}”. The lower number comes first.',
    ko: '‘{typed}’ 범위에 드는 값이 없습니다. 작은 수를 먼저 쓰세요.',
  },
  'condition.noValue': { en: 'No value is called “{typed}”.', ko: '‘{typed}’인 값이 없습니다.' },
  'condition.range': { en: 'one, or a range: 3-5', ko: '하나 또는 범위(3-5)' },
  'condition.more': { en: '{count} more', ko: '외 {count}개' },
  'condition.more-titles': { en: '{count} more', ko: '외 {count}편' },
  'condition.series': { en: 'series {names}', ko: '시리즈 {names}' },
  'condition.attribute': { en: '{name}: {values}', ko: '{name} {values}' },
  'condition.number': { en: '{name} from {range}', ko: '{name} {range}' },
  'condition.number-from': { en: '{name} at least {from}', ko: '{name} {from} 이상' },
  'condition.number-to': { en: '{name} at most {to}', ko: '{name} {to} 이하' },
  'condition.missing': { en: 'missing', ko: '값 없음' },
  'condition.text': { en: 'titles with “{text}” in the name', ko: '이름에 ‘{text}’ 포함' },
  'condition.id-text': { en: '“{text}” in the ID', ko: 'ID에 ‘{text}’ 포함' },
  'condition.watched-from': { en: '{from} or more watched titles', ko: '본 작품 {from}편 이상' },
  'condition.watched-to': { en: 'at most {to} watched titles', ko: '본 작품 {to}편 이하' },
  'condition.watched': { en: '{from} to {to} watched titles', ko: '본 작품 {from}~{to}편' },
  'rule.which-data': { en: 'Say with --data whose rules.', ko: '어느 데이터의 규칙인지 --data로 지정하세요.' },
  'rule.run-to-try': {
    en: 'Say with --run on which run the rules are tried.',
    ko: '규칙을 시험할 모델을 --run으로 지정하세요.',
  },
  'rule.none-before': {
    en: 'There are no rules to take over for {data}: it has or had rules of its own, or no other data set of its folder or name has any. "rules adopt DATA" names another data set.',
    ko: '{data}에 이어 쓸 규칙이 없습니다. 이미 규칙이 있거나 있었고, 그렇지 않다면 폴더나 이름이 같은 다른 데이터에 규칙이 없습니다. 다른 데이터는 "rules adopt DATA"로 지정하세요.',
  },
  'rule.none-came': { en: 'No rules came with the run {run}.', ko: '이 모델과 함께 온 규칙이 없습니다: {run}.' },
} as const satisfies Templates;
