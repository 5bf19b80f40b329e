/** What other features may use of this side. */
export { activityChart } from './activity-chart';
