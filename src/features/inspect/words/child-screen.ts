/** A list as the child sees it on the TV. */
import type { Templates } from '../../../shared/words/templates';

export const CHILD_SCREEN_WORDS = {
  'tv.open': { en: 'Show the child’s screen (V)', ko: '아이 화면 보기 (V)' },
  'tv.word': { en: 'Child’s screen', ko: '아이 화면' },
  'tv.title': { en: 'What child {profile} sees on the TV', ko: '아이 {profile}의 TV 화면' },
  'tv.close': { en: 'Close the child’s screen', ko: '아이 화면 닫기' },
  'tv.covers': { en: 'Covers', ko: '표지' },
  'tv.hold': { en: 'Hold to see before', ko: '누르고 있으면 이전 목록' },
  'tv.before': { en: 'Before: {name}', ko: '전: {name}' },
  'tv.after': { en: 'After: {name}', ko: '후: {name}' },
  'tv.entered': { en: 'came in', ko: '새로 들어옴' },
  'tv.same': {
    en: 'Nothing changed.',
    ko: '바뀐 것이 없습니다.',
  },
} as const satisfies Templates;
