/** Why a title is not in a list. */
export const whyNot = {
  title: 'Why not',
  search: 'Why is a title not here? (Shift+W)',
  reasons: {
    listed: 'It is in the list, at rank {{rank, number}}.',
    watched: 'It is left out because this profile has watched it.',
    'not-learned': 'It cannot be recommended: nobody had watched it when the run was trained.',
    outranked: 'Rank {{rank, number}}. The list ends at {{places, number}}.',
  },
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
