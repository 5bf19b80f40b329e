/** Why a title is not in a list. */
export const whyNot = {
  title: 'Why not',
  search: 'Why is a title not here? (Shift+W)',
  reasons: {
    listed: 'It is in the list, at rank {{rank, number}}.',
    watched: 'It is left out because this profile has watched it.',
    'not-learned': 'The model has no score for it: the run was trained without it.',
    'ruled-out': 'It would be at rank {{rank, number}}, but for the rules.',
    outranked: 'Rank {{rank, number}}. The list ends at {{places, number}}.',
  },
  rules: 'The rules',
  ruledRank: 'Under the saved rules it is in the list, at rank {{rank, number}}.',
  outBy: 'The rule “{{name}}” keeps it out.',
  withoutRules: 'Without: {{names}}',
  movedUp_one: 'Moved up by {{count, number}} place',
  movedUp_other: 'Moved up by {{count, number}} places',
  noRules_one: 'No change of the rules brings it in ({{count, number}} was tried).',
  noRules_other: 'No change of the rules brings it in ({{count, number}} were tried).',
  openRules: 'Open Rules',
  newRank:
    'New titles that suit this profile: {{suiting, number}}. This is number {{rank, number}}. A rule “New titles” with that many places brings it in, where no other rule is in the way.',
  newTooFar:
    'New titles that suit this profile: {{suiting, number}}. This is number {{rank, number}}. No list has so many places.',
  newChange:
    'It does not suit this profile. Had it watched “{{title}}”, this would be new title number {{rank, number}}.',
  newNowhere: 'It can come into no list: nothing that is known of it is true of a title that was watched.',
  scores: 'Its score is {{score}}; the last place of the list has {{needed}}.',
  change: 'What would bring it in',
  others: 'Or',
  added: 'Watched as well: {{title}}',
  removed: 'Not watched: {{title}}',
  attribute: '{{name}}: {{value}} in place of {{before}}',
  outcome: 'Then rank {{rank, number}}; {{stay, number}} of {{places, number}} titles stay.',
  try: 'Try it',
  tried_one: 'Found among {{count, number}} change that was tried. A smaller one may have been missed.',
  tried_other: 'The smallest of {{count, number}} changes that were tried. One that was not tried may be smaller.',
  none_one: 'Nothing that was tried brings it in ({{count, number}} change).',
  none_other:
    'Nothing that was tried brings it in: {{count, number}} changes of the history and the attributes, one at a time and the nearest two at a time.',
};
