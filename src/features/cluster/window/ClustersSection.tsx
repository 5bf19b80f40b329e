import { Button, Checkbox, Group, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Cluster } from '../../../shared/contract/cluster';
import { ClusterState } from '../../../renderer/actions/OnCluster';
import { ConfirmButton } from '../../../renderer/components/ConfirmButton';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { KeyValue } from '../../../renderer/components/KeyValue';
import { Query } from '../../../renderer/components/Query';
import { Section } from '../../../renderer/components/Section';
import { useEngine } from '../../../renderer/connection/engine-context';
import { UnitsThere } from './UnitsThere';

/**
 * Settings of the user's clusters: add, test and remove them. They are stored with the user's data, outside the
 * workspace.
 */
export function ClustersSection(): ReactNode {
  const t = useTexts();
  const { queries } = useEngine();
  const clusters = useQuery(queries.clusters.list.queryOptions());
  const [isAdding, setAdding] = useState(false);
  return (
    <Section title={t('clusters.title')} description={t('clusters.help')}>
      <Query of={clusters}>
        {(all) => (
          <Stack gap="md">
            {all.length === 0 && <Text size="sm">{t('clusters.none')}</Text>}
            {all.map((cluster) => (
              <OneCluster key={cluster.name} cluster={cluster} />
            ))}
            {isAdding ? (
              <AddCluster onEnd={() => setAdding(false)} />
            ) : (
              <div>
                <Button size="xs" variant="default" onClick={() => setAdding(true)}>
                  {t('clusters.add')}
                </Button>
              </div>
            )}
          </Stack>
        )}
      </Query>
    </Section>
  );
}

function OneCluster({ cluster }: { cluster: Cluster }): ReactNode {
  const t = useTexts();
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  const [isTested, setTested] = useState(false);
  const { name, address, hasToken, agreed } = cluster;
  const removing = useMutation({
    mutationFn: () => client.clusters.remove({ name }),
    onSettled: () => cache.invalidateQueries({ queryKey: queries.clusters.key() }),
  });
  const test = (): void => {
    setTested(true);
    void cache.invalidateQueries({ queryKey: queries.clusters.test.key({ input: { name } }) });
  };
  return (
    <Stack gap="xs" role="group" aria-label={name}>
      <KeyValue
        facts={[
          [t('clusters.name'), name],
          [t('clusters.address'), address],
          [t('clusters.token'), t(hasToken ? 'clusters.hasToken' : 'clusters.noToken')],
          [t('clusters.agreed'), agreed.length === 0 ? null : t('clusters.agreedSets', { count: agreed.length })],
        ]}
      />
      {isTested && <ClusterState name={name} />}
      <UnitsThere name={name} />
      {removing.error !== null && <ErrorNotice error={removing.error} onRetry={() => removing.mutate()} />}
      <Group gap="xs">
        <Button size="xs" variant="default" onClick={test}>
          {t('clusters.test')}
        </Button>
        <ConfirmButton
          size="xs"
          loading={removing.isPending}
          label={t('clusters.remove')}
          question={t('clusters.removeQuestion', { name })}
          consequences={t('clusters.removeConsequences')}
          onConfirm={() => removing.mutate()}
        />
      </Group>
    </Stack>
  );
}

const EMPTY = { name: '', address: '', token: '', command: '', plain: false };

function AddCluster({ onEnd }: { onEnd: () => void }): ReactNode {
  const t = useTexts();
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  const [form, setForm] = useState(EMPTY);
  const set = (changes: Partial<typeof EMPTY>): void => setForm((before) => ({ ...before, ...changes }));
  const adding = useMutation({
    mutationFn: () => {
      const { name, address, token, command, plain } = form;
      const words = command.split(/\s+/).filter(Boolean);
      return client.clusters.add({
        name: name.trim(),
        address: address.trim(),
        plain,
        ...(token.trim() !== '' && { token: token.trim() }),
        ...(words.length > 0 && { command: words }),
      });
    },
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: queries.clusters.key() });
      onEnd();
    },
  });
  const isWhole = form.name.trim() !== '' && form.address.trim() !== '';
  return (
    <form
      aria-label={t('clusters.add')}
      onSubmit={(event) => {
        event.preventDefault();
        if (isWhole) adding.mutate();
      }}
    >
      <Stack gap="sm" maw={520}>
        <TextInput
          label={t('clusters.address')}
          description={t('clusters.addressHelp')}
          value={form.address}
          autoFocus
          onChange={(event) => set({ address: event.currentTarget.value })}
        />
        <TextInput
          label={t('clusters.name')}
          value={form.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <PasswordInput
          label={t('clusters.token')}
          description={t('clusters.tokenHelp')}
          autoComplete="off"
          value={form.token}
          onChange={(event) => set({ token: event.currentTarget.value })}
        />
        <TextInput
          label={t('clusters.command')}
          description={t('clusters.commandHelp')}
          value={form.command}
          onChange={(event) => set({ command: event.currentTarget.value })}
        />
        <Checkbox
          label={t('clusters.plain')}
          description={t('clusters.plainHelp')}
          checked={form.plain}
          onChange={(event) => set({ plain: event.currentTarget.checked })}
        />
        {adding.error !== null && <ErrorNotice error={adding.error} />}
        <Group gap="xs">
          <Button type="submit" size="xs" disabled={!isWhole} loading={adding.isPending}>
            {t('clusters.add')}
          </Button>
          <Button size="xs" variant="default" onClick={onEnd}>
            {t('common.cancel')}
          </Button>
          {!isWhole && (
            <Text size="sm" c="dimmed">
              {t('clusters.needs')}
            </Text>
          )}
        </Group>
      </Stack>
    </form>
  );
}
