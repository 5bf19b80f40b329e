/** What is said of rules. */
import type { Templates } from '../templates';

export const RULE_WORDS = {
  'rules.no-attribute': {
    en: 'A rule names the attribute {name}, which this data does not have.',
    ko: '규칙이 이 데이터에 없는 속성을 씁니다: {name}.',
  },
  'rules.no-file': {
    en: '{file} is not there. Name a file of rules.',
    ko: '{file}: 파일이 없습니다. 규칙 파일을 지정하세요.',
  },
  'rules.no-object': {
    en: '{file} is not a file of rules: it does not hold a JSON object. "shelfwise rules schema" prints what it may hold.',
    ko: '{file}: 규칙 파일이 아닙니다. JSON 객체가 들어 있지 않습니다. 형식은 "shelfwise rules schema"로 볼 수 있습니다.',
  },
  'rules.bad-file': {
    en: '{file} is not a file of rules: {problem}. "shelfwise rules schema" prints what it may hold.',
    ko: '{file}: 규칙 파일이 아닙니다: {problem}. 형식은 "shelfwise rules schema"로 볼 수 있습니다.',
  },
  'rules.too-large': {
    en: '{file} is larger than a set of rules can be.',
    ko: '{file}: 규칙 파일로는 너무 큽니다.',
  },
  'rules.no-longer-saved': {
    en: 'That export was made with rules ({hash}…) that are no longer saved. Give the file of rules that was used then.',
    ko: '그때 내보낼 때 쓴 규칙({hash}…)이 더 이상 저장되어 있지 않습니다. 그때 쓴 규칙 파일을 지정하세요.',
  },
  'rules.other-set': {
    en: 'These are not the rules of that export: their SHA-256 is {found}… instead of {recorded}…. Give the file of rules that was used then.',
    ko: '그때 내보낼 때 쓴 규칙이 아닙니다. SHA-256이 {recorded}…이어야 하는데 {found}…입니다. 그때 쓴 규칙 파일을 지정하세요.',
  },
  'rule.pin': {
    en: 'Put the best of {titles} at place {place}.',
    ko: '{place}번째 자리에 고정: {titles} 중 점수가 가장 높은 것.',
  },
  'rule.pin-title': { en: 'Put {titles} at place {place}.', ko: '{place}번째 자리에 고정: {titles}.' },
  'rule.boost': { en: 'Move {titles} up by {places} places.', ko: '{places}자리 올리기: {titles}.' },
  'rule.bury': { en: 'Move {titles} down by {places} places.', ko: '{places}자리 내리기: {titles}.' },
  'rule.hide': { en: 'Never show {titles}.', ko: '숨기기: {titles}.' },
  'rule.at-most': { en: 'At most {count} of {titles}.', ko: '최대 {count}개: {titles}.' },
  'rule.at-most-series': {
    en: 'At most {count} of each series, of {titles}.',
    ko: '시리즈마다 최대 {count}개: {titles}.',
  },
  'rule.at-most-attribute': {
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
    ko: '값이 없는 프로필에게도 보입니다.',
  },
  'rule.in-order': {
    en: 'No episode before the one watched, of {titles}.',
    ko: '이미 본 회차보다 앞선 회차는 빼기: {titles}.',
  },
  'rule.expire': { en: 'Show {titles} until {after}, not later.', ko: '{after}까지만 보이기: {titles}.' },
  'rule.never-with': {
    en: 'Never {titles} together with {others}.',
    ko: '한 목록에 함께 넣지 않기: {titles} / {others}.',
  },
  'rule.new-titles': {
    en: 'Up to {count} {count|place|places} at the end of the list for new titles that nobody has watched yet, of {titles}.',
    ko: '아직 아무도 보지 않은 신작에 목록 끝에서 최대 {count}자리 주기: {titles}.',
  },
  'rule.new-titles-at': {
    en: 'Up to {count} {count|place|places} from place {place} on for new titles that nobody has watched yet, of {titles}.',
    ko: '아직 아무도 보지 않은 신작에 {place}번째 자리부터 최대 {count}자리 주기: {titles}.',
  },
  'rule.for': { en: 'For profiles with {profiles}.', ko: '대상 프로필: {profiles}.' },
  'rule.from': { en: 'From {from}.', ko: '{from}부터.' },
  'rule.until': { en: 'Until {until}.', ko: '{until}까지.' },
  'rule.from-until': { en: 'From {from} until {until}.', ko: '{from}부터 {until}까지.' },
  'condition.all-titles': { en: 'all titles', ko: '모든 콘텐츠' },
  'condition.more': { en: '{count} more', ko: '외 {count}개' },
  'condition.series': { en: 'series {names}', ko: '시리즈 {names}' },
  'condition.attribute': { en: '{name}: {values}', ko: '{name} 값이 {values}' },
  'condition.missing': { en: 'missing', ko: '값 없음' },
  'condition.text': { en: '“{text}” in the name', ko: '이름에 “{text}”' },
  'condition.id-text': { en: '“{text}” in the ID', ko: 'ID에 “{text}”' },
  'condition.watched-from': { en: '{from} or more watched titles', ko: '본 콘텐츠 {from}개 이상' },
  'condition.watched-to': { en: 'at most {to} watched titles', ko: '본 콘텐츠 {to}개 이하' },
  'condition.watched': { en: '{from} to {to} watched titles', ko: '본 콘텐츠 {from}~{to}개' },
} as const satisfies Templates;
