/** Names of columns in the recognised layouts. */
import type { Translate } from '../words/texts';
import type { Dataset } from '../contract/dataset';
import { isText } from '../words/sentence';
import type { KnownName } from './label-book';

/** The columns of those layouts are known; a column the user mapped keeps the user's name. */
export function knownNames(dataset: Pick<Dataset, 'layout'> | null, t: Translate): KnownName {
  if (dataset === null || dataset.layout === 'mapped') return () => null;
  return (attribute, code) => {
    const known = `labels.known.attributes.${attribute}` as const;
    if (code === undefined) return isText(known) ? t(known) : null;
    if (attribute === 'run_time') return Number.isFinite(Number(code)) ? t('labels.minutes', { minutes: code }) : null;
    if (attribute !== 'sex' && attribute !== 'gender') return null;
    return code === 'F' || code === 'M' ? t(`labels.known.values.${attribute}.${code}`) : null;
  };
}
