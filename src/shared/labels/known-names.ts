/** Names of columns in the recognised layouts. */
import type { TFunction } from 'i18next';
import type { Dataset } from '../contract/dataset';
import { en } from '../../features/words/en';
import type { KnownName } from './label-book';

const KNOWN = en.labels.known;
type KnownAttribute = keyof typeof KNOWN.attributes;

/** The columns of those layouts are known; a column the user mapped keeps the user's name. */
export function knownNames(dataset: Pick<Dataset, 'layout'> | null, t: TFunction): KnownName {
  if (dataset === null || dataset.layout === 'mapped') return () => null;
  return (attribute, code) => {
    if (code === undefined)
      return Object.hasOwn(KNOWN.attributes, attribute)
        ? t(`labels.known.attributes.${attribute as KnownAttribute}`)
        : null;
    if (attribute !== 'sex' && attribute !== 'gender') return null;
    return code === 'F' || code === 'M' ? t(`labels.known.values.${attribute}.${code}`) : null;
  };
}
