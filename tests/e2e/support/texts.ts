/** The window's own texts, so that tests use names as shown and no changed wording breaks them. */
export { textsIn, type Translate as Texts } from '../../../src/shared/words/texts';
