/** Why a title is recommended, and why another is not. */
import type { Templates } from '../../../shared/words/templates';

export const WHY_WORDS = {
  'whyNot.title': { en: 'Why not', ko: '추천되지 않은 이유' },
  'whyNot.search': { en: 'Why is a title not here? (Shift+Y)', ko: '왜 안 나왔나요? 제목 검색 (Shift+Y)' },
  'whyNot.reasons.listed': { en: 'It is in the list, at rank {rank}.', ko: '목록 {rank}위에 있습니다.' },
  'whyNot.reasons.watched': {
    en: 'It is left out because this child has watched it.',
    ko: '이미 시청한 작품이라 목록에서 뺐습니다.',
  },
  'whyNot.reasons.not-learned': {
    en: 'The model has no score for it: the model was trained without it.',
    ko: '학습에 없던 작품이라 모델이 점수를 매기지 않았습니다.',
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
    en: 'With the rules it is in the list, at rank {rank}.',
    ko: '규칙을 적용하면 목록 {rank}위에 있습니다.',
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
    en: 'New titles that suit this child: {suiting}. This is number {rank}. A rule “New titles” with that many places brings it in, where no other rule is in the way.',
    ko: '이 아이에게 어울리는 신작 {suiting}편 중 {rank}번째입니다. ‘신작’ 규칙에서 자리를 그만큼 주면 목록에 들어갑니다. 다른 규칙이 막으면 들어가지 않습니다.',
  },
  'whyNot.newTooFar': {
    en: 'New titles that suit this child: {suiting}. This is number {rank}. No list has so many places.',
    ko: '이 아이에게 어울리는 신작 {suiting}편 중 {rank}번째입니다. 목록에는 그만한 자리가 없습니다.',
  },
  'whyNot.newChange': {
    en: 'It does not suit this child. Had it watched “{title}”, this would be new title number {rank}.',
    ko: '이 아이에게는 어울리지 않습니다. ‘{title}’ 작품을 보았다면 신작 중 {rank}번째가 됩니다.',
  },
  'whyNot.newNowhere': {
    en: 'It cannot come into any list: it has nothing in common with a title that was watched.',
    ko: '시청된 작품과 공통된 정보가 없어 어느 목록에도 들어갈 수 없습니다.',
  },
  'whyNot.scores': {
    en: 'Its score is {score}; the last place of the list has {needed}.',
    ko: '점수는 {score}, 목록 마지막 작품의 점수는 {needed}입니다.',
  },
  'whyNot.change': { en: 'What would bring it in', ko: '목록에 들어가려면' },
  'whyNot.others': { en: 'Or', ko: '또는' },
  'whyNot.added': { en: 'Watched as well: {title}', ko: '시청했을 때: {title}' },
  'whyNot.removed': { en: 'Not watched: {title}', ko: '시청하지 않았을 때: {title}' },
  'whyNot.attribute': { en: '{name}: {value} instead of {before}', ko: '{name}: {before} 대신 {value}' },
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
  // One clause for each reason. English begins with "Because"; a Korean clause ends otherwise before another one.
  'why.one': { en: 'Because {last}.', ko: '{last} 때문이에요.' },
  'why.several': { en: 'Because {before}, and {last}.', ko: '{before}, {last} 때문이에요.' },
  'why.history': { en: 'your child watched {titles}', ko: '아이가 {titles} 봤기' },
  'why.history-and': { en: 'your child watched {titles}', ko: '아이가 {titles} 봤고' },
  'why.history-above': {
    en: 'it goes with what your child watched (above all {titles})',
    ko: '아이가 특히 {titles} 봤기',
  },
  'why.history-above-and': {
    en: 'it goes with what your child watched (above all {titles})',
    ko: '아이가 특히 {titles} 봤고',
  },
  'why.history-whole': {
    en: 'it goes with what your child watched',
    ko: '아이가 지금까지 본 작품과 잘 맞기',
  },
  'why.history-whole-and': {
    en: 'it goes with what your child watched',
    ko: '아이가 지금까지 본 작품과 잘 맞고',
  },
  'why.profile': {
    en: 'children like yours ({attributes}) watch this',
    ko: '비슷한 아이들({attributes})이 많이 보기',
  },
  'why.profile-and': {
    en: 'children like yours ({attributes}) watch this',
    ko: '비슷한 아이들({attributes})이 많이 보고',
  },
  'why.profile-whole': { en: 'children like yours watch this', ko: '비슷한 아이들이 많이 보기' },
  'why.profile-whole-and': { en: 'children like yours watch this', ko: '비슷한 아이들이 많이 보고' },
  'why.above': { en: 'above all {named}', ko: '특히 {named}' },
  'why.trend': { en: 'many children watch this at the moment', ko: '요즘 많은 아이들이 보기' },
  'why.trend-and': { en: 'many children watch this at the moment', ko: '요즘 많은 아이들이 보고' },
  'why.popular': { en: 'many children watch this', ko: '많은 아이들이 보기' },
  'why.popular-and': { en: 'many children watch this', ko: '많은 아이들이 보고' },
  'why.neighbours': {
    en: 'children who watch the same titles as yours watch this',
    ko: '비슷한 작품을 보는 아이들이 봤기',
  },
  'why.neighbours-and': {
    en: 'children who watch the same titles as yours watch this',
    ko: '비슷한 작품을 보는 아이들이 봤고',
  },
  'why.direction': { en: 'our editors put such titles forward', ko: '편성팀이 이런 작품을 앞세우기' },
  'why.direction-and': { en: 'our editors put such titles forward', ko: '편성팀이 이런 작품을 앞세우고' },
  'why.chosen': { en: 'our editors recommend it', ko: '편성팀이 추천하기' },
  'why.chosen-and': { en: 'our editors recommend it', ko: '편성팀이 추천하고' },
  'why.nothing': {
    en: 'Nothing that your child watched, or that is known about your child, speaks for this title in particular.',
    ko: '이 작품을 특별히 권할 만한 시청 이력이나 아이 정보가 없습니다.',
  },
  'why.series': { en: '“{name}”', ko: '‘{name}’ 시리즈를' },
  'why.series-times': { en: '“{name}” {times} times', ko: '‘{name}’ 시리즈를 {times}번' },
  'why.title': { en: '“{name}”', ko: '‘{name}’을(를)' },
  'why.title-times': { en: '“{name}” {times} times', ko: '‘{name}’을(를) {times}번' },
  'why.new-episode': {
    en: 'New, nobody has watched it yet: it follows “{name}”, which your child watched.',
    ko: '아직 아무도 보지 않은 신작입니다. 아이가 본 ‘{name}’에 이어지는 회차입니다.',
  },
  'why.new-like': {
    en: 'New, nobody has watched it yet: it is like {titles}, which your child watched.',
    ko: '아직 아무도 보지 않은 신작입니다. 아이가 본 {titles}와(과) 비슷합니다.',
  },
  'why.new': { en: 'New, nobody has watched it yet.', ko: '아직 아무도 보지 않은 신작입니다.' },
  'why.new-like-series': { en: '“{name}”', ko: '‘{name}’ 시리즈' },
  'why.new-like-title': { en: '“{name}”', ko: '‘{name}’' },
  'compare.why': { en: 'Why this', ko: '추천 이유' },
  'compare.whyTitle': { en: 'Why {title} (Y)', ko: '{title}: 추천 이유 (Y)' },
  'compare.whyClose': { en: 'Close the explanation', ko: '추천 이유 닫기' },
  'compare.whyPlace': { en: 'Rank {rank}, score {score}', ko: '{rank}위, 점수 {score}' },
  'compare.newTitlePlace': {
    en: 'Place {rank} by a rule. It has no score.',
    ko: '규칙에 따라 {rank}번째 자리에 들어갑니다. 점수는 없습니다.',
  },
  'compare.newTitleLead': {
    en: 'No model knows this title yet. It stands in for titles that are like it by genre, keywords, series and cast.',
    ko: '모델이 아직 모르는 작품입니다. 장르, 키워드, 시리즈, 출연자가 비슷한 작품을 대신해 추천합니다.',
  },
  'compare.newTitleAfter': { en: 'The episode before it, which was watched', ko: '아이가 본 바로 앞 회차' },
  'compare.newTitleAfterUnseen': {
    en: 'The episode before it, which was not watched',
    ko: '아이가 보지 않은 바로 앞 회차',
  },
  'compare.newTitleSuits': {
    en: 'It stands in for {titles} similar titles, of which {watched} were watched. Weighted by likeness, that makes {share}: how well it suits.',
    ko: '비슷한 작품 {titles}편을 대신하며, 아이가 그중 {watched}편을 보았습니다. 유사도로 따지면 {share}만큼 어울립니다.',
  },
  'compare.newTitleLike': { en: 'Watched, with what each adds', ko: '본 작품과 각각 더하는 몫' },
  'compare.newTitleUnseen': { en: 'Not watched', ko: '보지 않은 작품' },
  'compare.newTitleSeries': { en: 'the same series', ko: '같은 시리즈' },
  'compare.whyLead': {
    en: 'The score is the sum of these parts. The longer the bar, the more a part counts; one with a minus takes away. Beside it is the rank that the title would have without the part.',
    ko: '점수는 아래 항목의 합입니다. 막대가 길수록 점수에 미치는 영향이 큽니다. −가 붙은 항목은 점수를 낮춥니다. 옆에는 그 항목이 없을 때의 순위가 있습니다.',
  },
  'compare.whyShared': { en: 'Not about this child', ko: '이 아이와 무관한 점수' },
  'compare.whyMissing': { en: '{name}: missing', ko: '{name}: 값 없음' },
  'compare.scoreParts.base': { en: 'Overall popularity', ko: '전반적인 인기' },
  'compare.scoreParts.history': { en: 'The whole history', ko: '시청 이력 전체' },
  'compare.scoreParts.length': { en: 'How many titles were watched', ko: '본 작품 수에 따른 보정' },
  'compare.scoreParts.scale': { en: 'Adjustment to this child', ko: '아이에게 맞춘 보정' },
  'compare.scoreParts.attribute': { en: 'Attribute', ko: '속성' },
  'compare.scoreParts.trend': { en: 'What is watched at the moment', ko: '요즘 많이 보는 작품' },
  'compare.scoreParts.companion': { en: 'Companion model: {model}', ko: '함께 쓰는 모델: {model}' },
  'compare.scoreParts.neighbours': { en: 'Similar children', ko: '비슷한 아이' },
  'compare.scoreParts.direction': { en: 'Directions of taste', ko: '취향 방향' },
  'compare.scoreParts.rest': { en: 'Rounding', ko: '반올림 차이' },
  'compare.whyRuled': {
    en: 'With the rules its place is {rank}.',
    ko: '규칙을 적용하면 {rank}위입니다.',
  },
  'compare.whyRuledOut': {
    en: 'With the rules it is not in the list.',
    ko: '규칙을 적용하면 목록에 없습니다.',
  },
  'compare.whyRuledBy': { en: 'Moved by: {rules}', ko: '적용된 규칙: {rules}' },
  'compare.whyTitles': { en: 'Watched titles', ko: '시청한 작품' },
  'compare.whyAll': { en: 'Show all {count}', ko: '{count}개 모두 보기' },
  'compare.whyNoAttributes': {
    en: 'Attributes play no part here: the model does not use them, or none is known.',
    ko: '속성은 영향을 주지 않습니다. 모델이 속성을 쓰지 않거나 알려진 속성이 없습니다.',
  },
  'compare.whyNoTitles': {
    en: 'The model sees none of the titles that this child watched.',
    ko: '이 아이가 시청한 작품 중 모델이 반영하는 것이 없습니다.',
  },
  'compare.whyNone': {
    en: 'No single one decides: without any one of them it stays at place {rank}.',
    ko: '어느 하나 때문은 아닙니다. 하나씩 빼 봐도 {rank}위 그대로입니다.',
  },
  'compare.rankWithout': { en: 'to rank {rank}', ko: '{rank}위로' },
  'compare.effectRaises': { en: 'adds', ko: '올리는 정도' },
  'compare.effectLowers': { en: 'takes away', ko: '내리는 정도' },
  'why.new-title-untuned': {
    en: 'A title that nobody has watched follows no tuning: leave out --tune.',
    ko: '아무도 보지 않은 작품에는 조정이 적용되지 않습니다. --tune을 빼세요.',
  },
} as const satisfies Templates;
