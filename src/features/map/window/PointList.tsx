import { SegmentedControl, Text } from '@mantine/core';
import { useMemo, useRef, useState, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { RunMap } from '../contract/map';
import type { GridColumn } from '../../../renderer/components/grid/columns';
import { DataGrid, type GridSort } from '../../../renderer/components/grid/DataGrid';
import { useLabels } from '../../../renderer/components/labels/use-labels';
import { useEngine } from '../../../renderer/connection/engine-context';
import { usePreferences } from '../../../renderer/stores/preferences';
import { useSelection } from '../../../renderer/stores/selection';
import { whoWithId } from '../../../shared/words/child-in-words';
import { choosePoints, focusPoint, listAll } from './map-store';
import { sortedPoints } from './map-points';
import type { Colouring } from './use-colouring';
import classes from './Map.module.css';

interface Row {
  point: number;
  id: string;
  name: string;
  value: string | null;
  isChosen: boolean;
}

interface Properties {
  /** Key of the map in map-store.ts. */
  mapKey: string;
  map: RunMap;
  colouring: Colouring;
  clusterNames: readonly string[];
  chosen: readonly number[] | null;
  focused: number | null;
  listsAll: boolean;
  onOpen: (point: number) => void;
}

/**
 * The points of the map as a list with the same selection. It offers everything the map does, by keyboard and with a
 * screen reader.
 */
export function PointList(properties: Properties): ReactNode {
  const { mapKey, map, colouring, chosen, focused, listsAll, onOpen } = properties;
  const t = useTexts();
  const [, setFailure] = useState<unknown>(null);
  const all = useMemo(() => Array.from(map.ids.keys()), [map.ids]);
  const isAll = chosen === null || listsAll;
  const isChosen = useMemo(() => new Set(chosen ?? []), [chosen]);
  const points = isAll ? all : chosen;
  const { readPage, placeOf } = usePages(properties, points, isChosen);
  const columns = useColumns(map, colouring);
  // A new version redraws rows in place after a selection. Other rows come with other pages.
  const version = useVersion(isChosen);
  const toggle = ({ point }: Row): void => {
    const next = new Set(isChosen);
    if (!next.delete(point)) next.add(point);
    // Keeps the listed rows while the user selects one after the other.
    if (isAll) listAll(mapKey, true);
    choosePoints(
      mapKey,
      [...next].sort((left, right) => left - right),
    );
  };
  const selected = useMemo(
    () => (focused === null ? null : { id: map.ids[focused] ?? '', index: () => placeOf(focused) }),
    [focused, map.ids, placeOf],
  );
  return (
    <div className={classes.list}>
      {chosen !== null && (
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={t('map.listOf')}
          value={isAll ? 'all' : 'chosen'}
          onChange={(value) => listAll(mapKey, value === 'all')}
          data={[
            { value: 'chosen', label: t('map.listChosen', { count: chosen.length }) },
            { value: 'all', label: t('map.listAll', { count: map.total }) },
          ]}
        />
      )}
      <div className={classes.rows}>
        {points.length === 0 ? (
          <Text size="sm" c="dimmed" p="md">
            {t('map.noneChosen')}
          </Text>
        ) : (
          <DataGrid
            name={`map.${mapKey}`}
            label={t(`map.list.${map.of}`)}
            columns={columns}
            idOf={(row) => row.id}
            readPage={readPage}
            version={version}
            onError={setFailure}
            onOpen={({ point }) => onOpen(point)}
            onSelect={(row) => {
              if (row !== null && row.point !== focused) focusPoint(mapKey, row.point);
            }}
            selected={selected}
            keys={{ KeyX: toggle }}
          />
        )}
      </div>
      <Text size="xs" c="dimmed">
        {t('map.listKeys')}
      </Text>
    </div>
  );
}

/** Pages of the points, which are in memory, in the requested order; children by who they are, as the engine says of a page. */
function usePages(
  { map, colouring, clusterNames }: Properties,
  points: readonly number[],
  isChosen: ReadonlySet<number>,
): {
  readPage: (start: number, end: number, sort: GridSort | undefined) => Promise<{ total: number; rows: Row[] }>;
  placeOf: (point: number) => number | null;
} {
  const t = useTexts();
  const language = usePreferences((state) => state.language);
  const data = useSelection((state) => state.dataset);
  const { client } = useEngine();
  const labels = useLabels();
  const now = useRef(isChosen);
  now.current = isChosen;
  return useMemo(() => {
    const { compare } = new Intl.Collator(language, { numeric: true });
    const rowOf = (point: number): Row => ({
      point,
      id: map.ids[point]!,
      name: map.titles?.[point] ?? map.ids[point]!,
      value: colouring.textOf(point),
      isChosen: now.current.has(point),
    });
    const named = async (rows: readonly Row[]): Promise<Row[]> => {
      if (map.of !== 'profiles' || data === null || rows.length === 0) return [...rows];
      const profiles = rows.map(({ id }) => id);
      const asked = { data, start: 0, end: rows.length, filter: { profiles } };
      // A list of IDs is better than none.
      const page = await client.profiles.page(asked).catch(() => null);
      const names = new Map(page?.rows.map((child) => [child.profile, whoWithId(child, labels, t)]));
      return rows.map((row) => ({ ...row, name: names.get(row.id) ?? row.name }));
    };
    const keyOf =
      (column: string) =>
      (point: number): number | string | null => {
        if (column === 'value') return colouring.valueOf(point);
        if (column === 'chosen') return now.current.has(point) ? 0 : 1;
        if (column === 'cluster') return clusterNames[map.cluster[point]!] ?? null;
        return rowOf(point).name;
      };
    let order = points;
    return {
      readPage: async (start, end, sort) => {
        order = sort === undefined ? points : sortedPoints(points, keyOf(sort.column), sort.descending, compare);
        return { total: order.length, rows: await named(order.slice(start, end).map(rowOf)) };
      },
      placeOf: (point) => {
        const place = order.indexOf(point);
        return place < 0 ? null : place;
      },
    };
  }, [map, colouring, clusterNames, points, language, data, client, labels, t]);
}

function useColumns({ of, titles }: RunMap, colouring: Colouring): GridColumn<Row>[] {
  const t = useTexts();
  const { name, scale } = colouring;
  const isNumeric = scale !== null;
  return useMemo(
    () => [
      { id: 'name', label: t(`map.columns.${of}`), text: (row) => row.name, grows: titles !== null, width: 128 },
      {
        id: 'value',
        label: name,
        text: (row) => row.value ?? '–',
        numeric: isNumeric,
        width: 120,
        grows: titles === null,
      },
      {
        id: 'chosen',
        label: t('map.columns.chosen'),
        text: (row) => (row.isChosen ? t('map.isChosen') : ''),
        width: 88,
      },
    ],
    [t, of, titles, name, isNumeric],
  );
}

/** A number that increases whenever the value changes. */
function useVersion(value: unknown): number {
  const latest = useRef({ value, version: 0 });
  if (latest.current.value !== value) latest.current = { value, version: latest.current.version + 1 };
  return latest.current.version;
}
