/** What other features may show or use of the window side of this feature. */
export { QueueWalk } from './QueueWalk';
export { DecideAll } from './DecideAll';
