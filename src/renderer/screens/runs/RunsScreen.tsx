/** Every run, newest first, with what tells them apart; and all models side by side. */
import { Button, Switch, Table, Text } from '@mantine/core';
import { IconFileZip, IconHistory, IconSchool } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { RunRecord } from '../../../shared/contract';
import { EmptyState } from '../../components/EmptyState';
import { Exactness } from '../../components/Exactness';
import { Query } from '../../components/Query';
import { RunStatus } from '../../components/RunStatus';
import { Screen } from '../../components/Screen';
import { Section } from '../../components/Section';
import { useFormat } from '../../locales/format';
import { useOpenings } from '../../shell/use-opening';
import { useActiveDataset, useActiveRun, useRuns } from '../../stores/engine-data';
import { LeaderboardSection } from './LeaderboardSection';

export function RunsScreen(): ReactNode {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const { openBundle } = useOpenings();
  const dataset = useActiveDataset();
  const runs = useRuns();
  const [onlyOpen, setOnlyOpen] = useState(false);
  return (
    <Screen
      title={t('shell.screen.runs')}
      subtitle={runs.data === undefined ? undefined : t('runs.lead', { count: runs.data.length })}
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconFileZip size={16} aria-hidden />}
            onClick={() => void openBundle()}
          >
            {t('runs.openBundle')}
          </Button>
          <Button leftSection={<IconSchool size={16} aria-hidden />} onClick={() => go('/train')}>
            {t('runs.train')}
          </Button>
        </>
      }
    >
      <Query of={runs} lines={8}>
        {(all) => {
          if (all.length === 0)
            return <EmptyState icon={IconHistory} title={t('runs.empty')} body={t('runs.emptyBody')} />;
          const shown = onlyOpen ? all.filter((run) => run.dataset.fingerprint === dataset?.fingerprint) : all;
          return (
            <Section
              title={t('shell.screen.runs')}
              flush
              actions={
                dataset !== null && (
                  <Switch
                    size="xs"
                    label={t('runs.onlyOpen')}
                    checked={onlyOpen}
                    onChange={(event) => setOnlyOpen(event.currentTarget.checked)}
                  />
                )
              }
            >
              <RunsTable runs={shown} />
            </Section>
          );
        }}
      </Query>
      <LeaderboardSection />
    </Screen>
  );
}

function RunsTable({ runs }: { runs: readonly RunRecord[] }): ReactNode {
  const { t } = useTranslation();
  return (
    <Table.ScrollContainer minWidth={880}>
      <Table verticalSpacing={7} horizontalSpacing="md" highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('runs.name')}</Table.Th>
            <Table.Th>{t('runs.status')}</Table.Th>
            <Table.Th>{t('runs.data')}</Table.Th>
            <Table.Th ta="right">{t('common.metrics.score')}</Table.Th>
            <Table.Th ta="right">{t('common.metrics.recall')}</Table.Th>
            <Table.Th ta="right">{t('runs.took')}</Table.Th>
            <Table.Th>{t('runs.exactness')}</Table.Th>
            <Table.Th>{t('runs.when')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {runs.map((run) => (
            <RunLine key={run.runId} run={run} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function RunLine({ run }: { run: RunRecord }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [, go] = useLocation();
  const isActive = useActiveRun()?.runId === run.runId;
  return (
    <Table.Tr onClick={() => go(`/runs/${run.runId}`)} style={{ cursor: 'pointer' }}>
      <Table.Th scope="row" fw={500}>
        <Text component={Link} href={`/runs/${run.runId}`} size="sm" fw={600} c="var(--mantine-color-text)">
          {run.name}
        </Text>
        <Text size="xs" c="dimmed">
          {t(`common.models.${run.model}`)}
          {isActive ? ` · ${t('runs.shown')}` : ''}
        </Text>
      </Table.Th>
      <Table.Td>
        <RunStatus status={run.status} />
      </Table.Td>
      <Table.Td>{run.dataset.name}</Table.Td>
      <Table.Td ta="right" fw={600}>
        {format.score(run.metrics?.score)}
      </Table.Td>
      <Table.Td ta="right">{format.score(run.metrics?.recall)}</Table.Td>
      <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
        {format.duration(run.seconds)}
      </Table.Td>
      <Table.Td>
        <Exactness mode={run.recipe['numeric.mode']} device={run.recipe['numeric.device']} />
      </Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>{format.moment(run.createdAt)}</Table.Td>
    </Table.Tr>
  );
}
