/** How firmly lists stand. */
export const stability = {
  title: 'Stability of the lists',
  help: 'How much of a list stays when a part of the history is missing. A list that changes a lot hangs on single viewings.',
  measure: 'Measure',
  measureAgain: 'Measure again',
  measureAll: 'Measure all profiles',
  none: 'Not measured yet.',
  stopped: 'The measurement was stopped. What was measured before still stands.',
  empty: 'No profile has a history, so nothing can be hidden.',
  mean: 'Stays of a list',
  interval: '95% interval: {{low}} to {{high}}',
  shaky: 'Shaky lists',
  shakyHelp: 'less than {{share}} stays',
  shakyLink_one: 'Show the {{count, number}} shaky list',
  shakyLink_other: 'Show the {{count, number}} shaky lists',
  measured: {
    all_one: 'Measured on {{count, number}} profile, all that have a history. {{noise}}',
    all_other: 'Measured on all {{count, number}} profiles that have a history. {{noise}}',
    some_one: 'Measured on {{count, number}} of {{of, number}} profiles with a history, drawn at random. {{noise}}',
    some_other: 'Measured on {{count, number}} of {{of, number}} profiles with a history, drawn at random. {{noise}}',
  },
  noise: {
    own: 'Each history was copied {{copies, number}} times, and {{hidden}} of every copy was hidden, as in training.',
    drawn:
      'Each history was copied {{copies, number}} times, and {{hidden}} or more of every copy was hidden, as in training.',
    other: 'Each history was copied {{copies, number}} times, and {{hidden}} of every copy was hidden.',
  },
  profile: 'Shakiest lists',
  watched: 'Titles watched',
  stays: 'Stays',
  list: '{{share}} of this list stays when {{hidden}} of the history is hidden at random',
  listDrawn: '{{share}} of this list stays when {{hidden}} or more of the history is hidden at random',
  item: 'stays {{share}}',
  range: '{{low}} to {{high}}',
  itemHelp:
    'In {{share}} of {{copies, number}} copies of the history with titles hidden, this title is in the list (95%: {{low}} to {{high}}).',
};
