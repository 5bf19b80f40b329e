/** What is said of data sets, and of what is in them. */
import type { Templates } from '../templates';

export const DATASET_WORDS = {
  'profile.unknown': {
    en: 'There is no child {profile} in {data}.',
    ko: '{data}: 아이 {profile}을(를) 찾을 수 없습니다.',
  },
  'title.unknown-in-data': {
    en: 'There is no title {title} in {data}.',
    ko: '{data}: 작품 {title}을(를) 찾을 수 없습니다.',
  },
  'title.unknown-to-run': {
    en: 'There is no title {title} among those that this model knows.',
    ko: '이 모델이 아는 작품 중에 {title}이(가) 없습니다.',
  },
  'grid.no-column': {
    en: 'There is no column {column} to sort by.',
    ko: '정렬할 수 있는 열 중에 {column}이(가) 없습니다.',
  },
  'attribute.not-number': {
    en: '{name} must be a number, not "{text}".',
    ko: '{name}: 숫자여야 하는데 "{text}"은(는) 숫자가 아닙니다.',
  },
  'attribute.no-value': { en: '{name} has no value "{text}".', ko: '{name}: "{text}"(이)라는 값이 없습니다.' },
  'data.too-wide': {
    en: 'Reading the tables needs more than the {limit} of memory that is allowed for it. Leave out columns and attributes that are not needed, and shorten very long texts.',
    ko: '표를 읽는 데 허용된 메모리 {limit}로는 부족합니다. 필요 없는 열과 속성을 빼고 아주 긴 글은 줄이세요.',
  },
  'data.nothing-selected': {
    en: 'These settings select no event of this data set. Choose one of data.history, data.completion, data.purchase, data.search for which there is a file, and give it a weight above 0.',
    ko: '이 설정으로는 이 데이터 세트에서 쓸 이력이 하나도 없습니다. data.history, data.completion, data.purchase, data.search 중 파일이 있는 것의 가중치를 0보다 크게 하세요.',
  },
  'data.ambiguous': {
    en: '{count} data sets begin with {wanted}. Give more of the fingerprint: {found}.',
    ko: '{wanted}(으)로 시작하는 데이터 세트가 {count}개입니다. 데이터 식별값을 더 길게 적으세요: {found}.',
  },
  'data.none-yet': {
    en: 'There is no data set {wanted}, and none at all in {folder}. Import a folder first.',
    ko: '데이터 세트 {wanted}을(를) 찾을 수 없습니다. {folder}에는 데이터 세트가 하나도 없습니다. 먼저 폴더를 가져오세요.',
  },
  'data.unknown': {
    en: 'There is no data set {wanted} in {folder}.',
    ko: '{folder}: 데이터 세트 {wanted}을(를) 찾을 수 없습니다.',
  },
  'data.no-name': {
    en: '{name} cannot be the name of a column or table.',
    ko: '{name}: 열이나 표의 이름으로 쓸 수 없습니다.',
  },
} as const satisfies Templates;
