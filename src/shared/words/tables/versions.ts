/** Earlier versions of what is saved, and files of another version of this program. */
import type { Templates } from '../templates';

export const VERSIONS_WORDS = {
  'versions.title': { en: 'Earlier versions', ko: '이전 버전' },
  'versions.compare': { en: 'Compare', ko: '비교' },
  'versions.of': { en: 'Earlier versions of {name}', ko: '{name}의 이전 버전' },
  'versions.none': { en: 'There is no earlier version yet.', ko: '아직 이전 버전이 없습니다.' },
  'versions.current': { en: 'In use', ko: '사용 중' },
  'versions.use': { en: 'Use this one', ko: '이 버전 사용' },
  'versions.undo': { en: 'Undo', ko: '되돌리기' },
  'versions.undoFailed': { en: 'This could not be undone', ko: '되돌리지 못했습니다' },
  'versions.emptyNote': { en: 'No note', ko: '메모 없음' },
  'versions.otherValues': { en: '{name} (other values)', ko: '{name} (다른 값)' },
  'versions.removedTuning': { en: 'The tuning “{name}” was removed.', ko: '조정을 삭제했습니다: {name}' },
  'versions.removedSegment': { en: 'The segment “{name}” was removed.', ko: '세그먼트를 삭제했습니다: {name}' },
  'version.newer': {
    en: '{file} was written by a newer version of Shelfwise. Update Shelfwise to use it; nothing was changed.',
    ko: '{file}: 더 새로운 버전의 Shelfwise가 만든 파일입니다. Shelfwise를 업데이트하면 사용할 수 있습니다. 바뀐 것은 없습니다.',
  },
  'version.newer-data': {
    en: 'The data set {data} was imported by a newer version of Shelfwise. Update Shelfwise to use it; nothing was changed.',
    ko: '데이터 세트 {data}: 더 새로운 버전의 Shelfwise가 가져온 것입니다. Shelfwise를 업데이트하면 사용할 수 있습니다. 바뀐 것은 없습니다.',
  },
  'version.marks-left-out': {
    en: 'Names, stars and notes of models are not shown.',
    ko: '모델의 이름, 별표, 메모는 표시되지 않습니다.',
  },
} as const satisfies Templates;
