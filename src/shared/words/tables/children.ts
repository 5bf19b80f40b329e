/** A child in words: who it is, what it watches, and how much. */
import type { Templates } from '../templates';

export const CHILD_WORDS = {
  'child.sex.F': { en: 'Girl', ko: '여자아이' },
  'child.sex.M': { en: 'Boy', ko: '남자아이' },
  'child.age': { en: '{age}', ko: '{age}살' },
  'child.ageAlone': { en: 'Age {age}', ko: '{age}살' },
  'child.unnamed': { en: 'Child {profile}', ko: '아이 {profile}' },
  'child.withId': { en: '{who} ({profile})', ko: '{who} ({profile})' },
  'child.genres': { en: '{first} and {second}', ko: '{first}와(과) {second}' },
  'child.mixed': { en: 'mixed', ko: '여러 장르' },
  'child.watched': { en: '{count} watched', ko: '{count}편 시청' },
  'child.nothing': { en: 'nothing watched yet', ko: '아직 시청 없음' },
} as const satisfies Templates;
