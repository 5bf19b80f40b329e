/** What is said of files that another version of this program wrote. */
import type { Templates } from '../templates';

export const VERSIONS_SENTENCES = {
  'version.newer': {
    en: '{file} was written by a newer version of Shelfwise. Update Shelfwise to use it; nothing was changed.',
    ko: '{file}: 더 새로운 버전의 Shelfwise가 쓴 파일입니다. Shelfwise를 업데이트하면 사용할 수 있습니다. 바뀐 것은 없습니다.',
  },
  'version.newer-data': {
    en: 'The data set {data} was imported by a newer version of Shelfwise. Update Shelfwise to use it; nothing was changed.',
    ko: '데이터 세트 {data}: 더 새로운 버전의 Shelfwise가 가져온 것입니다. Shelfwise를 업데이트하면 사용할 수 있습니다. 바뀐 것은 없습니다.',
  },
  'version.marks-left-out': {
    en: 'Names, stars and notes of runs are not shown.',
    ko: '추천 모델의 이름, 별표, 메모는 표시되지 않습니다.',
  },
} as const satisfies Templates;
