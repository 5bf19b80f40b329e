/** How good a run and its lists are: the verdict, and pictures of figures by group. */
import type { Templates } from '../../shared/words/templates';

export const QUALITY_WORDS = {
  'runs.mixture.title': { en: 'Models beside the autoencoder', ko: '오토인코더와 함께 쓰는 모델' },
  'runs.mixture.byValidation': {
    en: 'Chosen on {profiles} of the validation part: without other models the lists score {alone} there, with these {mixed}.',
    ko: '검증용 데이터의 {profiles}으로 골랐습니다. 다른 모델 없이는 {alone}점, 함께 쓰면 {mixed}점입니다.',
  },
  'runs.mixture.byFewTitles': {
    en: 'Chosen on {profiles} of the validation part, with whole histories and with {shown} titles of each: without other models the lists score {alone} there, with these {mixed}.',
    ko: '검증용 데이터의 {profiles}으로, 시청 기록 전체를 볼 때와 작품 {shown}편만 볼 때를 함께 따져 골랐습니다. 다른 모델 없이는 {alone}점, 함께 쓰면 {mixed}점입니다.',
  },
  'runs.mixture.byWindows': {
    en: 'Chosen on {profiles} of windows in time, with a linear model in place of the autoencoder: without other models the lists score {alone} there, with these {mixed}.',
    ko: '시간순 구간의 {profiles}으로, 오토인코더 대신 선형 모델을 두고 골랐습니다. 다른 모델 없이는 {alone}점, 함께 쓰면 {mixed}점입니다.',
  },
  'runs.mixture.taken': {
    en: 'A model is taken only where it raises the score beyond chance, and by more than it costs.',
    ko: '우연으로 보기 어려울 만큼, 그리고 드는 비용보다 크게 점수를 올리는 모델만 함께 씁니다.',
  },
  'runs.mixture.adds': {
    en: 'On the hold-out the autoencoder adds {gain} to what the other models score alone (95%: {range}).',
    ko: '평가 데이터에서 오토인코더는 다른 모델만 쓸 때보다 점수를 {gain} 올립니다(95%: {range}).',
  },
  'runs.mixture.takes': {
    en: 'On the hold-out the other models score better without the autoencoder: it changes their score by {gain} (95%: {range}).',
    ko: '평가 데이터에서는 오토인코더 없이 다른 모델만 쓰는 편이 낫습니다. 오토인코더를 더하면 점수가 {gain} 달라집니다(95%: {range}).',
  },
  'runs.mixture.level': {
    en: 'On the hold-out the autoencoder adds nothing beyond chance to the other models: {gain} (95%: {range}).',
    ko: '평가 데이터에서 오토인코더가 다른 모델에 더해 주는 점수는 우연일 수 있습니다: {gain}(95%: {range}).',
  },
  'runs.mixture.model': { en: 'Model', ko: '모델' },
  'runs.mixture.score': { en: 'Best score with it alone', ko: '이 모델만 함께 쓸 때 최고 점수' },
  'runs.mixture.gain': { en: 'Gain', ko: '상승' },
  'runs.mixture.share': { en: 'Share in this model', ko: '이 모델에서의 비율' },
  'runs.mixture.notTaken': { en: 'not taken', ko: '쓰지 않음' },
  'charts.gains.title': { en: 'What the autoencoder adds, by group', ko: '그룹별로 오토인코더가 더하는 점수' },
  'charts.gains.summary': {
    en: 'It adds most for “{most}” ({mostGain}) and least for “{least}” ({leastGain}).',
    ko: '가장 많이 더하는 그룹은 ‘{most}’({mostGain}), 가장 적게 더하는 그룹은 ‘{least}’({leastGain})입니다.',
  },
  'charts.gains.axis': { en: 'Added score', ko: '더해진 점수' },
  'charts.groups.title': { en: 'Score of each group', ko: '그룹별 점수' },
  'charts.groups.summary': {
    en: 'Lists fit “{best}” best ({bestScore}) and “{worst}” least ({worstScore}); all children together score {all}.',
    ko: '목록이 가장 잘 맞는 그룹은 ‘{best}’({bestScore}), 가장 덜 맞는 그룹은 ‘{worst}’({worstScore})입니다. 전체 아이의 점수는 {all}입니다.',
  },
  'charts.groups.summaryOfLarge': {
    en: 'Of the groups of {fewest} children or more, lists fit “{best}” best ({bestScore}) and “{worst}” least ({worstScore}); all children together score {all}.',
    ko: '아이가 {fewest}명 이상인 그룹 가운데 목록이 가장 잘 맞는 그룹은 ‘{best}’({bestScore}), 가장 덜 맞는 그룹은 ‘{worst}’({worstScore})입니다. 전체 아이의 점수는 {all}입니다.',
  },
  'charts.groups.tip': {
    en: '{name}\nscore {score}, 95%: {range}\n{profiles}',
    ko: '{name}\n점수 {score}, 95%: {range}\n{profiles}',
  },
  'charts.lists': { en: 'What its lists are like', ko: '추천 목록의 특징' },
  'charts.shares.title': { en: 'Watched and recommended by {attribute}', ko: '{attribute}별 시청과 추천' },
  'charts.shares.summary': {
    en: 'Lists of {profiles} have more of “{more}” ({moreRecommended}, watched {moreWatched}) and less of “{less}” ({lessRecommended}, watched {lessWatched}).',
    ko: '{profiles}의 목록에서 시청보다 많이 추천한 것은 ‘{more}’(추천 {moreRecommended}, 시청 {moreWatched}), 적게 추천한 것은 ‘{less}’(추천 {lessRecommended}, 시청 {lessWatched})입니다.',
  },
  'charts.shares.same': {
    en: 'Lists of {profiles} have the shares that were watched.',
    ko: '{profiles}의 목록에서 추천 비율은 시청 비율과 비슷합니다.',
  },
  'charts.shares.axis': { en: 'Mean share of a child', ko: '아이별 비율의 평균' },
  'charts.shares.watched': { en: 'watched', ko: '시청' },
  'charts.shares.recommended': { en: 'recommended', ko: '추천' },
  'charts.shares.tip': {
    en: '{label}\n{watched} watched\n{recommended} recommended',
    ko: '{label}\n시청 {watched}\n추천 {recommended}',
  },
  'charts.shares.rest': { en: 'all others', ko: '나머지' },
  'charts.shares.whom': { en: 'Ages', ko: '나이' },
  'charts.shares.allAges': { en: 'All ages', ko: '모든 나이' },
  'charts.shares.age': { en: 'Age {age}', ko: '{age}세' },
  'charts.shares.ages': { en: '{from}–{to}', ko: '{from}–{to}세' },
  'charts.tail.title': { en: 'From popular to rare', ko: '인기 작품부터 드문 작품까지' },
  'charts.tail.summary': {
    en: 'The more popular half ({titles} titles) makes up {watched} of what is watched and {recommended} of what is recommended.',
    ko: '인기 상위 절반(작품 {titles}편)이 시청의 {watched}, 추천의 {recommended}를 차지합니다.',
  },
  'charts.tail.watched': { en: 'watched', ko: '시청' },
  'charts.tail.recommended': { en: 'recommended', ko: '추천' },
  'charts.tail.axis': { en: 'Titles by popularity', ko: '인기 순위' },
  'charts.tail.share': { en: 'Share', ko: '비율' },
  'charts.tail.place': { en: 'title {from}', ko: '{from}위' },
  'charts.tail.places': { en: 'titles {from} to {to}', ko: '{from}–{to}위' },
  'charts.tail.tip': {
    en: '{titles}\n{watched} of what is watched\n{recommended} of what is recommended',
    ko: '{titles}\n시청의 {watched}\n추천의 {recommended}',
  },
  'charts.diversity.groupsTitle': {
    en: 'Different values of {attribute} in a list',
    ko: '목록 하나에 담긴 {attribute} 수',
  },
  'charts.diversity.groupsSummary': {
    en: 'On average a list of {length} has {mean} different values of {attribute}.',
    ko: '{length}개짜리 목록 하나에 {attribute} 값이 평균 {mean}가지 들어 있습니다.',
  },
  'charts.diversity.groupsAxis': { en: 'Different values of {attribute}', ko: '서로 다른 {attribute} 수' },
  'charts.diversity.rarerTitle': { en: 'Rarer titles in a list', ko: '목록 속 드문 작품' },
  'charts.diversity.rarerSummary': {
    en: 'On average {mean} of a list is from the rarer half of the titles.',
    ko: '목록의 평균 {mean}가 인기 하위 절반의 작품입니다.',
  },
  'charts.diversity.rarerAxis': { en: 'Share from the rarer half', ko: '인기 하위 절반의 비율' },
  'charts.diversity.lists': { en: 'Lists', ko: '목록 수' },
  'charts.diversity.range': { en: '{from} to {to}', ko: '{from} ~ {to}' },
  'charts.diversity.tip': { en: '{axis}: {name}\n{count} {count|list|lists}', ko: '{axis}: {name}\n목록 {count}개' },
  'charts.hits.title': { en: 'Hits by place in the list', ko: '목록 순위별 적중' },
  'charts.hits.summary': {
    en: 'Test lists found {all} of {targets} held-out titles, {first} of them in the first {places} places.',
    ko: '평가 목록은 평가 데이터의 작품 {targets}편 중 {all}편을 맞혔고, 그중 {first}편이 {places}위 안에 있습니다.',
  },
  'charts.hits.rank': { en: 'Place', ko: '순위' },
  'charts.hits.hits': { en: 'Hits', ko: '적중' },
  'charts.hits.share': { en: 'Share of the lists', ko: '목록 중 비율' },
  'charts.hits.tip': {
    en: 'place {rank}\n{hits} hits\nin {share} of the test lists',
    ko: '{rank}위\n적중 {hits}개\n평가 목록의 {share}',
  },
  'runs.scores': { en: 'Scores', ko: '점수' },
  'runs.scoresHelp': {
    en: 'On a hold-out that the model has not seen: {count} {count|child|children}.',
    ko: '모델이 보지 않은 평가 데이터 기준: 아이 {count}명.',
  },
  'runs.good.failed': {
    en: 'This model cannot be compared with the popular list',
    ko: '인기 목록과 비교하지 못했습니다',
  },
  'runs.good.popularBetter': {
    en: '{times} times as good as one list of the most popular titles for everyone (95% interval: {low} to {high}).',
    ko: '인기 목록보다 {times}배 잘 맞힙니다(95%: {low}~{high}배).',
  },
  'runs.good.popularEven': {
    en: 'Not clearly better than one list of the most popular titles for everyone: {times} times its score (95% interval: {low} to {high}).',
    ko: '인기 목록보다 확실히 낫다고 할 수 없습니다(점수 {times}배, 95%: {low}~{high}배).',
  },
  'runs.good.popularWorse': {
    en: 'Worse than one list of the most popular titles for everyone: {times} times its score (95% interval: {low} to {high}).',
    ko: '인기 목록보다 못합니다(점수 {times}배, 95%: {low}~{high}배).',
  },
  'runs.good.popularOnly': {
    en: 'One list of the most popular titles for everyone has a score of {score}.',
    ko: '인기 목록의 점수는 {score}입니다.',
  },
  'runs.good.rival.better': {
    en: 'Surely better than {name}: {mean} (95% interval: {low} to {high}).',
    ko: '{name}보다 확실히 낫습니다. 점수 차이는 {mean}입니다(95% 신뢰 구간 {low}~{high}).',
  },
  'runs.good.rival.worse': {
    en: 'Surely worse than {name}: {mean} (95% interval: {low} to {high}).',
    ko: '{name}보다 확실히 못합니다. 점수 차이는 {mean}입니다(95% 신뢰 구간 {low}~{high}).',
  },
  'runs.good.rival.same': {
    en: 'About the same as {name}: {mean} (95% interval: {low} to {high}).',
    ko: '{name}과(와) 비슷합니다. 점수 차이는 {mean}입니다(95% 신뢰 구간 {low}~{high}).',
  },
  'runs.good.openRival': { en: 'See that model', ko: '그 모델 보기' },
} as const satisfies Templates;
