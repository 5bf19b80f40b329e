/** The profiles that a tuning's effect is told for beside all: those of the list that one came from, or else of the same age and sex. */
import { useTexts } from '../../../../renderer/locales/use-texts';
import type { ProfileFilter } from '../../../../shared/contract/profiles';
import { ageAttribute, sexAttribute } from '../../../../shared/values/known-attributes';
import type { CameFrom } from '../../../../renderer/components/origin';
import { useLabels } from '../../../../renderer/components/labels/use-labels';
import { useDatasets } from '../../../../renderer/stores/engine-data';

export interface EffectGroup {
  readonly filter: ProfileFilter;
  /** "For age 4, girls". */
  readonly name: string;
}

export function useEffectGroup(
  data: string,
  attributes: readonly { readonly name: string; readonly value: string | null }[],
  { filter, detail, back }: Pick<CameFrom, 'filter' | 'detail' | 'back'>,
): EffectGroup | null {
  const t = useTexts();
  const labels = useLabels(data);
  const described = useDatasets().data?.find(({ fingerprint }) => fingerprint === data)?.profileAttributes ?? [];
  if (filter !== null) return { filter, name: t('tuningEffect.ofList', { name: detail === '' ? back.label : detail }) };
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
