/** Work of features that a cluster can do instead of this computer, one line each; loaded when first used. */
export const REMOTE_WORK = {
  leaderboard: async () => (await import('./leaderboard/engine/make-leaderboard')).makeLeaderboard,
  seeds: async () => (await import('./train/engine/seeds')).repeatSeeds,
  sweep: async () => (await import('./sweep/engine/sweep')).runSweep,
};
