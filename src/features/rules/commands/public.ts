/** What other features may print of the command side of this feature. */
export { costText } from './rule-texts';
export { ruleSentence } from '../../../shared/words/rule-sentence';
