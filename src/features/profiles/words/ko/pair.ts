import type { pair as source } from '../en/pair';
import type { Strings } from '../../../../shared/words/strings';

export const pair: Strings<typeof source> = {
  title: '프로필 {{left}}, {{right}}',
  attribute: '속성',
  same: '비교',
  isSame: '= 같음',
  isShared: '= {{values}}',
  differs: '다름',
  sharedHistory_other: '둘 다 시청한 콘텐츠 {{count, number}}개',
  historyOf: '프로필 {{profile}} ({{count, number}})',
  sharedList: '추천 {{of, number}}개 중 {{count, number}}개가 같습니다.',
  listOf: '프로필 {{profile}}',
  otherRank: '다른 쪽 {{rank, number}}위',
  both: '공통',
};
