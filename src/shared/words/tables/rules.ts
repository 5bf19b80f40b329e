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
  'rules.saved-unreadable': {
    en: 'The saved rules cannot be read: {problem}. They are in {file}: mend it, or move it elsewhere to start without rules.',
    ko: '저장한 규칙을 읽을 수 없습니다: {problem}. 파일을 고치거나, 다른 곳으로 옮겨 규칙 없이 시작하세요: {file}.',
  },
  'rules.too-short': {
    en: 'Rules leave {lists} {lists|list|lists} with fewer titles than the {length} that a submission needs: {rules}. Nothing was written. Loosen these rules, or export in another format.',
    ko: '규칙 때문에 목록 {lists}개의 작품이 제출 파일에 필요한 {length}개보다 적습니다: {rules}. 아무것도 저장하지 않았습니다. 규칙을 완화하거나 다른 형식으로 내보내세요.',
  },
  'rules.not-adopted': {
    en: 'The data set {data} has rules of its own, or had: those of another one can be merged with "rules export" and "rules import".',
    ko: '데이터 {data}에 이미 규칙이 있거나 있었습니다. 다른 데이터의 규칙은 "rules export"와 "rules import"로 합칠 수 있습니다.',
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
} as const satisfies Templates;
