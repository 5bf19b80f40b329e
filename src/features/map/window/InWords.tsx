import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { RunMap } from '../contract/map';
import { titlesBeside } from '../../../shared/values/titles-named';
import { useLabels } from '../../../renderer/components/labels/use-labels';
import { useFormat } from '../../../renderer/locales/format';
import { useClusterNames } from './use-cluster-names';
import classes from './Map.module.css';

/**
 * The map in sentences, for users who cannot see it or prefer to read. @param id of the sentence that describes the map
 */
export function InWords({ id, map }: { id: string; map: RunMap }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const names = useClusterNames(map);
  const { group, held, words } = useWords();
  const { clusters, directions, of } = map;
  return (
    <section className={classes.words} aria-label={t('map.inWords')}>
      <Title order={2} size="h3">
        {t('map.inWords')}
      </Title>
      <Text size="sm" id={id}>
        {t(`map.summary.${of}`, {
          count: t(`common.${of}`, { count: map.total }),
          clusters: t('map.clusters', { count: clusters.filter(({ size }) => size > 0).length }),
        })}{' '}
        {t(`map.basis.${map.basis}`)}
        {map.unwatched.length > 0 && ` ${t('map.unwatchedOf', { count: map.unwatched.length })}`}
      </Text>
      <ol className={classes.clusters}>
        {clusters.map(({ size, groups, titles, attributes }, place) => (
          <li key={names[place]} hidden={size === 0}>
            <Text size="sm" span fw={600}>
              {names[place]}
            </Text>{' '}
            <Text size="sm" span c="dimmed">
              {[
                t(`common.${of}`, { count: size }),
                ...groups.map(({ value, share, lift }) =>
                  t('map.typical', {
                    name: group(value),
                    share: format.percent(share, 0),
                    lift: format.score(lift, 1),
                  }),
                ),
                ...(groups.length + titles.length > 0 ? [] : attributes).map(({ name, value, share, lift }) =>
                  t('map.typical', {
                    name: held(name, value),
                    share: format.percent(share, 0),
                    lift: format.score(lift, 1),
                  }),
                ),
                ...(titles.length === 0 ? [] : [t('map.typicalTitles', { titles: words(titles.slice(0, 2)) })]),
              ].join('; ')}
            </Text>
          </li>
        ))}
      </ol>
      {directions.length > 0 && (
        <>
          <Text size="sm" mt="xs">
            {t('map.directionsLead')}
          </Text>
          <ul className={classes.clusters}>
            {directions.map(({ direction, raises, lowers, x, y }) => (
              <li key={direction}>
                <Text size="sm" span>
                  {t('map.direction', {
                    raises: group(raises),
                    lowers: group(lowers),
                    way: t(`map.ways.${wayOf(x, y)}`),
                  })}
                </Text>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function useWords(): {
  group: (value: string) => string;
  held: (name: string, value: string) => string;
  words: (titles: readonly { item: string; title: string | null }[]) => string;
} {
  const t = useTexts();
  const labels = useLabels();
  return {
    held: (name, value) => t('map.held', { name: labels.attribute(name), value: labels.value(name, value) }),
    group: (value) => (labels.group === null ? value : labels.value(labels.group, value)),
    words: titlesBeside,
  };
}

/** The dominant direction of an arrow. */
const wayOf = (x: number, y: number): 'right' | 'left' | 'up' | 'down' =>
  Math.abs(x) >= Math.abs(y) ? (x >= 0 ? 'right' : 'left') : y >= 0 ? 'up' : 'down';
