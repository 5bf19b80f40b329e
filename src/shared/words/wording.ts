/** What words and numbers are made with: in the window by its hooks, elsewhere by `wordingIn`. */
import type { TFunction } from 'i18next';
import type { LabelBook } from '../labels/label-book';
import type { Format } from './format';

export interface Wording {
  readonly t: TFunction;
  readonly format: Format;
}

/** Of one data set, whose attributes and values have labels. */
export interface LabelledWording extends Wording {
  readonly labels: LabelBook;
}
