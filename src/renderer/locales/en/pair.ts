export const pair = {
  title: 'Profiles {{left}} and {{right}}',
  attribute: 'Attribute',
  same: 'In common',
  isSame: '= same',
  differs: 'differs',
  sharedHistory_one: '{{count, number}} title watched by both.',
  sharedHistory_other: '{{count, number}} titles watched by both.',
  historyOf: 'Profile {{profile}} ({{count, number}})',
  sharedList: '{{count, number}} of {{of, number}} titles are recommended to both.',
  listOf: 'Profile {{profile}}',
  otherRank: 'other: rank {{rank, number}}',
  both: 'both',
};
