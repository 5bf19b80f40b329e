/** What other features may show or use of the window side of this feature. */
export { StandsInFor } from './StandsInFor';
export { WhyNewTitle } from './WhyNewTitle';
