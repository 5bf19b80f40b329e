/** 이전 내용과 되돌리기. */
export const versions = {
  compare: '비교',
  title: '이전 버전',
  of: '{{name}}의 이전 버전',
  none: '아직 이전 버전이 없습니다.',
  current: '사용 중',
  use: '이 버전 사용',
  undo: '되돌리기',
  undoFailed: '되돌리지 못했습니다',
  emptyNote: '메모 없음',
  otherValues: '{{name}} (다른 값)',
  removedTuning: '조정을 삭제했습니다: {{name}}',
  removedSegment: '세그먼트를 삭제했습니다: {{name}}',
};
