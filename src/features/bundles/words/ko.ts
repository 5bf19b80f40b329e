import type { bundles as source } from './en';
import type { Strings } from '../../../shared/words/strings';

export const bundles: Strings<typeof source> = {
  question: '이 모델 파일을 열까요?',
  lead: '파일에 적힌 내용입니다. 아직 아무것도 가져오지 않았습니다.',
  trust:
    '해시는 파일이 온전하다는 것만 보여 주고 누가 만들었는지는 알려 주지 않습니다. 믿을 수 있는 곳에서 받은 파일만 여세요.',
  file: '파일',
  run: '추천 모델',
  trained: '학습',
  trainedWith: '{{when}}, Shelfwise {{version}}',
  data: '데이터 세트',
  dataInIt: '{{name}}: 파일에 들어 있습니다',
  dataHere: '{{name}}: 파일에는 없지만 이 작업 공간에 있습니다',
  dataMissing: '{{name}}: 파일에 없습니다. 목록을 보고 검증하려면 그 폴더를 여세요.',
  profiles: '프로필',
  profilesInIt: '{{number}}개, 시청 이력과 목록 포함',
  titles: '콘텐츠',
  rules: '규칙',
  rulesInIt_other: '가져올 규칙 {{count, number}}개. 열어도 여기 규칙은 바뀌지 않습니다.',
  approved: '승인',
  approvedInIt: '누가 언제 왜 승인했는지가 들어 있습니다',
  notes: '메모',
  notesInIt_other: '프로필 {{count, number}}개에 대한 메모. 여기 있는 메모는 그대로 둡니다.',
  maps: '지도',
  mapsInIt: '들어 있습니다',
  size: '크기',
  sizeUnpacked: '{{packed}}, 작업 공간에서는 {{unpacked}}',
  completes: '이 추천 모델은 데이터 없이 이미 있습니다. 모델 파일을 열면 데이터가 채워집니다.',
  open: '모델 파일 열기',
  same: '모델 파일과 똑같은 추천 모델이 이미 있습니다. 바뀐 것은 없습니다.',
};
