/** What other features may use of the engine side of this feature. */
export { runFigures } from './run-figures';
export { testedProfile } from './tested-profile';
export { verdictOf } from './verdict';
