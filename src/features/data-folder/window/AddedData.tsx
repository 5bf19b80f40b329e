import { Alert, Button, List, SimpleGrid, Stack, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { DataChange, Drift } from '../../../shared/contract/data-change';
import type { Dataset } from '../../../shared/contract/dataset';
import { useAdding } from './use-adding';
import { lastPart } from '../../../renderer/actions/use-opening';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { useLabels } from '../../../renderer/components/labels/use-labels';
import { Section } from '../../../renderer/components/Section';
import { WideTable } from '../../../renderer/components/WideTable';
import { WorkProgress } from '../../../renderer/components/WorkProgress';
import { useFormat } from '../../../renderer/locales/format';
import { forgetWork, useActivity, type Work } from '../../../renderer/stores/activity';
import { Figure } from './DatasetFacts';

/** The latest addition to a data set, or the one that produced it. */
function useAddition(fingerprint: string): Work<'add'> | null {
  return useActivity(({ works }) => {
    const additions = Object.values(works).filter((work): work is Work<'add'> => work.kind === 'add');
    const about = additions.filter(
      ({ subject, state }) =>
        (subject === fingerprint && state.kind !== 'done') ||
        (state.kind === 'done' && state.result.fingerprint === fingerprint),
    );
    return about.toSorted((left, right) => right.startedAt - left.startedAt)[0] ?? null;
  });
}

/** How adding to the open data set is going, and what it changed. */
export function AddedData({ dataset }: { dataset: Dataset }): ReactNode {
  const t = useTexts();
  const add = useAdding();
  const work = useAddition(dataset.fingerprint);
  if (work === null) return null;
  switch (work.state.kind) {
    case 'running':
      return (
        <Section title={t('adding.running')} description={t('adding.runningBody')}>
          <WorkProgress work={work} />
        </Section>
      );
    case 'failed':
      return (
        <ErrorNotice error={work.state.error}>
          <Button size="compact-sm" variant="default" onClick={() => void add(dataset)}>
            {t('adding.another')}
          </Button>
        </ErrorNotice>
      );
    case 'stopped':
      return (
        <Alert variant="light" color="gray" role="status">
          {t('adding.stopped')}
        </Alert>
      );
    case 'done':
      return (
        <Change change={work.state.result.change} dataset={dataset} onClose={() => forgetWork('add', work.subject)} />
      );
  }
}

function Change({
  change,
  dataset,
  onClose,
}: {
  change: DataChange;
  dataset: Dataset;
  onClose: () => void;
}): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const { base, folder, profiles, items, events, drift, exact } = change;
  const isSame = base === dataset.fingerprint;
  const drifted = drift.filter((one) => one.drifted);
  const history = events.find(({ role }) => role === 'history');
  const ofNow = (count: number): string => t('adding.ofNow', { count });
  return (
    <Section
      title={t('adding.title', { name: lastPart(folder) })}
      description={<span role="status">{t(isSame ? 'adding.same' : 'adding.made')}</span>}
      actions={
        <Button size="compact-sm" variant="default" onClick={onClose}>
          {t('adding.close')}
        </Button>
      }
    >
      <Stack gap="md">
        <SimpleGrid cols={3} spacing="md">
          <Figure
            label={t('adding.newProfiles')}
            value={format.count(profiles.after - profiles.before)}
            note={ofNow(profiles.after)}
          />
          <Figure
            label={t('adding.newTitles')}
            value={format.count(items.after - items.before)}
            note={ofNow(items.after)}
          />
          <Figure
            label={t('adding.newViewings')}
            value={format.count(history?.added ?? 0)}
            note={ofNow((history?.before ?? 0) + (history?.added ?? 0))}
          />
        </SimpleGrid>
        <EventsTable events={events} />
        {drifted.length === 0 ? (
          <Text size="sm">{t('adding.steady')}</Text>
        ) : (
          <div>
            <Text fw={600}>{t('adding.drifted')}</Text>
            <Text size="sm" c="dimmed">
              {t('adding.driftedHelp')}
            </Text>
            <List size="sm" mt="2xs">
              {drifted.map((one) => (
                <DriftLine key={`${one.of} ${one.attribute}`} drift={one} dataset={dataset} />
              ))}
            </List>
          </div>
        )}
        {!exact && <Text size="sm">{t('adding.inexact')}</Text>}
      </Stack>
    </Section>
  );
}

function EventsTable({ events }: { events: DataChange['events'] }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  return (
    <WideTable minWidth={520}>
      <Table aria-label={t('adding.table')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('adding.kind')}</Table.Th>
            {(['before', 'added', 'duplicates', 'rejected'] as const).map((column) => (
              <Table.Th key={column} ta="right">
                {t(`adding.${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {events.map(({ role, before, added, duplicates, rejected }) => (
            <Table.Tr key={role}>
              <Table.Th scope="row" fw={600}>
                {t(`data.roles.${role}`)}
              </Table.Th>
              <Table.Td ta="right">{format.count(before)}</Table.Td>
              <Table.Td ta="right">{format.count(added)}</Table.Td>
              <Table.Td ta="right">{format.count(duplicates)}</Table.Td>
              <Table.Td ta="right">{format.count(rejected)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </WideTable>
  );
}

function DriftLine({ drift, dataset }: { drift: Drift; dataset: Dataset }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const labels = useLabels(dataset.fingerprint);
  const { of, attribute, index, limit, moved } = drift;
  const name = t(of === 'profiles' ? 'adding.profile' : 'adding.item', { attribute: labels.attribute(attribute) });
  const valueOf = (value: string | null): string =>
    value === null ? t('common.missing') : value === '…' ? t('adding.rare') : labels.value(attribute, value);
  const values = moved.map(({ value, before, added }) =>
    t('adding.moved', { value: valueOf(value), before: format.percent(before), added: format.percent(added) }),
  );
  return (
    <List.Item>
      {name} ({t('adding.index', { index: format.score(index, 2), limit: format.score(limit, 2) })}):{' '}
      {values.join(' · ')}
    </List.Item>
  );
}
