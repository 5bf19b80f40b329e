/**
 * The folders of a workspace. Everything that is done with them follows this list: path, allowed contents, access,
 * clean-up, and which answers a change makes stale.
 */
export const WORKSPACE_FOLDERS = [
  'datasets',
  'runs',
  /** What people store, one file per data set, created on first use: reviewed profiles, ... */
  'reviews',
  /** ... notes on profiles, ... */
  'notes',
  /** ... named filters and tunings, ... */
  'segments',
  'tunings',
  /** ... aims for its lists, ... */
  'aims',
  /** ... labels of attributes, genres and days, ... */
  'labels',
  /** ... rules for its lists, ... */
  'rules',
  /** ... settings of the checks and decisions about single lists, ... */
  'checks',
  'decisions',
  /** ... and an append-only log of who decided, approved and exported what. */
  'audit',
  /** Marks on runs, and the queue: one file each. */
  'marks',
  'queue',
  /** Requests of sweeps: one file. */
  'sweeps',
  /** Requests to clusters, who follows them, and what is being sent or received. */
  'plans',
  /** Results of refreshes: one file, and the heartbeat of the one at work. */
  'refreshes',
  'trash',
  /** Forgotten profiles as keyed hashes, and forgetting in progress. */
  'privacy',
] as const;

export type WorkspaceFolder = (typeof WORKSPACE_FOLDERS)[number];
