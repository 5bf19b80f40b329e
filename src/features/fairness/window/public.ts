/** What other features may use of the window side of this feature. */
export { FairnessSection } from './FairnessSection';
