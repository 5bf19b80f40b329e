export { emptySentence } from './empty-sentence';
export { stepsChart, stepsSentence } from './steps-chart';
