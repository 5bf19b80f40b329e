/** What other features may use of the engine side of this feature. */
export { standIn, titleOfDataset } from './stand-in';
