import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { ClusterUnit } from '../../../shared/contract/cluster';
import { toShelfwiseError } from '../../../shared/errors';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { useModelName } from '../../../renderer/components/use-model-name';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useRunName } from '../../../renderer/stores/engine-data';

/** Milliseconds between two looks. The engine asks a cluster only if this workspace may have work there. */
const ASK_AGAIN = 3000;

/**
 * The workspace's work on one cluster, piece by piece, each with its own Stop. Draws nothing if the cluster holds none
 * or does not answer: its connection test reports that.
 */
export function UnitsThere({ name }: { name: string }): ReactNode {
  const t = useTexts();
  const { queries } = useEngine();
  const heading = useId();
  const units = useQuery(
    queries.clusters.units.queryOptions({
      input: { name },
      refetchInterval: ASK_AGAIN,
      retry: false,
    }),
  );
  if ((units.data?.length ?? 0) === 0) return null;
  return (
    <Stack gap="2xs">
      <Text size="sm" fw={600} id={heading}>
        {t('clusters.units.title')}
      </Text>
      <Stack gap="2xs" component="ul" aria-labelledby={heading} m={0} p={0} style={{ listStyle: 'none' }}>
        {units.data!.map((unit) => (
          <OneUnit key={unit.unit} cluster={name} unit={unit} />
        ))}
      </Stack>
      <Text size="xs" c="dimmed">
        {t('clusters.units.help')}
      </Text>
    </Stack>
  );
}

function OneUnit({ cluster, unit }: { cluster: string; unit: ClusterUnit }): ReactNode {
  const t = useTexts();
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  const stopping = useMutation({
    mutationFn: () => client.clusters.stopUnit({ name: cluster, unit: unit.unit }),
    onSettled: () => cache.invalidateQueries({ queryKey: queries.clusters.units.key() }),
  });
  const label = useUnitText(unit);
  // A piece that has just ended is no longer there to stop: no error.
  const isGone = stopping.error !== null && toShelfwiseError(stopping.error).code === 'not-found';
  return (
    <li>
      <Group gap="xs">
        <Text size="sm">{label}</Text>
        <Text size="xs" c="dimmed">
          {unit.state === 'waiting'
            ? t('clusters.units.waiting')
            : t('clusters.units.running', { node: unit.node ?? '' })}
        </Text>
        <Button
          size="compact-xs"
          variant="default"
          loading={stopping.isPending}
          aria-label={`${t('common.stop')}: ${label}`}
          onClick={() => stopping.mutate()}
        >
          {t('common.stop')}
        </Button>
      </Group>
      {stopping.error !== null && !isGone && <ErrorNotice error={stopping.error} onRetry={() => stopping.mutate()} />}
    </li>
  );
}

function useUnitText({ kind, model, name, seed, run, part }: ClusterUnit): string {
  const t = useTexts();
  const modelName = useModelName()(model ?? '');
  const runName = useRunName();
  switch (kind) {
    case 'train':
      return name === null
        ? t('clusters.units.train', { name: modelName, seed: `${seed ?? ''}` })
        : t('clusters.units.trainNamed', { name: runName(name) });
    case 'compare':
      return t('clusters.units.compare', { model: modelName, seed: `${seed ?? ''}` });
    case 'verify':
      return t('clusters.units.verify', { run: run ?? '' });
    case 'lists':
    case 'join':
      return t('clusters.units.lists', { run: run ?? '', part: part ?? '' });
  }
}
