/** Whether a run is any good. */
export { VerdictLines } from './VerdictLines';
