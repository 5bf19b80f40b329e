/** What other features may show or use of the window side of this feature. */
export { NewTitles } from './NewTitles';
export { StandsInFor } from './StandsInFor';
export { type PlacedNewTitle, useNewTitles } from './use-new-titles';
export { WhyNewTitle } from './WhyNewTitle';
