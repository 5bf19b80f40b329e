/** What other features may show or use of the window side of this feature. */
export { BroughtNotice, useUndecided } from './BroughtNotice';
export { useBundle } from './use-bundle';
