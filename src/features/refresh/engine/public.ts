/** What other features may use of the engine side of this feature. */
export { listRefreshes } from './kept-refreshes';
export { namingRuns } from './naming-runs';
export { nextRefresh } from './next-refresh';
