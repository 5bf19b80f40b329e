export { shelfSteps } from './shelf-steps';
