/** What other features may use of the engine side of this feature. */
export { conditionOf } from './condition';
