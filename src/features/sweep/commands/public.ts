/** What other features may use of this side. */
export { describeSeeds } from './seeds';
