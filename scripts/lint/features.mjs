// The subjects, one folder of src/features each, and which of them may use which. A side of a feature is a part of the layer that it runs in,
// and imports what that layer may. No layer imports from a feature, only from the joints: the files that list features, one line each.

/** Side of a feature, a folder or a file -> the layer it runs in. */
export const SIDES = {
  contract: 'shared',
  words: 'shared',
  charts: 'shared',
  engine: 'engine',
  window: 'renderer',
  commands: 'cli',
};

/** Joint (a file of src/features) -> the layer it runs in. */
export const JOINTS = {
  contract: 'shared',
  screens: 'shared',
  words: 'shared',
  calls: 'engine',
  router: 'engine',
  kept: 'engine',
  engine: 'engine',
  'remote-work': 'engine',
  units: 'engine',
  'trainer-work': 'engine',
  'work-schemas': 'shared',
  window: 'renderer',
  'run-sections': 'renderer',
  commands: 'cli',
};

/**
 * Feature -> the features it may use, each with the reason. What two features need belongs to the core; a pair stands here where one subject is
 * about the other. It goes through the contract of the other feature, or through the file `public.ts` of one of its sides.
 * @type {Record<string, Record<string, string>>}
 */
export const USES = {
  changes: {
    'run-comparison': 'two deliveries are those of two models, which stand beside each other there',
    inspect: 'from a list that changed to that list beside the earlier one',
    review: 'lists that changed are decided about in one pass',
  },
  cluster: { bundles: 'a run and its data travel to a cluster as a bundle' },
  'data-folder': { labels: 'the screen of a data set shows its labels' },
  inspect: {
    'new-titles': 'a list shows which new titles stand in it, and why',
    profiles: 'one profile is looked at among those that are listed',
    quality: 'a profile is looked at beside its hold-out',
    review: 'a list from the queue is decided about beside its history',
    rules: 'a rule is begun from a row of a list',
    'shelf-steps': 'why a title is there leads to why the list is full of its kind',
  },
  export: { bundles: 'an export tells of a run whose lists do not follow from its model' },
  leaderboard: { condition: 'beside the models of a data set stands what the attributes are worth to them' },
  'model-files': { condition: 'a model card tells what the attributes are worth' },
  outcome: { export: 'an outcome is that of the lists of an export' },
  refresh: {
    'data-folder': 'a refresh adds data',
    export: 'a refresh exports the lists',
    outcome: 'a refresh tells what came of earlier exports',
    review: 'a refresh checks the lists',
    'run-comparison': 'a refresh compares the new run with the last one',
  },
  report: {
    changes: 'a report tells how the lists changed since the run before',
    'data-folder': 'a report tells what was read',
    fairness: 'a report tells whether the lists follow an attribute of children',
    quality: 'a report prints the verdict and the figures of a run',
    refresh: 'a report begins with what a refresh found of the run beside the one before',
    'shelf-steps': 'a report tells why the lists are full of what they hold most',
  },
  review: {
    export: 'an approval is of the lists as they would be exported',
    rules: 'an odd title that needs a rule gets it from its card',
    'shelf-steps': 'too much of a genre leads to whether the model or the shelf is why',
  },
  runs: {
    bundles: 'a run is saved as a bundle from its screen',
    leaderboard: 'the screen of runs shows the leaderboard',
  },
  segments: {
    fairness: 'the page of a segment tells whether its lists follow an attribute',
    outcome: 'the page of a segment tells what its profiles watched of exported lists',
    profiles: 'the page of a segment names its filter as the list of profiles does',
    review: 'the page of a segment tells what the checks find in its lists',
    'shelf-steps': 'the page of a segment tells why its lists are full of one thing',
  },
  settings: {
    cluster: 'the screen of this computer shows the clusters',
    bundles: 'doctor takes damaged files from a bundle',
    trash: 'the screen of settings shows the trash, and doctor puts damaged files there',
  },
  titles: {
    inspect: 'why a title is recommended is told for all who get it',
    map: 'the audience of a title is told by groups of similar taste',
    'new-titles': 'how sure it is whom a title without viewings suits',
    rules: 'a rule that reaches more profiles is begun from a title',
  },
  train: {
    bundles: 'a run that was trained on a cluster comes back as a bundle',
    quality: 'the screen of training says whether its last run is any good',
    sweep: 'the screen of training shows trials at work',
    verify: 'a run that came from elsewhere is verified before it stands for training',
  },
  week: {
    changes: 'a week tells what changed beyond chance, and measures that',
    'data-folder': 'a week begins where data comes in',
    export: 'a week ends with a file',
    labels: 'a week asks once what codes stand for',
    outcome: 'a week tells what came of the lists before',
    refresh: 'a week goes on by a refresh',
    review: 'a week tells which lists are odd, and who approved them',
    'shelf-steps': 'a week tells which shelf runs empty soon',
  },
};
