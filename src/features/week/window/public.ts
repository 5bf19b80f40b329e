/** What other features may show or use of the window side of this feature. */
export { useListsBefore } from './use-lists-before';
