import { Badge, Checkbox, Group, Table, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useNarrow } from '../../../renderer/components/use-narrow';
import { useTexts } from '../../../renderer/locales/use-texts';
import { Link, useLocation } from 'wouter';
import type { Run } from '../../../shared/contract/run-life';
import { Exactness } from '../../../renderer/components/Exactness';
import { RunStatus } from '../../../renderer/components/RunStatus';
import { exactnessOf } from '../../../shared/values/exactness';
import { UnseenHeader } from '../../../renderer/components/UnseenHeader';
import { WideTable } from '../../../renderer/components/WideTable';
import { useFormat } from '../../../renderer/locales/format';
import { useActiveRun } from '../../../renderer/stores/engine-data';
import { useInUse } from '../../../renderer/stores/use-in-use';
import { useEngine } from '../../../renderer/connection/engine-context';
import { ofHundred } from '../../../shared/words/of-hundred';
import { MOST_RUNS_FOUND } from '../../../shared/limits';
import { StarButton } from './StarButton';
import { useParentText } from './use-parent-text';

interface Picking {
  readonly picked: readonly string[];
  readonly onPick: (runId: string, isPicked: boolean) => void;
}

/** One row per run; two to four can be selected for comparison. On a phone, its page has what a row has no room for. */
export function RunsTable({ runs, ...picking }: { runs: readonly Run[] } & Picking): ReactNode {
  const t = useTexts();
  const isNarrow = useNarrow();
  const found = useFoundNext(runs);
  const measured = new Set(runs.filter(({ metrics }) => metrics != null).map(({ dataset }) => dataset.fingerprint));
  return (
    <>
      {measured.size > 1 && (
        <Text size="sm" c="dimmed" px="md" pb="xs">
          {t('runs.scoresApart')}
        </Text>
      )}
      <WideTable minWidth={isNarrow ? 280 : 960}>
        <Table horizontalSpacing={isNarrow ? 'xs' : 'md'} highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              <UnseenHeader text={t('runs.pick')} width={40} />
              <UnseenHeader text={t('runs.star')} width={40} />
              <Table.Th miw={150}>{t('runs.name')}</Table.Th>
              <Table.Th ta="right">{t('common.metrics.score')}</Table.Th>
              {!isNarrow && (
                <>
                  <Table.Th ta="right">{t('runs.foundNext')}</Table.Th>
                  <Table.Th>{t('runs.status')}</Table.Th>
                  <Table.Th>{t('runs.data')}</Table.Th>
                  <Table.Th>{t('runs.when')}</Table.Th>
                </>
              )}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {runs.map((run) => (
              <RunLine key={run.runId} run={run} found={found.get(run.runId)} isNarrow={isNarrow} {...picking} />
            ))}
          </Table.Tbody>
        </Table>
      </WideTable>
    </>
  );
}

/** By run: of 100 titles that children watched next, those in their lists. */
function useFoundNext(runs: readonly Run[]): ReadonlyMap<string, number> {
  const { queries } = useEngine();
  const runIds = runs.flatMap(({ runId, metrics }) => (metrics === null ? [] : [runId])).slice(0, MOST_RUNS_FOUND);
  const { data = [] } = useQuery(
    queries.runs.found.queryOptions({ input: { runIds }, placeholderData: keepPreviousData }),
  );
  return new Map(data.map(({ runId, all, listed }) => [runId, ofHundred(listed, all)]));
}

function RunLine({
  run,
  found,
  isNarrow,
  picked,
  onPick,
}: { run: Run; found: number | undefined; isNarrow: boolean } & Picking): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const [, go] = useLocation();
  const isActive = useActiveRun()?.runId === run.runId;
  const parentText = useParentText(run);
  const inUse = useInUse()(run);
  return (
    <Table.Tr onClick={() => go(`/runs/${run.runId}`)} style={{ cursor: 'pointer' }}>
      <Table.Td onClick={(event) => event.stopPropagation()}>
        <Checkbox
          size="xs"
          aria-label={t('runs.pickOne', { name: run.name })}
          checked={picked.includes(run.runId)}
          onChange={(event) => onPick(run.runId, event.currentTarget.checked)}
        />
      </Table.Td>
      <Table.Td px="2xs">
        <StarButton run={run} />
      </Table.Td>
      <Table.Th scope="row" fw={600}>
        <Group gap="xs">
          <Text component={Link} href={`/runs/${run.runId}`} size="sm" fw={600} c="var(--mantine-color-text)">
            {run.name}
          </Text>
          {inUse !== null && <Badge variant="light">{t(`runs.inUse.${inUse}`)}</Badge>}
        </Group>
        <Text size="xs" c="dimmed">
          {[
            ...(isActive ? [t('runs.shown')] : []),
            ...(run.forgotten === undefined ? [] : [t('privacy.runMarked')]),
            ...(run.marks.archived ? [t('runs.archived')] : []),
            ...(parentText === null ? [] : [parentText]),
          ].join(' · ')}
        </Text>
        {run.marks.note !== '' && (
          <Text size="xs" lineClamp={1}>
            {run.marks.note}
          </Text>
        )}
        {/* What all runs but those of a GPU have goes without saying. */}
        {exactnessOf(run.recipe) !== 'same' && <Exactness recipe={run.recipe} />}
        {isNarrow && (
          <Group gap="2xs" mt="3xs">
            {run.status !== 'finished' && <RunStatus status={run.status} />}
            <Text size="xs" c="dimmed">
              {run.dataset.name} · <span style={{ whiteSpace: 'nowrap' }}>{format.moment(run.createdAt)}</span>
            </Text>
          </Group>
        )}
      </Table.Th>
      <Table.Td ta="right" fw={600}>
        {format.score(run.metrics?.score)}
      </Table.Td>
      {!isNarrow && (
        <>
          <Table.Td ta="right" {...(found !== undefined && { title: t('ofHundred.found', { listed: found }) })}>
            {found === undefined ? '–' : t('runs.ofHundred', { listed: found })}
          </Table.Td>
          <Table.Td>
            <RunStatus status={run.status} />
          </Table.Td>
          <Table.Td miw={140}>{run.dataset.name}</Table.Td>
          <Table.Td style={{ whiteSpace: 'nowrap' }}>{format.moment(run.createdAt)}</Table.Td>
        </>
      )}
    </Table.Tr>
  );
}
