/** The work of features that a cluster can do in the place of this computer, one line each; loaded when it is begun. */
export const REMOTE_WORK = {
  leaderboard: async () => (await import('./leaderboard/engine/make-leaderboard')).makeLeaderboard,
  seeds: async () => (await import('./train/engine/seeds')).repeatSeeds,
  sweep: async () => (await import('./sweep/engine/sweep')).runSweep,
};
