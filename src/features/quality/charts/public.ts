/** What other features may use of this side. */
export { diversityCharts } from './diversity-charts';
export { gainsChart, gainText } from './gains-chart';
export { groupsChart, scoreInterval } from './groups-chart';
export { hitsChart } from './hits-chart';
export { sharesChart } from './shares-chart';
export { tailChart } from './tail-chart';
