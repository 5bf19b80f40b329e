/** The pages of the guide in docs/guide, in the order of a curator's tasks. */
import type { Language } from '../words/sentence';
import { type Text, textsOf } from '../values/text-table';

/** Heading of each page by file name. */
const GUIDE_TITLES = {
  start: { en: 'Install and start', ko: '설치와 첫 시작' },
  data: { en: 'Open a folder of data', ko: '데이터 폴더 열기' },
  train: { en: 'Train a model and judge it', ko: '모델을 학습하고 평가하기' },
  lists: {
    en: 'Look at a child’s list, ask why, and tune it',
    ko: '추천 목록을 살펴보고, 이유를 묻고, 조정하기',
  },
  rules: { en: 'Set rules for lists', ko: '추천 목록에 규칙 정하기' },
  compare: { en: 'Compare two runs', ko: '추천 모델 두 개 비교하기' },
  review: { en: 'Find what is odd, decide, and approve', ko: '이상한 목록을 찾아 검토하고 승인하기' },
  export: { en: 'Export lists and prove where they came from', ko: '목록을 내보내고 출처를 증명하기' },
  sign: { en: 'Hand a run to someone who signs', ko: '결재할 사람에게 보고서 건네기' },
  refresh: { en: 'Refresh the lists every week', ko: '매주 목록 새로 만들기' },
  move: { en: 'Take work to another computer', ko: '다른 컴퓨터로 옮기기' },
  privacy: { en: 'Privacy, for those who answer for it', ko: '개인정보 보호 담당자를 위한 안내' },
  trouble: { en: 'When something goes wrong', ko: '문제가 생겼을 때' },
} as const satisfies Record<string, Text>;

export type GuidePage = keyof typeof GUIDE_TITLES;
export const GUIDE_PAGES = Object.keys(GUIDE_TITLES) as GuidePage[];

/** For the window's texts. */
export const guideTitles = (language: Language): Record<GuidePage, string> =>
  textsOf(GUIDE_PAGES, language, (page) => GUIDE_TITLES[page]);
