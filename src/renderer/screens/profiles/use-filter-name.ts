import { useTranslation } from 'react-i18next';
import type { FilterPart } from '../../../shared/filter-parts';

/** A part of a filter as it reads: "age: 3, missing". */
export function useFilterName(): (part: FilterPart) => string {
  const { t } = useTranslation();
  const range = ({ from, to }: { from?: number | undefined; to?: number | undefined }): string =>
    [from === undefined ? '' : `≥ ${from}`, to === undefined ? '' : `≤ ${to}`].filter((part) => part !== '').join(', ');
  return (part) => {
    switch (part.kind) {
      case 'text':
        return `“${part.text}”`;
      case 'attribute':
        return `${part.name}: ${part.values.map((value) => value ?? t('profiles.missing')).join(', ')}`;
      case 'watched':
        return `${t('profiles.watchedRange')} ${range(part.bounds)}`;
      case 'score':
        return `${t('profiles.scoreRange')} ${range(part.bounds)}`;
      case 'reviewed':
        return `${t('profiles.review')}: ${t(part.reviewed ? 'profiles.reviewDone' : 'profiles.reviewOpen')}`;
      case 'noted':
        return t(part.noted ? 'profiles.noted' : 'profiles.notNoted');
    }
  };
}
