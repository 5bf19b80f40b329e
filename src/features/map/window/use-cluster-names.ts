/**
 * Names of a map's clusters: the groups, or else the titles, that they watch more than others do, or else what more of
 * their points are; one that nothing sets apart says so.
 */
import { useMemo } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { RunMap } from '../contract/map';
import { useLabels } from '../../../renderer/components/labels/use-labels';

/** Words per name; more would not fit on a map. */
const MOST_WORDS = 2;

/** Makes all names distinct. */
export function useClusterNames({ clusters }: Pick<RunMap, 'clusters'>): readonly string[] {
  const t = useTexts();
  const labels = useLabels();
  return useMemo(() => {
    const used = new Map<string, number>();
    return clusters.map(({ groups, titles, attributes }, place) => {
      const words =
        groups.length > 0
          ? groups.map(({ value }) => (labels.group === null ? value : labels.value(labels.group, value)))
          : titles.length > 0
            ? titles.map(({ item, title }) => title ?? item)
            : attributes.map(({ name, value }) =>
                t('map.held', { name: labels.attribute(name), value: labels.value(name, value) }),
              );
      const name =
        words.length === 0 ? t('map.clusterAlike', { number: place + 1 }) : words.slice(0, MOST_WORDS).join(' · ');
      const times = (used.get(name) ?? 0) + 1;
      used.set(name, times);
      return times === 1 ? name : `${name} (${times})`;
    });
  }, [clusters, labels, t]);
}
