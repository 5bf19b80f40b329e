export { emptySentence, shelfName } from './empty-sentence';
export { stepsChart, stepsSentence } from './steps-chart';
