/** What of exported lists was then watched, and why lists cannot be judged by it. */
import type { Templates } from '../../shared/words/templates';

export const OUTCOME_WORDS = {
  'outcome.title': { en: 'How the exports did', ko: '내보낸 목록의 결과' },
  'outcome.help': {
    en: 'What children watched for the first time after their lists were made, and how much of it was in their lists.',
    ko: '목록을 만든 뒤 아이가 처음 본 작품 가운데 목록에 있던 것이 얼마나 되는지입니다.',
  },
  'outcome.exportedAt': { en: 'Exported on {moment}: {formats}', ko: '{moment}에 내보냄: {formats}' },
  'outcome.rules': { en: 'Rules: {rules}', ko: '규칙: {rules}' },
  'outcome.tuned': { en: 'tuned', ko: '조정' },
  'outcome.judged': {
    en: '{count} of {exported} exported children watched something new, {period} ({data}).',
    ko: '내보낸 아이 {exported}명 중 {count}명이 새 작품을 보았습니다. 시청 기간 {period}, 데이터 {data}.',
  },
  'outcome.others.withoutNew': { en: '{count} watched nothing new', ko: '새로 본 것 없음 {count}개' },
  'outcome.others.unknown': { en: '{count} {count|is|are} not in that data', ko: '그 데이터에 없음 {count}개' },
  'outcome.others.forgotten': { en: '{count} {count|was|were} forgotten', ko: '완전히 삭제됨 {count}개' },
  'outcome.ofNewTitles': {
    en: '{count} {count|was|were} of {count|a title|titles} that the model did not know.',
    ko: '{count}건은 모델이 모르던 작품입니다.',
  },
  'outcome.late': {
    en: '{count} came late: {count|it is|they are} older than the end of the data of the model.',
    ko: '{count}건은 모델의 데이터가 끝나기 전 시청인데 늦게 들어왔습니다.',
  },
  'outcome.notCompared': {
    en: 'The file has original IDs instead of pseudonyms, so it could not be compared with these lists.',
    ko: '파일의 가명을 원래 ID로 바꾸어 내보냈으므로 이 목록과 대조하지 못했습니다.',
  },
  'outcome.recall': {
    en: 'Found per child, on average (Recall@25)',
    ko: '아이마다 맞힌 비율의 평균(Recall@25)',
  },
  'outcome.hits': { en: 'Children with a hit', ko: '하나라도 맞힌 아이' },
  'outcome.figureNote': { en: '95%: {range}', ko: '95%: {range}' },
  'outcome.popularNote': { en: 'popular titles: {popular}', ko: '인기 작품: {popular}' },
  'outcome.ahead': {
    en: 'Surely better than the most popular titles. Difference of recall: {difference}.',
    ko: '인기 작품 목록보다 확실히 좋습니다. 맞힌 비율의 차이 {difference}.',
  },
  'outcome.behind': {
    en: 'Surely worse than the most popular titles. Difference of recall: {difference}.',
    ko: '인기 작품 목록보다 확실히 못합니다. 맞힌 비율의 차이 {difference}.',
  },
  'outcome.noDifference': {
    en: 'About the same as the most popular titles. Difference of recall: {difference}.',
    ko: '인기 작품 목록과 비슷합니다. 맞힌 비율의 차이 {difference}.',
  },
  'outcome.tooFew': {
    en: 'Too few children to compare the lists with the most popular titles. Difference of recall: {difference}.',
    ko: '아이가 너무 적어 인기 작품 목록과 비교하기 어렵습니다. 맞힌 비율의 차이 {difference}.',
  },
  'outcome.difference': { en: '{mean} ({low} to {high})', ko: '{mean}({low} ~ {high})' },
  'outcome.differenceColumn': { en: 'Difference', ko: '차이' },
  'outcome.found': { en: 'Found', ko: '맞힌 비율' },
  'outcome.popular': { en: 'popular titles', ko: '인기 작품' },
  'outcome.interval': { en: 'lists, with their 95% interval', ko: '내보낸 목록과 95% 신뢰 구간' },
  'outcome.exported': { en: 'Exported', ko: '내보낸 때' },
  'outcome.watchedFrom': { en: 'Watched from', ko: '시청 시작일' },
  'outcome.watchedFromTo': { en: 'Watched', ko: '시청 기간' },
  'outcome.tip': {
    en: '{name}\nfound {found}, 95%: {range}\npopular titles {popular}\n{profiles}',
    ko: '{name}\n맞힌 비율 {found}, 95%: {range}\n인기 작품 {popular}\n{profiles}',
  },
  'outcome.showGroups': { en: 'Show groups', ko: '그룹별로 보기' },
  'outcome.groups.title': { en: 'Found, by group', ko: '그룹별 맞힌 비율' },
  'outcome.groups.summary': {
    en: 'The lists found {all} of what could be found; the most popular titles would have found {popular}.',
    ko: '목록은 맞힐 수 있는 것의 {all}를 맞혔고, 인기 작품 목록이었다면 {popular}를 맞혔을 것입니다.',
  },
  'outcome.groups.better': {
    en: 'Surely better than those: {groups}.',
    ko: '인기 작품보다 확실히 좋은 그룹: {groups}.',
  },
  'outcome.groups.worse': {
    en: 'Surely worse than those: {groups}.',
    ko: '인기 작품보다 확실히 못한 그룹: {groups}.',
  },
  'outcome.groups.neither': {
    en: 'In every group of at least 20 children they are about the same.',
    ko: '아이가 20명 이상인 그룹은 모두 비슷합니다.',
  },
  'outcome.curve.title': { en: 'Export by export', ko: '내보낼 때마다의 결과' },
  'outcome.curve.summary': {
    en: 'Of {count} exports of all models, {ahead} did surely better than the most popular titles. The first found {first}, the last {last}.',
    ko: '모든 모델의 내보내기 {count}건 중 {ahead}건이 인기 작품보다 확실히 좋았습니다. 첫 번째는 {first}, 마지막은 {last}를 맞혔습니다.',
  },
  'outcome.curve.make': { en: 'Compare with all exports', ko: '모든 내보내기와 비교' },
  'outcome.curve.none': {
    en: 'No other export can be judged yet.',
    ko: '아직 결과를 알 수 있는 다른 내보내기가 없습니다.',
  },
  'outcome.no-newer-data': {
    en: 'No data set here holds the viewings of {data} and more. Add the next folder to it ("Add data", or import --add).',
    ko: '{data}의 시청 이력에 새 시청이 더해진 데이터가 없습니다. 다음 폴더를 추가하세요("데이터 추가" 또는 import --add).',
  },
  'outcome.same-data': {
    en: 'These lists were made from {data} itself. Choose data that has more viewings.',
    ko: '{data}: 이 추천 목록을 만든 바로 그 데이터입니다. 시청 이력이 더 있는 데이터를 고르세요.',
  },
  'outcome.other-pseudonyms': {
    en: 'The children of {data} and {newer} have pseudonyms of different keys, or only one of the two has pseudonyms, so no child can be matched.',
    ko: '{data}와(과) {newer}의 가명은 서로 다른 키로 만들었거나 한쪽에만 있어 같은 아이를 찾을 수 없습니다.',
  },
  'outcome.other-data': {
    en: '{newer} does not hold the viewings that these lists were made from ({data}): {missing} of {all} titles that children had watched are not in it. Choose data that was added to, or the whole folder.',
    ko: '{newer}에는 이 추천 목록을 만든 시청 이력({data})이 모두 들어 있지 않습니다. 아이가 본 작품 {all}건 가운데 {missing}건이 없습니다. 그 데이터에 추가한 데이터나 폴더 전체를 가져온 데이터를 고르세요.',
  },
  'outcome.nothing-watched': {
    en: 'In {newer}, none of the {profiles} exported children watched a title that it had not watched before.',
    ko: '{newer}: 내보낸 아이 {profiles}명 가운데 전에 보지 않은 작품을 본 아이가 없습니다.',
  },
  'outcome.no-export': {
    en: 'No export has a hash that begins with {hash}.',
    ko: '해시가 {hash}(으)로 시작하는 내보내기가 없습니다.',
  },
  'outcome.judge': { en: 'Work it out', ko: '결과 계산' },
  'outcome.judgeHelp': {
    en: 'The lists are made again and compared with newer data, for these children alone.',
    ko: '이 아이들의 목록만 다시 만들어 더 새로운 데이터와 비교합니다.',
  },
  'outcome.segment-without-run': {
    en: 'A segment belongs to the data of a model: outcome RUN --segment NAME.',
    ko: '세그먼트는 모델의 데이터에 속합니다: outcome RUN --segment NAME.',
  },
  'outcome.rules-without-run': {
    en: '--rules goes with a model: outcome RUN --rules FILE.',
    ko: '--rules는 모델과 함께 씁니다: outcome RUN --rules FILE.',
  },
} as const satisfies Templates;
