/** What was before, and the way back to it. */
export const versions = {
  title: 'Earlier versions',
  compare: 'Compare',
  of: 'Earlier versions of {{name}}',
  none: 'There is no earlier version yet.',
  current: 'In use',
  use: 'Use this one',
  undo: 'Undo',
  undoFailed: 'This could not be undone',
  emptyNote: 'No note',
  otherValues: '{{name}} (other values)',
  removedTuning: 'The tuning “{{name}}” was removed.',
  removedSegment: 'The segment “{{name}}” was removed.',
};
