import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { BackToRuns } from '../../../renderer/actions/BackToRuns';
import { useTexts } from '../../../renderer/locales/use-texts';
import { useLocation, useParams } from 'wouter';
import type { Run } from '../../../shared/contract/run-life';
import { toShelfwiseError } from '../../../shared/errors';
import { EmptyState } from '../../../renderer/components/EmptyState';
import { Query } from '../../../renderer/components/Query';
import { RunCurves } from '../../../renderer/components/RunCurves';
import { RunStatus } from '../../../renderer/components/RunStatus';
import { Screen } from '../../../renderer/components/Screen';
import { Section } from '../../../renderer/components/Section';
import { useFormat } from '../../../renderer/locales/format';
import { useEpochs, useRun } from '../../../renderer/stores/engine-data';
import { useInUse } from '../../../renderer/stores/use-in-use';
import { BESIDE, BELOW_CURVES, ON_TOP, UNDER_ALL } from '../../run-sections';
import { RunActions } from './RunActions';
import classes from './Runs.module.css';

/** One run: how it ended, its scores, its differences from its parent, whether it can be repeated, and its record. */
export function RunScreen(): ReactNode {
  const { runId } = useParams<{ runId: string }>();
  const t = useTexts();
  const run = useRun(runId);
  const [, go] = useLocation();
  if (run.data === undefined)
    return (
      <Screen title={t('shell.screen.runs')} subtitle={<BackToRuns />}>
        {run.error !== null && toShelfwiseError(run.error).code === 'not-found' ? (
          <EmptyState
            scene="gone"
            title={t('runs.gone')}
            body={t('runs.goneBody')}
            action={{
              label: t('shell.shortcuts.goTo', { screen: t('shell.screen.settings') }),
              onClick: () => go('/settings'),
            }}
          />
        ) : (
          <Query of={run} lines={10}>
            {() => null}
          </Query>
        )}
      </Screen>
    );
  return <OpenRun key={runId} run={run.data} />;
}

function OpenRun({ run }: { run: Run }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const inUse = useInUse()(run);
  const { data: epochs = [] } = useEpochs(run.runId);
  return (
    <Screen
      title={run.name}
      subtitle={
        <Group gap="sm">
          <BackToRuns />
          <RunStatus status={run.status} />
          <span>
            {[
              t(`common.models.${run.model}`),
              run.dataset.name,
              format.moment(run.createdAt),
              ...(inUse === null ? [] : [t(`runs.inUse.${inUse}`)]),
            ].join(' · ')}
          </span>
        </Group>
      }
      actions={<RunActions run={run} />}
    >
      {ON_TOP.map(({ name, Part }) => (
        <Part key={name} run={run} />
      ))}
      <div className={classes.columns}>
        <div className={classes.column}>
          {epochs.length > 0 && (
            <Section title={t('runs.curves')}>
              <RunCurves epochs={epochs} height={156} />
            </Section>
          )}
          {BELOW_CURVES.map(({ name, Part }) => (
            <Part key={name} run={run} />
          ))}
        </div>
        <div className={classes.column}>
          {BESIDE.map(({ name, Part }) => (
            <Part key={name} run={run} />
          ))}
        </div>
      </div>
      {UNDER_ALL.map(({ name, Part }) => (
        <Part key={name} run={run} />
      ))}
    </Screen>
  );
}
