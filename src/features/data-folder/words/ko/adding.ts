import type { adding as source } from '../en/adding';
import type { Strings } from '../../../../shared/words/strings';

export const adding: Strings<typeof source> = {
  button: '데이터 추가',
  running: '새 데이터를 추가하는 중',
  runningBody:
    '다른 화면에서 계속 작업할 수 있습니다. 지금의 데이터 세트는 그대로 두고 새 데이터 세트를 만듭니다. 중지하면 중간 결과는 남지 않습니다.',
  stopped: '추가를 중지했습니다. 저장한 내용은 없습니다.',
  another: '다른 폴더 추가',
  close: '닫기',
  title: '‘{{name}}’에서 추가된 내용',
  same: '이 폴더에는 새로운 내용이 없습니다. 데이터 세트는 그대로입니다.',
  made: '이전 데이터에 새 내용을 더한 새 데이터 세트입니다. 같은 기록은 한 번만 셉니다.',
  newProfiles: '새 프로필',
  newTitles: '새 콘텐츠',
  newViewings: '새 시청',
  ofNow: '현재 {{count, number}}',
  table: '추가된 행',
  kind: '종류',
  before: '이전',
  added: '새 행',
  duplicates: '이미 있음',
  rejected: '제외됨',
  steady: '분포가 달라진 속성이 없습니다. 값의 비율이 이전과 같습니다.',
  drifted: '분포가 달라진 속성',
  driftedHelp:
    '이전 데이터와 추가된 데이터에서 각 값이 차지하는 비율입니다. 지수는 모집단 안정성 지수(PSI)이며, 0.2 이상이면서 우연으로 보기 어려운 기준을 넘을 때만 표시합니다.',
  profile: '프로필의 {{attribute}}',
  item: '콘텐츠의 {{attribute}}(시청 기준)',
  index: '지수 {{index}}, 기준 {{limit}}',
  moved: '{{value}}: 이전 {{before}}, 추가분 {{added}}',
  none: '값 없음',
  rare: '드문 값 전체',
  inexact:
    '이전 버전에서 만들었거나 모델 파일로 받은 데이터입니다. 저장된 내용이 모두 같으면 같은 기록으로 보았습니다. 정확한 결과가 필요하면 전체 데이터가 든 폴더를 읽으세요.',
};
