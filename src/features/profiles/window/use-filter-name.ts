import { useTexts } from '../../../renderer/locales/use-texts';
import { useLabels } from '../../../renderer/components/labels/use-labels';
import type { FilterPart } from '../../../shared/values/filter-parts';

/** A part of a filter as it reads: "age: 3, missing". */
export function useFilterName(): (part: FilterPart) => string {
  const t = useTexts();
  const labels = useLabels();
  const range = ({ from, to }: { from?: number | undefined; to?: number | undefined }): string =>
    [from === undefined ? '' : `≥ ${from}`, to === undefined ? '' : `≤ ${to}`].filter((part) => part !== '').join(', ');
  const watched = ({ from, to }: { from?: number | undefined; to?: number | undefined }): string =>
    from !== undefined && to !== undefined
      ? t('condition.watched', { from, to })
      : from === undefined
        ? t('condition.watched-to', { to: to ?? 0 })
        : t('condition.watched-from', { from });
  return (part) => {
    switch (part.kind) {
      case 'text':
        return `“${part.text}”`;
      case 'profiles':
        return t('profiles.chosen', { count: part.profiles.length });
      case 'attribute':
        return `${labels.attribute(part.name)}: ${part.values
          .map((value) => (value === null ? t('common.missing') : labels.value(part.name, value)))
          .join(', ')}`;
      case 'watched':
        return watched(part.bounds);
      case 'score':
        return `${t('profiles.scoreRange')} ${range(part.bounds)}`;
      case 'reviewed':
        return `${t('profiles.review')}: ${t(part.reviewed ? 'profiles.reviewDone' : 'profiles.reviewOpen')}`;
      case 'noted':
        return t(part.noted ? 'profiles.noted' : 'profiles.notNoted');
      case 'shaky':
        return t(part.shaky ? 'profiles.shaky' : 'profiles.firm');
    }
  };
}
