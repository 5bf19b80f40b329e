/** Why a title is recommended, and why another is not. */
import type { Templates } from '../../../shared/words/templates';

export const WHY_WORDS = {
  'whyNot.title': { en: 'Why not', ko: '추천되지 않은 이유' },
  'whyNot.search': { en: 'Why is a title not here? (Shift+W)', ko: '추천되지 않은 이유를 물을 콘텐츠 찾기 (Shift+W)' },
  'whyNot.reasons.listed': { en: 'It is in the list, at rank {rank}.', ko: '목록 {rank}위에 있습니다.' },
  'whyNot.reasons.watched': {
    en: 'It is left out because this profile has watched it.',
    ko: '이미 시청한 콘텐츠라 목록에서 뺐습니다.',
  },
  'whyNot.reasons.not-learned': {
    en: 'The model has no score for it: the run was trained without it.',
    ko: '학습에 없던 콘텐츠라 모델이 점수를 매기지 않았습니다.',
  },
  'whyNot.reasons.ruled-out': {
    en: 'It would be at rank {rank}, but for the rules.',
    ko: '규칙이 없으면 {rank}위입니다.',
  },
  'whyNot.reasons.outranked': {
    en: 'Rank {rank}. The list ends at {places}.',
    ko: '{rank}위입니다. 목록은 {places}위까지입니다.',
  },
  'whyNot.rules': { en: 'The rules', ko: '규칙' },
  'whyNot.ruledRank': {
    en: 'Under the saved rules it is in the list, at rank {rank}.',
    ko: '저장된 규칙을 쓰면 목록 {rank}위에 있습니다.',
  },
  'whyNot.outBy': { en: 'The rule “{name}” keeps it out.', ko: '‘{name}’ 규칙 때문에 빠집니다.' },
  'whyNot.withoutRules': { en: 'Without: {names}', ko: '이 규칙이 없으면: {names}' },
  'whyNot.movedUp': { en: 'Moved up by {count} {count|place|places}', ko: '{count}계단 올리면' },
  'whyNot.noRules': {
    en: 'No change of the rules brings it in ({count} {count|was|were} tried).',
    ko: '규칙을 {count}가지 바꿔 보았지만 목록에 들어가지 않습니다.',
  },
  'whyNot.openRules': { en: 'Open Rules', ko: '규칙 열기' },
  'whyNot.newRank': {
    en: 'New titles that suit this profile: {suiting}. This is number {rank}. A rule “New titles” with that many places brings it in, where no other rule is in the way.',
    ko: '이 프로필에 어울리는 신작 {suiting}편 중 {rank}번째입니다. ‘신작’ 규칙에서 자리를 그만큼 주면 목록에 들어갑니다. 다른 규칙이 막으면 들어가지 않습니다.',
  },
  'whyNot.newTooFar': {
    en: 'New titles that suit this profile: {suiting}. This is number {rank}. No list has so many places.',
    ko: '이 프로필에 어울리는 신작 {suiting}편 중 {rank}번째입니다. 목록에는 그만한 자리가 없습니다.',
  },
  'whyNot.newChange': {
    en: 'It does not suit this profile. Had it watched “{title}”, this would be new title number {rank}.',
    ko: '이 프로필에는 어울리지 않습니다. ‘{title}’ 콘텐츠를 보았다면 신작 중 {rank}번째가 됩니다.',
  },
  'whyNot.newNowhere': {
    en: 'It can come into no list: nothing that is known of it is true of a title that was watched.',
    ko: '시청된 콘텐츠와 공통된 정보가 없어 어느 목록에도 들어갈 수 없습니다.',
  },
  'whyNot.scores': {
    en: 'Its score is {score}; the last place of the list has {needed}.',
    ko: '점수는 {score}, 목록 마지막 콘텐츠의 점수는 {needed}입니다.',
  },
  'whyNot.change': { en: 'What would bring it in', ko: '목록에 들어가려면' },
  'whyNot.others': { en: 'Or', ko: '또는' },
  'whyNot.added': { en: 'Watched as well: {title}', ko: '시청했을 때: {title}' },
  'whyNot.removed': { en: 'Not watched: {title}', ko: '시청하지 않았을 때: {title}' },
  'whyNot.attribute': { en: '{name}: {value} in place of {before}', ko: '{name}: {before} 대신 {value}' },
  'whyNot.outcome': {
    en: 'Then rank {rank}; {stay} of {places} titles stay.',
    ko: '{rank}위가 되고, 지금 목록의 {places}개 중 {stay}개가 남습니다.',
  },
  'whyNot.try': { en: 'Try it', ko: '적용해 보기' },
  'whyNot.tried': {
    en: '{count|Found among {count} change that was tried. A smaller one may have been missed.|The smallest of {count} changes that were tried. One that was not tried may be smaller.}',
    ko: '{count}가지를 바꿔 보고 찾은 가장 작은 변경입니다. 시도하지 않은 더 작은 변경이 있을 수도 있습니다.',
  },
  'whyNot.none': {
    en: 'Nothing that was tried brings it in{count| ({count} change).|: {count} changes of the history and the attributes, one at a time and the nearest two at a time.}',
    ko: '시청 이력과 속성을 하나씩, 가까운 것은 둘씩 {count}가지 바꿔 보았지만 목록에 들어가지 않습니다.',
  },
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
