/** Forgets the open profile, after saying what that changes and which runs can then no longer be verified. */
import { Button, Checkbox, Group, List, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Forgetting, ForgettingPlan } from '../../../shared/contract';
import { ErrorNotice } from '../../components/ErrorNotice';
import { Query } from '../../components/Query';
import { useEngine } from '../../connection/engine-context';
import { openDataset } from '../../stores/selection';

interface Properties {
  data: string;
  profile: string;
}

export function ForgetProfile({ data, profile }: Properties): ReactNode {
  const { t } = useTranslation();
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button variant="subtle" color="gray" onClick={open}>
        {t('privacy.forget')}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={t('privacy.forgetTitle', { profile })}
        size="lg"
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        {opened && <ForgetForm data={data} profile={profile} onCancel={close} />}
      </Modal>
    </>
  );
}

function ForgetForm({ data, profile, onCancel }: Properties & { onCancel: () => void }): ReactNode {
  const { t } = useTranslation();
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  const [, go] = useLocation();
  const [withModels, setWithModels] = useState(false);
  const [state, setState] = useState<{ done?: Forgetting; error?: unknown; works?: boolean }>({});
  const plan = useQuery({
    ...queries.privacy.planForgetting.queryOptions({ input: { data, profile } }),
    gcTime: 0,
    staleTime: 0,
  });
  const forget = async (): Promise<void> => {
    setState({ works: true });
    try {
      const iterator = await client.privacy.forget({ data, profile, withModels });
      for (;;) {
        const step = await iterator.next();
        if (step.done !== true) continue;
        setState({ done: step.value });
        return;
      }
    } catch (error) {
      setState({ error });
    }
  };
  /** What this window had read of the profile goes too. */
  const leave = (done: Forgetting): void => {
    const after = done.replaced.find(({ before }) => before === data)?.after;
    if (after) openDataset(after);
    go('/profiles');
    cache.removeQueries({ predicate: ({ queryKey }) => JSON.stringify(queryKey).includes(JSON.stringify(profile)) });
    void cache.invalidateQueries();
  };
  if (state.done !== undefined) return <Done done={state.done} onClose={leave} />;
  return (
    <Query of={plan} lines={6}>
      {(found) => (
        <Stack gap="sm">
          <Consequences plan={found} />
          {found.runs.length > 0 && (
            <Checkbox
              checked={withModels}
              onChange={(event) => setWithModels(event.currentTarget.checked)}
              label={t('privacy.withModels')}
              description={t('privacy.withModelsBody')}
            />
          )}
          <Remains plan={found} />
          {state.error !== undefined && <ErrorNotice title={t('privacy.forgetFailed')} error={state.error} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onCancel}>
              {t('common.cancel')}
            </Button>
            <Button
              color="red.8"
              disabled={found.busy.length > 0}
              loading={state.works === true}
              onClick={() => void forget()}
            >
              {t('privacy.forget')}
            </Button>
          </Group>
        </Stack>
      )}
    </Query>
  );
}

function Consequences({ plan }: { plan: ForgettingPlan }): ReactNode {
  const { t } = useTranslation();
  const { datasets, runs, busy, trash } = plan;
  return (
    <>
      <Text size="sm">{t('privacy.data', { count: datasets.length })}</Text>
      <AffectedRuns runs={runs} />
      {trash > 0 && <Text size="sm">{t('privacy.trash', { count: trash })}</Text>}
      <Text size="sm">{t('privacy.kept')}</Text>
      {busy.length > 0 && <Named title={t('privacy.busy')} names={busy.map(({ id, name }) => `${name} (${id})`)} />}
    </>
  );
}

/** What stays, and only a person can take away. */
function Remains({ plan }: { plan: ForgettingPlan }): ReactNode {
  const { t } = useTranslation();
  const { folder, others, exported, mentions } = plan;
  return (
    <>
      <Text size="sm">{folder === '' ? t('privacy.bundle') : t('privacy.folder', { folder })}</Text>
      {others.length > 0 && (
        <Text size="sm">{t('privacy.others', { names: others.map(({ name }) => name).join(', ') })}</Text>
      )}
      {exported.length > 0 && <Named title={t('privacy.exported')} names={exported} />}
      {mentions.length > 0 && (
        <Named
          title={t('privacy.mentions', { count: mentions.length })}
          names={mentions.map(({ where, id }) => t(`privacy.where.${where}`, { id }))}
        />
      )}
    </>
  );
}

function AffectedRuns({ runs }: Pick<ForgettingPlan, 'runs'>): ReactNode {
  const { t } = useTranslation();
  const title = runs.length === 0 ? t('privacy.noRuns') : t('privacy.runs', { count: runs.length });
  return <Named title={title} names={runs.map(({ id, name }) => `${name} (${id})`)} />;
}

function Named({ title, names }: { title: string; names: readonly string[] }): ReactNode {
  return (
    <div>
      <Text size="sm">{title}</Text>
      {names.length > 0 && (
        <List size="sm">
          {names.map((name) => (
            <List.Item key={name}>{name}</List.Item>
          ))}
        </List>
      )}
    </div>
  );
}

function Done({ done, onClose }: { done: Forgetting; onClose: (done: Forgetting) => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <Stack gap="sm" role="status">
      <Text fw={600}>{t('privacy.doneTitle')}</Text>
      <Text size="sm">{t('privacy.done', done.removed)}</Text>
      <AffectedRuns runs={done.runs} />
      <Remains plan={done} />
      <Group justify="flex-end">
        <Button data-autofocus onClick={() => onClose(done)}>
          {t('privacy.close')}
        </Button>
      </Group>
    </Stack>
  );
}
