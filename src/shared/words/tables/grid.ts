/** What AG Grid says itself; each key is one of its own. */
import type { Templates } from '../templates';

export const GRID_WORDS = {
  'grid.columns': { en: 'Columns', ko: '열 선택' },
  'grid.columnsHidden': { en: 'Columns ({count} hidden)', ko: '열 선택(숨긴 열 {count}개)' },
  'grid.columnsFit': { en: 'Fit to width', ko: '너비에 맞추기' },
  'grid.ariaSortableColumn': { en: 'Press ENTER to sort', ko: 'Enter 키를 누르면 정렬합니다' },
  'grid.ariaRowSelect': { en: 'Press SPACE to select this row', ko: '스페이스 키를 누르면 이 행을 선택합니다' },
  'grid.ariaRowDeselect': {
    en: 'Press SPACE to deselect this row',
    ko: '스페이스 키를 누르면 이 행의 선택을 해제합니다',
  },
  'grid.ariaRowIndex': { en: 'Row {v0}', ko: '{v0}행' },
  'grid.loadingOoo': { en: 'Loading...', ko: '불러오는 중...' },
  'grid.loadingError': { en: 'Could not be read', ko: '읽지 못했습니다' },
  'grid.noRowsToShow': { en: 'No rows', ko: '표시할 행이 없습니다' },
  'grid.overlayLoading': { en: 'Loading', ko: '불러오는 중' },
} as const satisfies Templates;
