import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { Link } from 'wouter';
import { listText, placeOfProfile } from '../../../renderer/components/origin';
import type { RunMap } from '../contract/map';
import type { Colouring } from './use-colouring';
import classes from './Map.module.css';

/** Address of the screen that a point opens; a profile is followed by the others that are chosen. */
export function placeOfPoint(
  { of, ids }: Pick<RunMap, 'of' | 'ids'>,
  point: number,
  chosen: readonly number[] | null,
): string {
  const id = ids[point]!;
  if (of === 'titles') return `/titles/${encodeURIComponent(id)}`;
  const isAmong = chosen?.includes(point) === true;
  const list = isAmong
    ? {
        list: listText(
          chosen.map((one) => ids[one]!),
          id,
        ),
      }
    : {};
  return placeOfProfile(id, { kind: 'map', values: list });
}

/** The marked point: what it is, and a link to it. */
export function PointCard({
  map,
  point,
  chosen,
  colouring,
  cluster,
}: {
  map: RunMap;
  point: number | null;
  chosen: readonly number[] | null;
  colouring: Colouring;
  /** Name of the point's cluster. */
  cluster: string;
}): ReactNode {
  const t = useTexts();
  const value = point === null ? null : colouring.textOf(point);
  return (
    <div className={classes.card} role="status">
      {point === null ? (
        <Text size="sm" c="dimmed">
          {t('map.pick')}
        </Text>
      ) : (
        <Group justify="space-between" wrap="nowrap" gap="xs">
          <div className={classes.cardText}>
            <Text size="sm" fw={600} truncate>
              {map.titles?.[point] ?? t(`map.point.${map.of}`, { id: map.ids[point]! })}
            </Text>
            <Text size="xs" c="dimmed" truncate>
              {[cluster, ...(value === null || value === cluster ? [] : [`${colouring.name}: ${value}`])].join(' · ')}
            </Text>
          </div>
          <Button component={Link} href={placeOfPoint(map, point, chosen)} size="xs" variant="default">
            {t(`map.open.${map.of}`)}
          </Button>
        </Group>
      )}
    </div>
  );
}
