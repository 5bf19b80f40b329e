import type { outcome as source } from './en';
import type { Strings } from '../../../shared/words/strings';

export const outcome: Strings<typeof source> = {
  title: '내보낸 목록의 결과',
  help: '목록을 만든 뒤 프로필이 처음 본 콘텐츠 가운데 목록에 있던 것이 얼마나 되는지입니다.',
  exportedAt: '{{moment}}에 내보냄: {{formats}}',
  tuned: '조정',
  judged_other:
    '내보낸 프로필 {{exported, number}}개 중 {{count, number}}개가 새 콘텐츠를 보았습니다. 시청 기간 {{period}}, 데이터 {{data}}.',
  others: {
    withoutNew_other: '새로 본 것 없음 {{count, number}}개',
    unknown_other: '그 데이터에 없음 {{count, number}}개',
    forgotten_other: '완전히 삭제됨 {{count, number}}개',
  },
  viewings_other: '처음 본 콘텐츠는 {{count, number}}건이고 그중 {{listed, number}}건이 목록에 있었습니다.',
  ofNewTitles_other: '{{count, number}}건은 추천 모델이 모르던 콘텐츠입니다.',
  late_other: '{{count, number}}건은 추천 모델의 데이터가 끝나기 전 시청인데 늦게 들어왔습니다.',
  notCompared: '파일의 가명을 원래 ID로 바꾸어 내보냈으므로 이 목록과 대조하지 못했습니다.',
  recall: '맞힌 비율(Recall@25)',
  hits: '하나라도 맞힌 프로필',
  figureNote: '95%: {{range}}',
  popularNote: '인기 콘텐츠: {{popular}}',
  ahead: '인기 콘텐츠 목록보다 확실히 좋습니다. 맞힌 비율의 차이 {{difference}}.',
  behind: '인기 콘텐츠 목록보다 확실히 못합니다. 맞힌 비율의 차이 {{difference}}.',
  noDifference: '인기 콘텐츠 목록과 뚜렷한 차이가 없습니다. 맞힌 비율의 차이 {{difference}}.',
  tooFew: '프로필이 적어 인기 콘텐츠 목록과 견주어 말하기 어렵습니다. 맞힌 비율의 차이 {{difference}}.',
  difference: '{{mean}}({{low}} ~ {{high}})',
  differenceColumn: '차이',
  found: '맞힌 비율',
  popular: '인기 콘텐츠',
  interval: '내보낸 목록과 95% 신뢰 구간',
  exported: '내보낸 때',
  watchedFrom: '시청 시작일',
  watchedFromTo: '시청 기간',
  tip: '{{name}}\n맞힌 비율 {{found}}, 95%: {{range}}\n인기 콘텐츠 {{popular}}\n{{profiles}}',
  showGroups: '그룹별로 보기',
  groups: {
    title: '그룹별 맞힌 비율',
    summary: '목록은 맞힐 수 있는 것의 {{all}}를 맞혔고, 인기 콘텐츠 목록이었다면 {{popular}}를 맞혔을 것입니다.',
    better: '인기 콘텐츠보다 확실히 좋은 그룹: {{groups}}.',
    worse: '인기 콘텐츠보다 확실히 못한 그룹: {{groups}}.',
    neither: '프로필이 20개 이상인 그룹 중 차이가 확실한 그룹은 없습니다.',
  },
  curve: {
    title: '내보낼 때마다의 결과',
    summary:
      '모든 추천 모델의 내보내기 {{count, number}}건 중 {{ahead, number}}건이 인기 콘텐츠보다 확실히 좋았습니다. 첫 번째는 {{first}}, 마지막은 {{last}}를 맞혔습니다.',
    make: '모든 내보내기와 비교',
    none: '아직 결과를 알 수 있는 다른 내보내기가 없습니다.',
  },
};
