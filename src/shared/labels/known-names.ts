/** Names of columns in the recognised layouts. */
import type { Translate } from '../words/texts';
import type { Dataset } from '../contract/dataset';
import { isText } from '../words/sentence';
import type { KnownNames } from './label-book';

/** The columns of those layouts are known; a column the user mapped keeps the user's name. */
export function knownNames(dataset: Pick<Dataset, 'layout'> | null, t: Translate): KnownNames {
  const isKnown = dataset !== null && dataset.layout !== 'mapped';
  const withUnit = (attribute: string, numbers: string): string | null =>
    isKnown && attribute === 'run_time' ? t('labels.minutes', { minutes: numbers }) : null;
  return {
    withUnit,
    range: (from, to) => t('labels.range', { from, to }),
    name(attribute, code) {
      if (!isKnown) return null;
      const known = `labels.known.attributes.${attribute}` as const;
      if (code === undefined) return isText(known) ? t(known) : null;
      if (attribute !== 'sex' && attribute !== 'gender')
        return Number.isFinite(Number(code)) ? withUnit(attribute, code) : null;
      return code === 'F' || code === 'M' ? t(`labels.known.values.${attribute}.${code}`) : null;
    },
  };
}
