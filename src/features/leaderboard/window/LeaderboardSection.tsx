import { Alert, Table, Text } from '@mantine/core';
import { IconListNumbers } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Dataset } from '../../../shared/contract/dataset';
import type { Leaderboard, LeaderboardRow } from '../contract/leaderboard';
import { qualityTexts } from '../../../shared/words/quality-text';
import { OnCluster, useOnCluster } from '../../../renderer/actions/OnCluster';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { ReasonedButton } from '../../../renderer/components/ReasonedButton';
import { Section } from '../../../renderer/components/Section';
import { useModelName } from '../../../renderer/components/use-model-name';
import { WorkProgress } from '../../../renderer/components/WorkProgress';
import { WideTable } from '../../../renderer/components/WideTable';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useEngineText } from '../../../renderer/locales/engine-text';
import { useFormat } from '../../../renderer/locales/format';
import { ConditionLines } from '../../condition/window/public';
import { runWork, useWork, type Work } from '../../../renderer/stores/activity';
import { workOn } from '../../../renderer/stores/jobs';
import { useActiveDataset } from '../../../renderer/stores/engine-data';

/** Every model, trained and measured on the same hold-out of the open data set. */
export function LeaderboardSection(): ReactNode {
  const dataset = useActiveDataset();
  return dataset === null ? null : <ForDataset dataset={dataset} />;
}

function ForDataset({ dataset }: { dataset: Dataset }): ReactNode {
  const t = useTexts();
  const { client } = useEngine();
  const work = useWork('leaderboard', dataset.fingerprint);
  const { on, blocked } = useOnCluster(dataset);
  const start = (): void => {
    const place = { kind: 'leaderboard', subject: dataset.fingerprint, name: dataset.name } as const;
    const request = { data: dataset.fingerprint, seeds: 1, seed: 1 };
    if (on !== null) void workOn(client, on, place, { kind: 'leaderboard', request });
    else void runWork(place, (options) => client.leaderboard(request, options));
  };
  const isDone = work?.state.kind === 'done';
  return (
    <Section
      title={t('runs.leaderboard')}
      description={t('runs.leaderboardHelp', { dataset: dataset.name })}
      flush={isDone}
      actions={
        work?.state.kind !== 'running' && (
          <ReasonedButton
            size="xs"
            variant="default"
            leftSection={<IconListNumbers size={14} aria-hidden />}
            reason={blocked}
            onClick={start}
          >
            {t(isDone ? 'runs.leaderboardAgain' : 'runs.leaderboardStart')}
          </ReasonedButton>
        )
      }
    >
      {work?.state.kind !== 'running' && !isDone && <OnCluster dataset={dataset} />}
      {work === null ? null : <LeaderboardState work={work} onRetry={start} />}
      <ConditionLines data={dataset.fingerprint} isInset={!isDone} />
    </Section>
  );
}

function LeaderboardState({ work, onRetry }: { work: Work<'leaderboard'>; onRetry: () => void }): ReactNode {
  const t = useTexts();
  switch (work.state.kind) {
    case 'running':
      return <WorkProgress work={work} />;
    case 'failed':
      return <ErrorNotice error={work.state.error} onRetry={onRetry} />;
    case 'stopped':
      return (
        <Alert variant="light" color="gray" role="status">
          {t('runs.leaderboardStopped')}
        </Alert>
      );
    case 'done':
      return <LeaderboardTable board={work.state.result} />;
  }
}

/**
 * Ranks the models. Coverage and novelty describe the lists of hold-out profiles here and are labelled so: a run's own
 * page describes the lists of all profiles.
 */
export function LeaderboardTable({ board }: { board: Leaderboard }): ReactNode {
  const t = useTexts();
  const rows = [...board.rows].sort((left, right) => right.score - left.score);
  return (
    <>
      <WideTable minWidth={760}>
        <Table horizontalSpacing="md">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('runs.model')}</Table.Th>
              {(['score', 'recall', 'ndcg', 'testCoverage', 'testNovelty'] as const).map((name) => (
                <Table.Th key={name} ta="right">
                  {t(`common.metrics.${name}`)}
                </Table.Th>
              ))}
              <Table.Th ta="right">{t('runs.toBest')}</Table.Th>
              <Table.Th ta="right">{t('runs.took')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <BoardLine key={row.model} row={row} best={row.toBest === null || !row.toBest.isCertain} />
            ))}
            {board.notPossible.map((refused) => (
              <RefusedLine key={refused.model} refused={refused} />
            ))}
          </Table.Tbody>
        </Table>
      </WideTable>
      <Text size="xs" c="dimmed" px="md" py="xs">
        {t('runs.leaderboardTested', { count: board.testProfiles })}
      </Text>
    </>
  );
}

function BoardLine({ row, best }: { row: LeaderboardRow; best: boolean }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const name = useModelName()(row.model);
  const quality = qualityTexts(row.quality, format);
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={best ? 600 : 400}>
        {name}
        <BesideLine beside={row.beside} />
      </Table.Th>
      <Table.Td ta="right" fw={best ? 600 : 400}>
        {format.score(row.score)}
        {row.deviation !== null && (
          <Text span size="xs" c="dimmed">
            {' '}
            {t('runs.plusMinus', { error: format.score(row.deviation) })}
          </Text>
        )}
      </Table.Td>
      <Table.Td ta="right">{format.score(row.recall)}</Table.Td>
      <Table.Td ta="right">{format.score(row.ndcg)}</Table.Td>
      <Table.Td ta="right">{quality.coverage}</Table.Td>
      <Table.Td ta="right">{quality.novelty}</Table.Td>
      <Table.Td ta="right">
        <ToBest interval={row.toBest} />
      </Table.Td>
      <Table.Td ta="right">{format.duration(row.seconds)}</Table.Td>
    </Table.Tr>
  );
}

/** The models beside the autoencoder that were taken, with their shares. */
function BesideLine({ beside }: Pick<LeaderboardRow, 'beside'>): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const taken = beside.filter(({ share }) => share > 0);
  if (taken.length === 0) return null;
  const texts = taken.map(({ model, share }) =>
    t('runs.companion', { model: t(`common.models.${model}`), share: format.percent(share, 0) }),
  );
  return (
    <Text size="xs" c="dimmed" fw={400}>
      {t('runs.leaderboardBeside', { models: texts.join(' · ') })}
    </Text>
  );
}

/** A model that cannot be trained on this much data, and why. */
function RefusedLine({ refused }: { refused: Leaderboard['notPossible'][number] }): ReactNode {
  const engineText = useEngineText();
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={600}>
        {useModelName()(refused.model)}
      </Table.Th>
      <Table.Td colSpan={7} c="dimmed">
        {engineText(refused)}
      </Table.Td>
    </Table.Tr>
  );
}

/** The 95 % interval of the difference to the best row, or a note that the two are about the same. */
function ToBest({ interval }: { interval: LeaderboardRow['toBest'] }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  if (interval === null) return t('runs.isBest');
  const [low, high] = [format.score(interval.low, 3), format.score(interval.high, 3)];
  return (
    <>
      {t('runs.interval', { low, high })}
      {!interval.isCertain && (
        <Text span size="xs" c="dimmed">
          {' '}
          {t('paired.same')}
        </Text>
      )}
    </>
  );
}
