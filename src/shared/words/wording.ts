/** What formats words and numbers: hooks in the window, elsewhere `wordingIn`. */
import type { Translate } from './texts';
import type { LabelBook } from '../labels/label-book';
import type { Format } from './format';

export interface Wording {
  readonly t: Translate;
  readonly format: Format;
}

/** For one data set, whose attributes and values have labels. */
export interface LabelledWording extends Wording {
  readonly labels: LabelBook;
}
