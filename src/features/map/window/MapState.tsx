import { Alert, Button, Group, Text } from '@mantine/core';
import { IconChartDots } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { MapSubject } from '../contract/make-map';
import type { RunMap } from '../contract/map';
import type { RunRecord } from '../../../shared/contract/run';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { WorkProgress } from '../../../renderer/components/WorkProgress';
import { useRuns } from '../../../renderer/stores/engine-data';
import { useMainAction } from '../../../renderer/stores/main-action';
import { useLayout } from './use-layout';
import { useNameApart } from '../../../renderer/components/use-name-apart';

/**
 * How the map was made, and what is missing: the quick projection by principal components, or the layout stored with
 * the run.
 */
export function MapState({ run, of, map }: { run: RunRecord; of: MapSubject; map: RunMap }): ReactNode {
  const t = useTexts();
  const { work, make } = useLayout(run, of, map.state);
  const runs = useRuns();
  const nameApart = useNameApart();
  const nameOf = (runId: string): string => {
    const known = runs.data?.find((one) => one.runId === runId);
    return known === undefined ? runId : nameApart(known);
  };
  const state = work?.state.kind;
  const label = t('map.make');
  const canMake = map.method === 'pca' && state !== 'running';
  useMainAction(canMake ? { label, run: make, blocked: null } : null);
  if (work !== null && state === 'running')
    return (
      <div>
        <Text size="xs" c="dimmed" mb="2xs">
          {t('map.pcaMeanwhile')}
        </Text>
        <WorkProgress work={work} />
      </div>
    );
  return (
    <>
      {work?.state.kind === 'failed' && (
        <ErrorNotice title={t('map.layoutFailed')} error={work.state.error} onRetry={make} />
      )}
      {state === 'stopped' && (
        <Alert variant="light" color="gray" role="status">
          {t('map.layoutStopped')}
        </Alert>
      )}
      {map.method === 'pca' ? (
        <Group gap="xs" justify="space-between">
          <Text size="sm" c="dimmed" miw={0} flex="1 1 300px">
            {t('map.pca')}
          </Text>
          <Button size="xs" leftSection={<IconChartDots size={15} aria-hidden />} onClick={make}>
            {label}
          </Button>
        </Group>
      ) : (
        <Text size="xs" c="dimmed">
          {[
            t(map.placed < map.total ? 'map.placedSome' : 'map.placedAll', { placed: map.placed, total: map.total }),
            ...(map.parent === null ? [] : [t('map.begunFrom', { run: nameOf(map.parent.runId) })]),
          ].join(' ')}
        </Text>
      )}
    </>
  );
}
