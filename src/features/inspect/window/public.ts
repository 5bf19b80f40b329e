/** What other features may show or use of the window side of this feature. */
export { compareWith } from './second-run';
export { type PartLine, PartLines } from './why/PartLines';
