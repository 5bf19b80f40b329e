import { Anchor, Badge, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { Link } from 'wouter';
import { whoInWords } from '../../../shared/words/child-in-words';
import type { RunRecord } from '../../../shared/contract/run';
import { useLabels } from '../../../renderer/components/labels/use-labels';
import { type Origin, placeOfProfile } from '../../../renderer/components/origin';
import { Query } from '../../../renderer/components/Query';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useFormat } from '../../../renderer/locales/format';
import classes from '../../../renderer/components/panes.module.css';

/** The nearest profiles, with what they share with this one. */
export function NeighboursPane({
  run: { runId, dataset },
  profile,
  origin,
}: {
  run: RunRecord;
  profile: string;
  /** Stays where one came from: the way back leads there. */
  origin: Origin | null;
}): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const { queries } = useEngine();
  const labels = useLabels(dataset.fingerprint);
  const neighbours = useQuery(queries.profiles.neighbours.queryOptions({ input: { runId, profile, count: 20 } }));
  return (
    <Query of={neighbours} lines={8}>
      {(found) =>
        found.length === 0 ? (
          <Text size="sm" c="dimmed" p="sm">
            {t('compare.noNeighbours')}
          </Text>
        ) : (
          <>
            <Text size="xs" c="dimmed" px="sm" pt="sm">
              {t('compare.neighboursLead')}
            </Text>
            <ul className={classes.rows}>
              {found.map((neighbour) => (
                <li key={neighbour.profile} className={classes.neighbour}>
                  <Group justify="space-between" wrap="nowrap" gap="xs">
                    <Anchor component={Link} href={placeOfProfile(neighbour.profile, origin)} size="sm" fw={600}>
                      {whoInWords(neighbour, labels, t)}
                    </Anchor>
                    <Text size="xs" c="dimmed">
                      {t('compare.neighbourSimilarity', { value: format.score(neighbour.similarity, 3) })}
                    </Text>
                  </Group>
                  <Text size="xs" c="dimmed">
                    {t('compare.neighbourShared', { shared: neighbour.shared, watched: neighbour.watched })}
                  </Text>
                  <Group gap="2xs" mt="3xs">
                    {neighbour.attributes.map(({ name, value, same }) => (
                      <Badge
                        key={name}
                        size="sm"
                        tt="none"
                        variant={same ? 'light' : 'default'}
                        className={classes.badge}
                        data-same={same || undefined}
                        title={`${name}: ${value ?? '–'}`}
                      >
                        {same ? '= ' : ''}
                        {labels.attribute(name)}: {value === null ? t('common.missing') : labels.text(name, value)}
                      </Badge>
                    ))}
                  </Group>
                </li>
              ))}
            </ul>
          </>
        )
      }
    </Query>
  );
}
