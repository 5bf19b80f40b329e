/** What other features may show or use of the window side of this feature. */
export { AskNames } from './AskNames';
export { LABELS_PART, LabelsSection } from './LabelsSection';
