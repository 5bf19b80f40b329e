/** Why exported lists cannot be judged by what was watched since. */
import type { Templates } from '../../../shared/words/templates';

export const OUTCOME_SENTENCES = {
  'outcome.no-newer-data': {
    en: 'No data set here holds the viewings of {data} and more. Add the next folder to it ("Add data", or import --add).',
    ko: '{data}의 시청 이력에 새 시청이 더해진 데이터가 없습니다. 다음 폴더를 추가하세요("데이터 추가" 또는 import --add).',
  },
  'outcome.same-data': {
    en: 'These lists were made from {data} itself. Choose data that has more viewings.',
    ko: '{data}: 이 추천 목록을 만든 바로 그 데이터입니다. 시청 이력이 더 있는 데이터를 고르세요.',
  },
  'outcome.other-pseudonyms': {
    en: 'The profiles of {data} and {newer} have pseudonyms of different keys, or only one of the two has any, so that nobody can be found again.',
    ko: '{data}와 {newer}의 가명은 서로 다른 키로 만들었거나 한쪽에만 있어 같은 프로필을 찾을 수 없습니다.',
  },
  'outcome.other-data': {
    en: '{newer} does not hold the viewings that these lists were made from ({data}): {missing} of {all} titles that profiles had watched are not in it. Choose data that was added to, or the whole folder.',
    ko: '{newer}에는 이 추천 목록을 만든 시청 이력({data})이 모두 들어 있지 않습니다. 프로필이 본 콘텐츠 {all}건 가운데 {missing}건이 없습니다. 그 데이터에 추가한 데이터나 폴더 전체를 가져온 데이터를 고르세요.',
  },
  'outcome.nothing-watched': {
    en: 'In {newer}, none of the {profiles} exported profiles watched a title that it had not watched before.',
    ko: '{newer}: 내보낸 프로필 {profiles}개 가운데 전에 보지 않은 콘텐츠를 본 프로필이 없습니다.',
  },
  'outcome.no-export': {
    en: 'Nothing with a hash that begins with {hash} was exported.',
    ko: '해시가 {hash}(으)로 시작하는 내보내기가 없습니다.',
  },
} as const satisfies Templates;
