/** What other features may use of the engine side of this feature. */
export { approvalsFor, approve } from './approving';
export { checkLists } from './checks/check-report';
export type { CheckContext } from './checks/lists-before';
export { namesOfStopped, rulesToConfirm } from './stopped-checks';
export { readCheckSettings } from './check-settings';
