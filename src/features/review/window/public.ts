/** What other features may show or use of the window side of this feature. */
export { ApproveButton } from './ApproveButton';
export { QueueWalk } from './QueueWalk';
export { DecideAll } from './DecideAll';
export { placeOfQueue, viewOf } from './queue-place';
