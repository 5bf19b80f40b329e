/** The window's own texts, so that a test names things as they are shown and a changed wording breaks no test. */
export { textsIn, type Translate as Texts } from '../../../src/shared/words/texts';
