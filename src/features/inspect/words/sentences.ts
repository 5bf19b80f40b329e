/** Why a title is recommended, for the parents of a child. */
import type { Templates } from '../../../shared/words/templates';

export const WHY_SENTENCES = {
  'why.history-and-profile': {
    en: 'Because your child watched {titles}, and children like yours ({attributes}) watch this.',
    ko: '자녀가 {titles} 시청했고, 비슷한 아이들({attributes})도 많이 보기 때문입니다.',
  },
  'why.history': {
    en: 'Because your child watched {titles}.',
    ko: '자녀가 {titles} 시청했기 때문입니다.',
  },
  'why.profile': {
    en: 'Because children like yours ({attributes}) watch this.',
    ko: '비슷한 아이들({attributes})이 많이 보기 때문입니다.',
  },
  'why.trend': {
    en: 'Because many children watch this at the moment.',
    ko: '요즘 많은 아이들이 보기 때문입니다.',
  },
  'why.popular': {
    en: 'Because many children watch this.',
    ko: '많은 아이들이 보기 때문입니다.',
  },
  'why.nothing': {
    en: 'Nothing that your child watched, and nothing that is known about it, speaks for this title in particular.',
    ko: '이 콘텐츠를 특별히 권할 만한 시청 이력이나 프로필 정보가 없습니다.',
  },
  'why.series': { en: '“{name}”', ko: '‘{name}’ 시리즈를' },
  'why.series-times': { en: '“{name}” {times} times', ko: '‘{name}’ 시리즈를 {times}번' },
  'why.title': { en: '“{name}”', ko: '‘{name}’ 콘텐츠를' },
  'why.title-times': { en: '“{name}” {times} times', ko: '‘{name}’ 콘텐츠를 {times}번' },
  'why.new-episode': {
    en: 'New, nobody has watched it yet: it follows “{name}”, which your child watched.',
    ko: '아직 아무도 보지 않은 신작입니다. 자녀가 본 ‘{name}’에 이어지는 회차입니다.',
  },
  'why.new-like': {
    en: 'New, nobody has watched it yet: it is like {titles}, which your child watched.',
    ko: '아직 아무도 보지 않은 신작입니다. 자녀가 본 {titles}와 비슷합니다.',
  },
  'why.new': { en: 'New, nobody has watched it yet.', ko: '아직 아무도 보지 않은 신작입니다.' },
  // Both end in a vowel, as what follows them needs.
  'why.new-like-series': { en: '“{name}”', ko: '‘{name}’ 시리즈' },
  'why.new-like-title': { en: '“{name}”', ko: '‘{name}’ 콘텐츠' },
} as const satisfies Templates;
