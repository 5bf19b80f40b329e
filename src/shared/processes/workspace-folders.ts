/**
 * The folders of a workspace. What has to be done with each of them goes by this one list: where it is, what may lie in it, who may read it,
 * what is cleared away in it, and which answers a change in it makes stale.
 */
export const WORKSPACE_FOLDERS = [
  'datasets',
  'runs',
  /** What people keep, a file per data set, made with the first of them: profiles that were looked at, ... */
  'reviews',
  /** ... what was written about profiles, ... */
  'notes',
  /** ... filters and tunings that were given a name, ... */
  'segments',
  'tunings',
  /** ... how its attributes, genres and days are shown, ... */
  'labels',
  /** ... what its lists shall and shall not hold, ... */
  'rules',
  /** ... what the checks of its lists are set to, what was decided about single lists, ... */
  'checks',
  'decisions',
  /** ... and who decided, approved and exported what: lines that are only added to. */
  'audit',
  /** Marks on runs, and the queue of waiting runs: one file each. */
  'marks',
  'queue',
  /** What sweeps were asked for: one file too. */
  'sweeps',
  /** What clusters were asked for, who goes on with it, and what is sent or comes back at the moment. */
  'plans',
  /** What refreshes came to: one file too, and the sign of life of the one at work. */
  'refreshes',
  'trash',
  /** Who was forgotten, as keyed hashes, and what is being forgotten. */
  'privacy',
] as const;

export type WorkspaceFolder = (typeof WORKSPACE_FOLDERS)[number];
