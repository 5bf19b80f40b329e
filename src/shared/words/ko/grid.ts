import type { grid as source } from '../en/grid';
import type { Strings } from '../strings';

export const grid: Strings<typeof source> = {
  ariaSortableColumn: 'Enter 키를 누르면 정렬합니다',
  ariaRowSelect: '스페이스 키를 누르면 이 행을 선택합니다',
  ariaRowDeselect: '스페이스 키를 누르면 이 행의 선택을 해제합니다',
  ariaRowIndex: '{{v0}}행',
  loadingOoo: '불러오는 중...',
  loadingError: '읽지 못했습니다',
  noRowsToShow: '표시할 행이 없습니다',
  overlayLoading: '불러오는 중',
};
