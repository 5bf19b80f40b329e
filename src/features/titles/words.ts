/** The grid of titles. */
import type { Templates } from '../../shared/words/templates';

export const TITLES_WORDS = {
  'titles.count': { en: '{shown} of {all} titles', ko: '콘텐츠 {all}개 중 {shown}개' },
  'titles.grid': { en: 'Titles', ko: '콘텐츠' },
  'titles.columns.title': { en: 'Title', ko: '제목' },
  'titles.columns.item': { en: 'ID', ko: 'ID' },
  'titles.columns.group': { en: 'Group', ko: '분류' },
  'titles.columns.popularity': { en: 'Watched by', ko: '시청한 프로필' },
  'titles.columns.recommended': { en: 'Recommended to', ko: '추천받는 프로필' },
  'titles.columns.meanRank': { en: 'Mean rank', ko: '평균 순위' },
  'titles.missing': { en: 'missing', ko: '정보 없음' },
  'titles.find': { en: 'Find by title or ID', ko: '제목이나 ID로 찾기' },
  'titles.clearFind': { en: 'Clear the text', ko: '입력 지우기' },
  'titles.which': { en: 'Which titles', ko: '표시할 콘텐츠' },
  'titles.all': { en: 'All', ko: '전체' },
  'titles.recommendedOnly': { en: 'Recommended', ko: '추천됨' },
  'titles.never': { en: 'Never recommended', ko: '추천된 적 없음' },
  'titles.unwatched': { en: 'Without viewings', ko: '시청 없음' },
  'titles.keys': {
    en: 'Enter opens a title. Arrow up from the first row leads to the headings; Enter sorts.',
    ko: 'Enter 키로 콘텐츠를 엽니다. 첫 행에서 위쪽 화살표를 누르면 열 제목으로 가고, 거기서 Enter 키로 정렬합니다.',
  },
  'titles.noRun': {
    en: 'No run is chosen, so the columns about recommendations are empty.',
    ko: '선택한 추천 모델이 없어 추천에 관한 열이 비어 있습니다.',
  },
  'titles.emptyTitle': { en: 'No title matches', ko: '맞는 콘텐츠가 없습니다' },
  'titles.emptyBody': { en: 'Change the text or show all titles.', ko: '입력한 글자를 바꾸거나 전체를 표시하세요.' },
  'titles.showAll': { en: 'Show all titles', ko: '전체 콘텐츠 보기' },
  'titles.noneTitle': { en: 'No data set is open', ko: '열린 데이터가 없습니다' },
  'titles.noneBody': {
    en: 'Open a folder with titles and viewings, and its titles are listed here.',
    ko: '콘텐츠와 시청 이력이 있는 폴더를 열면 콘텐츠가 여기에 표시됩니다.',
  },
  'titles.failed': { en: 'The titles could not be read', ko: '콘텐츠를 읽지 못했습니다' },
  'titles.close': { en: 'Close the title', ko: '콘텐츠 닫기' },
  'titles.needsRun': {
    en: 'Similar titles, and who gets this title, come from a run. Train one, or choose one at the top.',
    ko: '유사 콘텐츠와 추천받는 프로필은 추천 모델이 계산합니다. 새로 학습하거나 위에서 추천 모델을 선택하세요.',
  },
  'titles.similar': { en: 'Similar titles', ko: '유사 콘텐츠' },
  'titles.similarNew': {
    en: 'By what is known of them: nobody has watched this one yet.',
    ko: '아직 아무도 보지 않아 장르, 키워드, 시리즈로 찾았습니다.',
  },
  'titles.noSimilar': { en: 'This run knows no similar titles.', ko: '이 추천 모델에는 유사 콘텐츠가 없습니다.' },
  'titles.similarity': { en: 'similarity {value}', ko: '유사도 {value}' },
  'titles.receivers': { en: 'Who gets it', ko: '추천받는 프로필' },
  'titles.noReceivers': {
    en: 'This run recommends it to no profile.',
    ko: '이 추천 모델에서 이 콘텐츠를 추천받는 프로필이 없습니다.',
  },
  'titles.receiversNote': { en: 'The best ranks first, at most 50.', ko: '순위가 높은 순으로 최대 50개입니다.' },
  'titles.rank': { en: 'rank {rank}', ko: '{rank}위' },
} as const satisfies Templates;
