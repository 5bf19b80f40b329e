/** The profiles that the open one is compared with: those of the current filter, or else of the same age and sex. */
import { useQuery } from '@tanstack/react-query';
import { useTexts } from '../../../../renderer/locales/use-texts';
import type { ProfileFilter } from '../../../../shared/contract/profiles';
import { filterParts } from '../../../../shared/values/filter-parts';
import { ageAttribute, sexAttribute } from '../../../../shared/values/known-attributes';
import { useLabels } from '../../../../renderer/components/labels/use-labels';
import { useEngine } from '../../../../renderer/connection/engine-context';
import { isSameFilter, tidyFilter } from '../../../profiles/window/public';
import { useProfileList } from '../../../../renderer/stores/profile-list';
import { useDatasets } from '../../../../renderer/stores/engine-data';

export interface EffectGroup {
  readonly filter: ProfileFilter;
  /** "For age 4, girls". */
  readonly name: string;
}

export function useEffectGroup(
  data: string,
  attributes: readonly { readonly name: string; readonly value: string | null }[],
): EffectGroup | null {
  const t = useTexts();
  const { queries } = useEngine();
  const labels = useLabels(data);
  const described = useDatasets().data?.find(({ fingerprint }) => fingerprint === data)?.profileAttributes ?? [];
  const { data: segments = [] } = useQuery(queries.segments.list.queryOptions({ input: { data } }));
  const list = useProfileList();
  const shown = list.dataset === data ? tidyFilter(list.filter) : {};
  if (filterParts(shown).length > 0) {
    const segment = segments.find(({ filter }) => isSameFilter(filter, shown));
    const name =
      segment === undefined ? t('tuningEffect.ofShown') : t('tuningEffect.ofSegment', { name: segment.name });
    return { filter: shown, name };
  }
  const known = [ageAttribute(described), sexAttribute(described)].flatMap((attribute) => {
    const value = attributes.find(({ name }) => name === attribute?.name)?.value ?? null;
    return attribute === null || value === null ? [] : [{ name: attribute.name, value }];
  });
  if (known.length === 0) return null;
  return {
    filter: { attributes: Object.fromEntries(known.map(({ name, value }) => [name, [value]])) },
    name: t('tuningEffect.ofProfile', {
      attributes: known.map(({ name, value }) => `${labels.attribute(name)} ${labels.text(name, value)}`).join(', '),
    }),
  };
}
