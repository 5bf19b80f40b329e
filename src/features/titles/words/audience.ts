/** To whom titles are recommended, why, and what it would take to reach more. */
import type { Templates } from '../../../shared/words/templates';

export const AUDIENCE_WORDS = {
  'titles.none-asked': { en: 'No title of {data} matches.', ko: '{data}: 조건에 맞는 작품이 없습니다.' },
  'titles.no-series': {
    en: 'There is no series {series} in {data}.',
    ko: '{data}: 시리즈 {series}을(를) 찾을 수 없습니다.',
  },
  'titles.more-than-all': {
    en: '{wanted} children cannot be reached: there are {all}.',
    ko: '아이는 모두 {all}명이므로 {wanted}명을 목표로 할 수 없습니다.',
  },
  'titles.only-with-audience': {
    en: '{option} goes with --audience.',
    ko: '{option} 옵션은 --audience와 함께 쓰세요.',
  },
  'titles.which-title': {
    en: 'Name titles with --title ID, or series with --series NAME.',
    ko: '--title ID로 작품을 지정하거나 --series NAME으로 시리즈를 지정하세요.',
  },
  'titles.one-title': {
    en: 'Several titles, and series, are asked about with --audience.',
    ko: '여러 작품이나 시리즈는 --audience와 함께 물어보세요.',
  },
  'audience.together': { en: 'Who gets these {count}', ko: '이 {count}편을 추천받는 아이' },
  'audience.togetherOf': { en: '{count} titles as one', ko: '작품 {count}편을 한꺼번에' },
  'audience.togetherClose': { en: 'Close these titles', ko: '이 작품들 닫기' },
  'audience.asked': { en: 'Which titles', ko: '대상' },
  'audience.ofTitle': { en: 'This title', ko: '이 작품' },
  'audience.ofSeries': { en: 'Whole series', ko: '시리즈 전체' },
  'audience.reached': {
    en: '{count} of {all} children get it, at place {place} on average.',
    ko: '{all}명 중 {count}명이 추천받습니다. 평균 {place}위입니다.',
  },
  'audience.seriesReached': {
    en: '{count} of {all} children get one of the {titles} titles, the best at place {place} on average.',
    ko: '{all}명 중 {count}명이 {titles}편 가운데 하나 이상을 추천받습니다. 가장 높은 순위는 평균 {place}위입니다.',
  },
  'audience.notReached': { en: 'No child gets it.', ko: '추천받는 아이가 없습니다.' },
  'audience.asRanked': { en: 'Without rules: {count}.', ko: '규칙이 없으면 {count}개입니다.' },
  'audience.places': { en: 'At which places', ko: '추천 순위 분포' },
  'audience.placesSummary': {
    en: 'Half of the lists that have it show it within the first {place} {place|place|places}.',
    ko: '추천받는 목록의 절반에서 {place}위 안에 있습니다.',
  },
  'audience.place': { en: 'Place in the list', ko: '목록 순위' },
  'audience.lists': { en: 'Lists', ko: '목록 수' },
  'audience.placeTip': { en: 'Place {place}\n{count} {count|list|lists}', ko: '{place}위\n목록 {count}개' },
  'audience.by': { en: 'Broken down by', ko: '구분 기준' },
  'audience.bySegment': { en: 'Segment', ko: '세그먼트' },
  'audience.byTaste': { en: 'Similar taste (map)', ko: '취향 그룹(지도)' },
  'audience.group': { en: 'Group', ko: '그룹' },
  'audience.share': { en: 'Get it', ko: '추천받음' },
  'audience.suitedShare': { en: 'It suits', ko: '어울림' },
  'audience.shareOf': { en: '{count} of {all}', ko: '{all}개 중 {count}개' },
  'audience.others': {
    en: '{count} more {count|value|values}, with fewer children.',
    ko: '아이가 더 적은 값 {count}개는 생략했습니다.',
  },
  'audience.noSegments': {
    en: 'No segment is saved yet. Save a filter as one on Children.',
    ko: '저장한 세그먼트가 없습니다. 아이 화면에서 필터를 세그먼트로 저장하세요.',
  },
  'audience.toProfiles': { en: 'Open Children', ko: '아이 화면 열기' },
  'audience.noMap': {
    en: 'This model has no layout of its children yet. Choose “Make the layout” on Map.',
    ko: '이 모델에는 아직 아이 배치가 없습니다. 취향 지도 화면에서 ‘배치 계산하기’를 누르세요.',
  },
  'audience.why': { en: 'Why they get it', ko: '추천되는 이유' },
  'audience.whyAll': {
    en: 'What adds to its score, on average over all {count} children that get it.',
    ko: '추천받는 아이 {count}명에게서 무엇이 점수를 올리는지 평균으로 보여 줍니다.',
  },
  'audience.whySample': {
    en: 'What adds to its score, on average over {count} children drawn from the {all} that get it.',
    ko: '추천받는 아이 {all}명 중 무작위로 고른 {count}명에게서 무엇이 점수를 올리는지 평균으로 보여 줍니다.',
  },
  'audience.whyShared': { en: 'Other parts of the score', ko: '그 밖의 점수 항목' },
  'audience.whyScale': { en: 'Adjustment to each child', ko: '아이마다 맞춘 보정' },
  'audience.suits': { en: 'Whom it would suit', ko: '어울릴 아이' },
  'audience.suitsCount': {
    en: 'It was not watched yet. It suits {count} of {all} children, by what they watched of the titles most like it.',
    ko: '아직 시청 기록이 없습니다. 가장 비슷한 작품을 본 이력으로 보면 아이 {all}명 중 {count}명에게 어울립니다.',
  },
  'audience.suitsNext': {
    en: '{count} of them watched the episode before.',
    ko: '그중 {count}개는 바로 앞 회차를 보았습니다.',
  },
  'audience.suitsNone': {
    en: 'It was not watched yet, and suits no child: no child watched a title like it, or the episode before.',
    ko: '아직 시청 기록이 없고, 비슷한 작품이나 바로 앞 회차를 본 아이도 없어 어울리는 아이가 없습니다.',
  },
  'audience.strength': { en: 'How well it suits', ko: '어울리는 정도' },
  'audience.strengthSummary': {
    en: '{count} watched at least half of what it is like, weighted by likeness.',
    ko: '{count}명은 비슷한 작품의 절반 이상을 보았습니다(비슷한 정도로 가중).',
  },
  'audience.strengthAxis': { en: 'Share of similar titles watched', ko: '비슷한 작품을 본 비율' },
  'audience.profiles': { en: 'Children', ko: '아이 수' },
  'audience.strengthTip': { en: '{from} to {to}\n{profiles}', ko: '{from} ~ {to}\n{profiles}' },
  'audience.sure': {
    en: 'How sure that is: on the hold-out, {found} of {places} places that such titles got were watched.',
    ko: '얼마나 확실한가: 평가 데이터에서 신작에 준 자리 {places}개 중 {found}개가 실제로 시청되었습니다.',
  },
  'audience.sureUnknown': {
    en: 'It is not known how sure that is: the model keeps no lists of its hold-out, or no test child watched a new title there.',
    ko: '얼마나 확실한지는 알 수 없습니다. 평가 목록이 없거나 평가 데이터에서 신작이 시청되지 않았습니다.',
  },
  'audience.suitedNote': {
    en: 'Those it suits best first, at most 50. The share is how many of the titles most like it a child watched.',
    ko: '잘 어울리는 순으로 최대 50명입니다. 비율은 가장 비슷한 작품을 본 비율입니다.',
  },
  'audience.suitsRule': { en: 'Give it a place in their lists', ko: '이 아이들의 목록에 자리 주기' },
  'audience.moreProfiles': { en: 'Show {count}', ko: '{count}명 보기' },
  'audience.allInProfiles': { en: 'List all {count} in Children', ko: '아이 화면에서 {count}명 모두 보기' },
  'audience.reach': { en: 'Reach more children', ko: '더 많은 아이에게 추천하기' },
  'audience.reachWhom': { en: 'Whom', ko: '누구에게' },
  'audience.reachAny': { en: 'Any children', ko: '누구든' },
  'audience.reachCount': { en: 'How many in all', ko: '모두 몇 명' },
  'audience.reachHave': { en: '{now} now', ko: '지금 {now}명' },
  'audience.reachAsk': { en: 'See what it takes', ko: '방법 찾기' },
  'audience.reachNow': {
    en: '{now} have it now; wanted: {wanted}.',
    ko: '지금은 {now}명이 추천받습니다. 목표는 {wanted}명입니다.',
  },
  'audience.reachDone': { en: 'That many have it already.', ko: '이미 목표만큼 추천되고 있습니다.' },
  'audience.reachNone': {
    en: 'No rule brings it into more lists.',
    ko: '더 많은 목록에 넣을 수 있는 규칙이 없습니다.',
  },
  'audience.reachSuits': {
    en: 'Nobody has watched it yet, so it goes only to children whom it suits. Once some have and a model has learned from that, a rule can keep it in any list.',
    ko: '아직 아무도 보지 않은 작품이라 어울리는 아이에게만 갑니다. 누군가 보고 모델을 다시 학습하면 규칙으로 어느 목록에나 둘 수 있습니다.',
  },
  'audience.reachWatched': {
    en: '{count} watched it already; their lists leave it out.',
    ko: '{count}명은 이미 봐서 목록에 넣지 않습니다.',
  },
  'audience.reachWider': {
    en: 'A rule cannot say everything that this segment is made of, so these rules are for more children.',
    ko: '이 세그먼트의 조건 일부는 규칙에 쓸 수 없어, 규칙이 더 많은 아이에게 적용됩니다.',
  },
  'audience.reaches': {
    en: '{reached} get it then; {changed} lists change.',
    ko: '{reached}명에게 갑니다. {changed}명의 목록이 바뀝니다.',
  },
  'audience.reachesShort': {
    en: 'Only {reached} of the {wanted} wanted get it; {changed} lists change.',
    ko: '{wanted}명 중 {reached}명에게만 갑니다. {changed}명의 목록이 바뀝니다.',
  },
  'audience.notKept': { en: 'Not kept in {count} {count|list|lists}.', ko: '{count}명의 목록에는 적용하지 못합니다.' },
  'audience.makeRule': { en: 'Make it a rule', ko: '규칙으로 만들기' },
  'audience.makeThisRule': { en: 'Make it a rule: {rule}', ko: '규칙으로 만들기: {rule}' },
} as const satisfies Templates;
