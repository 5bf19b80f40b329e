import { Button, Group, Switch } from '@mantine/core';
import { IconArrowsLeftRight, IconFileZip, IconSchool } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { useLocation } from 'wouter';
import type { Run } from '../../../shared/contract/run-life';
import { EmptyState } from '../../../renderer/components/EmptyState';
import { Query } from '../../../renderer/components/Query';
import { ReasonedButton } from '../../../renderer/components/ReasonedButton';
import { Screen } from '../../../renderer/components/Screen';
import { Section } from '../../../renderer/components/Section';
import { useOpenings } from '../../../renderer/actions/use-opening';
import { useActiveDataset, useRuns } from '../../../renderer/stores/engine-data';
import { useInUse } from '../../../renderer/stores/use-in-use';
import { useRunActions } from '../../../renderer/actions/use-run-actions';
import { DamagedRuns } from '../../../renderer/components/DamagedRuns';
import { LeaderboardSection } from '../../leaderboard/window/public';
import { EarlierRuns } from './EarlierRuns';
import { RunsTable } from './RunsTable';

/** The earliest run is the baseline of the comparison. */
const earliestFirst = (runs: readonly Run[], picked: readonly string[]): string[] =>
  runs
    .filter(({ runId }) => picked.includes(runId))
    .toSorted((one, other) => Date.parse(one.createdAt) - Date.parse(other.createdAt))
    .map(({ runId }) => runId);

/** Every model, the one in use first, then the newest, with what tells them apart; and all models side by side. */
export function RunsScreen(): ReactNode {
  const t = useTexts();
  const [, go] = useLocation();
  const { openBundle } = useOpenings();
  const { remove } = useRunActions();
  const dataset = useActiveDataset();
  const runs = useRuns();
  const [onlyOpen, setOnlyOpen] = useState(false);
  const [withArchived, setWithArchived] = useState(false);
  const [picked, setPicked] = useState<readonly string[]>([]);
  const inUseOf = useInUse();
  return (
    <Screen
      title={t('shell.screen.runs')}
      subtitle={runs.data?.length ? t('runs.lead', { count: runs.data.length }) : undefined}
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconFileZip size={16} aria-hidden />}
            onClick={() => void openBundle()}
          >
            {t('runs.openBundle')}
          </Button>
          {/* The button in the middle of an empty screen. */}
          {runs.data?.length !== 0 && (
            <Button leftSection={<IconSchool size={16} aria-hidden />} onClick={() => go('/train')}>
              {t('runs.train')}
            </Button>
          )}
        </>
      }
    >
      <DamagedRuns onRemove={(runId) => void remove(runId)} />
      <Query of={runs} lines={8}>
        {(all) => {
          if (all.length === 0)
            return (
              <EmptyState
                scene="model"
                title={t('runs.empty')}
                body={t('runs.emptyBody')}
                action={{ label: t('runs.train'), onClick: () => go('/train') }}
              />
            );
          const archived = all.filter(({ marks }) => marks.archived).length;
          const shown = all.filter(
            ({ dataset: { fingerprint }, marks }) =>
              (!onlyOpen || fingerprint === dataset?.fingerprint) && (withArchived || !marks.archived),
          );
          return (
            <Section
              title={t('runs.back')}
              flush
              actions={
                <Group gap="md">
                  {archived > 0 && (
                    <Switch
                      size="xs"
                      label={t('runs.withArchived', { count: archived })}
                      checked={withArchived}
                      onChange={(event) => setWithArchived(event.currentTarget.checked)}
                    />
                  )}
                  {dataset !== null && (
                    <Switch
                      size="xs"
                      label={t('runs.onlyOpen')}
                      checked={onlyOpen}
                      onChange={(event) => setOnlyOpen(event.currentTarget.checked)}
                    />
                  )}
                </Group>
              }
            >
              <RunsTable
                runs={shown.toSorted((left, right) => Number(inUseOf(right) !== null) - Number(inUseOf(left) !== null))}
                picked={picked}
                onPick={(runId, isPicked) =>
                  setPicked((before) => (isPicked ? [...before, runId] : before.filter((other) => other !== runId)))
                }
              />
              {all.length > 1 && (
                <Group px="md" py="xs">
                  <ReasonedButton
                    size="xs"
                    reason={picked.length === 2 ? null : t('changes.blocked')}
                    leftSection={<IconArrowsLeftRight size={14} aria-hidden />}
                    onClick={() => go(`/changes/${earliestFirst(all, picked).join('/')}/runs`)}
                  >
                    {t('runs.compare')}
                  </ReasonedButton>
                </Group>
              )}
            </Section>
          );
        }}
      </Query>
      <LeaderboardSection />
      <EarlierRuns onRemove={(runId) => void remove(runId)} />
    </Screen>
  );
}
