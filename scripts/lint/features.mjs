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
 * about the other.
 * @type {Record<string, Record<string, string>>}
 */
export const USES = {
  bundles: {
    forget: 'a bundle brings back no profile that was forgotten',
    map: 'a bundle carries the map of its run',
  },
  cluster: {
    bundles: 'a run travels to a cluster as a bundle',
  },
  'data-folder': {
    forget: 'an import keeps out profiles that were forgotten',
    labels: 'the screen of a data set shows its labels',
    review: 'added data takes over the settings of checks',
  },
  export: {
    profiles: 'a segment is exported',
    rules: 'an export chooses the rules that apply',
  },
  forget: {
    map: 'forgetting removes the places of a profile from maps',
    outcome: 'forgetting removes what came of the lists of a profile',
    profiles: 'forgetting drops the note that is being written',
  },
  inspect: {
    export: 'a tuning is exported from the list that it made',
    forget: 'a profile is forgotten from its own screen',
    'new-titles': 'a list shows which new titles stand in it',
    profiles: 'one profile is looked at among those that are listed',
    quality: 'a profile is looked at beside its hold-out',
    rules: 'a rule is made from a row of a list',
  },
  leaderboard: {
    quality: 'scores are worded alike',
  },
  map: { profiles: 'points that are chosen become a segment' },
  'new-titles': { rules: 'a rule of its own kind brings new titles into lists' },
  outcome: {
    export: 'what came of the lists of an export',
    quality: 'scores by group are drawn alike',
    rules: 'lists are made again under the rules of their day',
  },
  refresh: {
    'data-folder': 'a refresh adds data',
    export: 'a refresh exports',
    outcome: 'a refresh tells what came of earlier exports',
    review: 'a refresh checks the lists',
    rules: 'a refresh exports under rules',
    'run-comparison': 'a refresh compares the new run with the last one',
  },
  report: {
    'data-folder': 'the report tells what was read',
    export: 'the report tells whether the lists were checked',
    quality: 'the report prints the verdict and the figures of a run',
    'run-comparison': 'the report names properties of a run alike',
    runs: 'the report tells the record of a run',
    verify: 'the report tells whether the run was verified',
  },
  review: {
    quality: 'a check compares age groups',
    rules: 'lists are reviewed under rules',
  },
  'run-comparison': { quality: 'scores are worded alike' },
  runs: {
    bundles: 'a run is saved as a bundle from its screen',
    leaderboard: 'the screen of runs shows the leaderboard',
    quality: 'the screen of a run shows its figures',
    train: 'the screen of a run tells how its training ended',
  },
  settings: {
    cluster: 'the screen of this computer shows the clusters',
    'run-comparison': 'properties of a run are named alike',
    trash: 'the screen of settings shows the trash',
  },
  train: {
    bundles: 'a run that a cluster trained comes back as a bundle',
    sweep: 'the screen of training shows trials at work',
  },
  verify: { trash: 'a run whose data set is in the trash says so' },
};
