export { alongTable, fairnessChart, fairnessSentence } from './fairness-chart';
