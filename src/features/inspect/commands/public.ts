/** What other features may print of the command side of this feature. */
export { PART_NAMES } from './explain';
