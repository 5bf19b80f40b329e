/** What other features may print of the command side of this feature. */
export { describeChanges } from './changes-text';
export { DECIDE_INPUTS, decideChanged } from './decide-changed';
