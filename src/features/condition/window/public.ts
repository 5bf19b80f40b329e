/** What other features may use of the window side of this feature. */
export { ConditionLines } from './ConditionLines';
