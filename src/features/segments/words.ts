/** The page of a segment. */
import type { Templates } from '../../shared/words/templates';

export const SEGMENTS_WORDS = {
  'segments.openWord': { en: 'Open', ko: '보기' },
  'segments.open': { en: 'Open the page of “{name}”', ko: '‘{name}’ 세그먼트 보기' },
  'segments.gone': { en: 'This segment no longer exists', ko: '없어진 세그먼트입니다' },
  'segments.goneBody': {
    en: 'It was removed, or belongs to another data set. Choose one in the list of children.',
    ko: '삭제했거나 다른 데이터 세트의 세그먼트입니다. 아이 화면에서 세그먼트를 고르세요.',
  },
  'segments.toProfiles': { en: 'Look at its children', ko: '아이 보기' },
  'segments.against': { en: 'Compared with', ko: '비교 대상' },
  'segments.everybodyElse': { en: 'everybody else', ko: '나머지 모두' },
  'segments.onlyOne': {
    en: 'To compare it with another segment, set a filter in Children and save it under a name.',
    ko: '다른 세그먼트와 비교하려면 아이 화면에서 필터를 정해 이름을 붙여 저장하세요.',
  },
  'segments.makeAnother': { en: 'Go to Children', ko: '아이 화면으로 이동' },
  'segments.lead': {
    en: '{here} {here|child|children}, compared with {others}. They watched {watched} titles on average, the others {watchedOthers}.',
    ko: '아이 {here}명을 {others}명과 비교합니다. 평균 {watched}편을 보았고 비교 대상은 {watchedOthers}편을 보았습니다.',
  },
  'segments.profiles': { en: 'What sets the children apart', ko: '아이들의 다른 점' },
  'segments.lists': { en: 'What sets their lists apart', ko: '추천 목록의 다른 점' },
  'segments.listsHelp': {
    en: 'The titles whose share of the delivered lists differs most.',
    ko: '내보낼 목록에 들어 있는 비율의 차이가 가장 큰 작품입니다.',
  },
  'segments.same': { en: 'Nothing: both sides are alike.', ko: '없음. 양쪽이 같습니다.' },
  'segments.value': { en: 'Value', ko: '값' },
  'segments.here': { en: 'Here', ko: '세그먼트' },
  'segments.others': { en: 'Others', ko: '비교 대상' },
  'segments.sharesOf': { en: '{here} here, {others} of the others', ko: '세그먼트 {here}, 비교 대상 {others}' },
  'segments.served': { en: 'How well their lists fit', ko: '목록이 얼마나 맞나' },
  'segments.servedHelp': {
    en: 'By the hold-out of the model. ± is the standard error: differences of less than twice that may be chance.',
    ko: '모델의 평가 데이터로 측정했습니다. ±는 표준 오차이며, 차이가 그 두 배보다 작으면 우연일 수 있습니다.',
  },
  'segments.tested': { en: 'Test children', ko: '평가 아이' },
  'segments.untested': {
    en: 'None of these children is in the hold-out.',
    ko: '평가 데이터에 이 아이들이 없습니다.',
  },
  'segments.checks': { en: 'What the checks find', ko: '점검에서 찾은 것' },
  'segments.anyCheck': { en: 'Any check', ko: '점검 하나 이상' },
  'segments.noFindings': { en: 'No check finds anything.', ko: '점검에서 찾은 것이 없습니다.' },
  'segments.rulesOn': { en: 'Rules for these children', ko: '이 아이들에게 적용되는 규칙' },
  'segments.rule': { en: 'Rule', ko: '규칙' },
  'segments.noRules': {
    en: 'No rule is for these children today.',
    ko: '오늘 이 아이들에게 적용되는 규칙이 없습니다.',
  },
  'segments.toRules': { en: 'Open the rules', ko: '규칙 화면 열기' },
  'segments.toReview': { en: 'Open the review queue', ko: '검토 화면 열기' },
  'segments.empty': {
    en: 'No child of this data set matches the segment. Change its filter in the list of children.',
    ko: '이 데이터 세트에는 세그먼트에 맞는 아이가 없습니다. 아이 화면에서 필터를 바꾸세요.',
  },
  'segments.no-others': {
    en: 'There is no child to compare the segment with: it holds all of them, or the other segment is empty.',
    ko: '비교할 아이가 없습니다. 세그먼트에 모든 아이가 들어 있거나 비교할 세그먼트가 비어 있습니다.',
  },
} as const satisfies Templates;
