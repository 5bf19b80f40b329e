/** What other features may use of the window side of this feature. */
export { UnattendedSwitch } from './UnattendedSwitch';
export { useRefresh } from './use-refresh';
