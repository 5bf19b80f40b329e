import { Group, Skeleton, Text } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useId, useMemo, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { useLocation } from 'wouter';
import type { MapSubject } from '../contract/make-map';
import type { RunMap } from '../contract/map';
import type { RunRecord } from '../../../shared/contract/run';
import { RunGate } from '../../../renderer/actions/RunGate';
import { indexPoints } from './picture/point-index';
import { PointMap } from './picture/PointMap';
import type { Bounds } from './picture/view';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { Query } from '../../../renderer/components/Query';
import { ScreenTitle } from '../../../renderer/components/ScreenTitle';
import { useLast } from '../../../renderer/components/use-last';
import { useEngine } from '../../../renderer/connection/engine-context';
import { colourOf } from './colour-key';
import { Legend } from './Legend';
import { Chosen, MapControls, Subject } from './MapControls';
import { chosenPoints, groupsWithin, pointsOfGroups, spreadOut, statesOf } from './map-points';
import { choiceOf, choose, focusPoint, useMapSelection, useShownMap } from './map-store';
import { MapState } from './MapState';
import { placeOfPoint, PointCard } from './PointCard';
import { PointList } from './PointList';
import { SaveSegment } from './SaveSegment';
import { WhoChosen } from './WhoChosen';
import { useClusterNames } from './use-cluster-names';
import { useColouring } from './use-colouring';
import { mapKey } from './use-layout';
import classes from './Map.module.css';

/**
 * Profiles or titles of the run in two dimensions, to see who resembles whom. The list beside it shares the selection.
 */
export function MapScreen(): ReactNode {
  const t = useTexts();
  useDocumentTitle(`${t('shell.screen.map')} · Shelfwise`);
  return <RunGate>{(run) => <MapOfRun key={run.runId} run={run} />}</RunGate>;
}

function MapOfRun({ run }: { run: RunRecord }): ReactNode {
  const t = useTexts();
  const { queries } = useEngine();
  const of = useShownMap((state) => state.of);
  const map = useQuery(queries.map.get.queryOptions({ input: { runId: run.runId, of } }));
  return (
    <div className={classes.screen}>
      <div className={classes.head}>
        <Group justify="space-between" gap="xs" align="flex-start">
          <div>
            <ScreenTitle>{t('shell.screen.map')}</ScreenTitle>
            <Text size="sm" c="dimmed">
              {t(`map.lead.${of}`)}
            </Text>
          </div>
          <Subject of={of} />
        </Group>
        {map.data !== undefined && <MapState run={run} of={of} map={map.data} />}
      </div>
      <Query of={map} lines={12}>
        {(known) => <Shown key={of} map={known} run={run} of={of} />}
      </Query>
    </div>
  );
}

function Shown({ map, run, of }: { map: RunMap; run: RunRecord; of: MapSubject }): ReactNode {
  const t = useTexts();
  const [, go] = useLocation();
  const words = useId();
  const key = mapKey(run.runId, of);
  const shown = useShownMap();
  const { choice, focused: marked, listsAll } = useMapSelection(key);
  const by = useMemo(() => colourOf(shown.by[of], map), [shown.by, of, map]);
  const { colouring: asked, error, again } = useColouring(map, by);
  // Keeps the current colours and their legend while new ones load.
  const colouring = useLast(asked);
  const clusterNames = useClusterNames(map);
  const points = useMemo(() => spreadOut(map), [map]);
  const index = useMemo(() => indexPoints(points.x, points.y), [points]);
  const codes = colouring?.legend == null ? null : colouring.codes;
  const chosen = useMemo(() => chosenPoints(choice, map), [choice, map]);
  const groups = useMemo(() => (codes === null ? [] : groupsWithin(codes, chosen)), [codes, chosen]);
  const states = useMemo(() => statesOf(map.total, chosen), [map.total, chosen]);
  const labels = useMemo(
    () =>
      map.clusters.flatMap(({ size, x, y }, place) =>
        size === 0 || !shown.names ? [] : [{ key: String(place), x, y, text: clusterNames[place]! }],
      ),
    [map, clusterNames, shown.names],
  );
  const focused = marked !== null && marked < map.total ? marked : null;
  const tasteOf = (point: number): string =>
    map.unwatched.includes(point) ? t('map.unwatched') : (clusterNames[map.cluster[point]!] ?? '');
  const open = (point: number): void => go(placeOfPoint(map, point, chosen));
  const recolour = (next: string): void => {
    useShownMap.setState(({ by: now }) => ({ by: { ...now, [of]: next } }));
  };
  if (map.total === 0) return <Text p="lg">{t('map.empty')}</Text>;
  return (
    <div className={classes.parts} data-wide={isWide(index.bounds) || undefined}>
      <aside className={classes.controls} aria-label={t('map.controls')} tabIndex={0}>
        <MapControls map={map} by={by} choice={choice} onColour={recolour} onChoose={(next) => choose(key, next)} />
        {error !== null && <ErrorNotice title={t('map.colourFailed')} error={error} onRetry={again} />}
        {colouring !== null && (
          <Legend
            colouring={colouring}
            chosen={groups}
            onChoose={(wanted) => choose(key, choiceOf(pointsOfGroups(colouring.codes, wanted)))}
          />
        )}
        {chosen !== null && <Chosen of={of} count={chosen.length} onClear={() => choose(key, { kind: 'none' })} />}
        {of === 'profiles' && chosen !== null && chosen.length > 0 && (
          <>
            <WhoChosen map={map} chosen={chosen} />
            <SaveSegment data={run.dataset.fingerprint} profiles={chosen.map((point) => map.ids[point]!)} />
          </>
        )}
        <Text size="sm" c="dimmed" id={words}>
          {t(`map.summary.${of}`, {
            count: t(`common.${of}`, { count: map.total }),
            clusters: t('map.clusters', { count: map.clusters.filter(({ size }) => size > 0).length }),
          })}{' '}
          {t(`map.basis.${map.basis}`)}
          {map.unwatched.length > 0 && ` ${t('map.unwatchedOf', { count: map.unwatched.length })}`}
        </Text>
      </aside>
      {colouring === null ? (
        <Skeleton className={classes.map} />
      ) : (
        <>
          <div className={classes.map}>
            <PointMap
              label={t(`map.picture.${of}`)}
              describedBy={words}
              points={points}
              index={index}
              codes={colouring.codes}
              looks={colouring.looks}
              states={states}
              labels={labels}
              nameOf={(point) =>
                [map.titles?.[point] ?? map.ids[point]!, colouring.textOf(point) ?? t('common.missing')].join(' · ')
              }
              focused={focused}
              onFocus={(point) => focusPoint(key, point)}
              onLoop={(found, adds) => {
                const all = adds ? new Set([...(chosen ?? []), ...found]) : new Set(found);
                choose(key, choiceOf([...all].sort((a, b) => a - b)));
              }}
              onEscape={() => choose(key, { kind: 'none' })}
            />
          </div>
          <div className={classes.side}>
            <PointCard
              map={map}
              point={focused}
              chosen={chosen}
              colouring={colouring}
              cluster={focused === null ? '' : tasteOf(focused)}
            />
            <PointList
              mapKey={key}
              map={map}
              colouring={colouring}
              clusterNames={clusterNames}
              chosen={chosen}
              focused={focused}
              listsAll={listsAll}
              onOpen={open}
            />
          </div>
        </>
      )}
    </div>
  );
}

/** Whether a picture that is wider than high shows the points larger. */
const isWide = ({ left, right, bottom, top }: Bounds): boolean => right - left > 1.6 * (top - bottom);
