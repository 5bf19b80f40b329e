/** Chooses where the next work runs: this computer or an added cluster, with consent to what is sent there. */
import { Checkbox, Select, Stack, Text } from '@mantine/core';
import { skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../locales/use-texts';
import type { ClusterTest, Sending } from '../../shared/contract/cluster';
import type { Dataset } from '../../shared/contract/dataset';
import { toShelfwiseError } from '../../shared/errors';
import { ErrorNotice } from '../components/ErrorNotice';
import { useEngine } from '../connection/engine-context';
import { useFormat } from '../locales/format';
import { chooseCluster, useChosenCluster } from '../stores/clusters';

interface OnClusterState {
  /** The chosen cluster; null for this computer. */
  readonly on: string | null;
  /** Why nothing can start there yet. */
  readonly blocked: string | null;
}

/** The data set that is worked on. */
type Data = Pick<Dataset, 'fingerprint'>;

/** @returns this computer if the chosen cluster is gone */
export function useOnCluster({ fingerprint }: Data): OnClusterState {
  const t = useTexts();
  const { queries } = useEngine();
  const chosen = useChosenCluster((state) => state.on);
  const { data: clusters = [] } = useQuery(queries.clusters.list.queryOptions());
  const on = clusters.some(({ name }) => name === chosen) ? chosen : null;
  const { data: sending } = useSending(on, fingerprint);
  return { on, blocked: on === null || sending?.agreed === true ? null : t('clusters.notAgreed') };
}

function useSending(on: string | null, data: string) {
  const { queries } = useEngine();
  return useQuery(queries.clusters.sending.queryOptions({ input: on === null ? skipToken : { name: on, data } }));
}

/** Picks this computer or a cluster for the next work. Draws nothing if no cluster was added. */
export function OnCluster({ dataset }: { dataset: Data }): ReactNode {
  const t = useTexts();
  const { queries } = useEngine();
  const { data: clusters = [] } = useQuery(queries.clusters.list.queryOptions());
  const { on } = useOnCluster(dataset);
  if (clusters.length === 0) return null;
  return (
    <Stack gap="xs" style={{ flexShrink: 0 }}>
      <Select
        label={t('clusters.on')}
        maw={320}
        allowDeselect={false}
        value={on ?? ''}
        data={[{ value: '', label: t('clusters.here') }, ...clusters.map(({ name }) => ({ value: name, label: name }))]}
        onChange={(name) => chooseCluster(name === '' ? null : name)}
      />
      {on !== null && <ClusterState name={on} />}
      {on !== null && <Agreement on={on} dataset={dataset} />}
    </Stack>
  );
}

/** The cluster's cores, and what of this workspace runs there. */
export function ClusterState({ name }: { name: string }): ReactNode {
  const t = useTexts();
  const { queries } = useEngine();
  const test = useQuery(queries.clusters.test.queryOptions({ input: { name } }));
  if (test.error !== null) {
    const isAway = toShelfwiseError(test.error).code === 'not-found';
    return (
      <ErrorNotice
        error={test.error}
        {...(isAway && { title: t('clusters.away'), advice: t('clusters.awayAdvice') })}
        onRetry={() => void test.refetch()}
      />
    );
  }
  return (
    <Text size="xs" c="dimmed" role="status">
      {test.data === undefined ? t('clusters.asking') : <Answers test={test.data} />}
    </Text>
  );
}

function Answers({ test: { ray, nodes, jobs } }: { test: ClusterTest }): ReactNode {
  const t = useTexts();
  const cores = nodes.reduce((sum, node) => sum + node.cores, 0);
  const what = {
    ray,
    cores: t('clusters.cores', { count: cores }),
    nodes: t('clusters.nodes', { count: nodes.length }),
  };
  const jobsText = jobs.length === 0 ? t('clusters.idle') : t('clusters.atWork', { count: jobs.length });
  return `${t('clusters.answers', what)}. ${jobsText}`;
}

/** What is sent, and the consent to it: asked once per data set and cluster. */
function Agreement({ on, dataset }: { on: string; dataset: Data }): ReactNode {
  const t = useTexts();
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  const sending = useSending(on, dataset.fingerprint);
  const agreeing = useMutation({
    mutationFn: ({ address }: Sending) => client.clusters.agree({ name: on, data: dataset.fingerprint, address }),
    // After an error too: the shown address may have changed.
    onSettled: () => cache.invalidateQueries({ queryKey: queries.clusters.key() }),
  });
  if (sending.error !== null) return <ErrorNotice error={sending.error} onRetry={() => void sending.refetch()} />;
  if (sending.data === undefined || sending.data.agreed) return null;
  return (
    <Stack gap="xs">
      <WhatIsSent sending={sending.data} />
      <Checkbox
        label={t('clusters.agree')}
        checked={agreeing.isPending}
        disabled={agreeing.isPending}
        onChange={() => agreeing.mutate(sending.data)}
      />
      {agreeing.error !== null && <ErrorNotice error={agreeing.error} onRetry={() => agreeing.mutate(sending.data)} />}
    </Stack>
  );
}

function WhatIsSent({ sending }: { sending: Sending }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const { address, dataset, profiles, bytes, pseudonymised, isOpen } = sending;
  const what = { address, dataset, profiles: format.count(profiles), size: format.bytes(bytes) };
  const sentences = [
    bytes === 0 ? t('clusters.sending.there', what) : t('clusters.sending.whose', what),
    t(pseudonymised ? 'clusters.sending.pseudonyms' : 'clusters.sending.ids'),
    t('clusters.sending.whoReads'),
    ...(isOpen ? [t('clusters.sending.open')] : []),
  ];
  return <Text size="sm">{sentences.join(' ')}</Text>;
}
