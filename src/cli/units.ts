/** Numbers of attributes with their units. Names and values stand as the files have them, without the labels of the window. */
import type { Dataset } from '../shared/contract/dataset';
import { NO_LABELS } from '../shared/contract/labels';
import { knownNames } from '../shared/labels/known-names';
import { labelBook, type LabelBook } from '../shared/labels/label-book';
import { textsIn } from '../shared/words/texts';

/** Also names for the sentence of a rule. */
export function unitsOf(dataset: Dataset): Pick<LabelBook, 'numbers'> {
  const { numbers } = labelBook(dataset, NO_LABELS, knownNames(dataset, textsIn('en')));
  return { numbers };
}
