/** What other features may use of this side. */
export { checkName } from './check-reason';
