import { Button, Progress, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { Link } from 'wouter';
import type { Job } from '../../work-schemas';
import type { RunRecord } from '../../../shared/contract/run';
import { useNow, workFraction } from '../../../renderer/components/WorkProgress';
import { useFormat } from '../../../renderer/locales/format';
import { useActivity, type Work } from '../../../renderer/stores/activity';
import { useRuns } from '../../../renderer/stores/engine-data';
import { placeOf as placeOfJob } from '../../../renderer/stores/jobs';
import { secondsLeft, useLiveRun } from '../../../renderer/stores/live-runs';
import { useRunActions } from '../../../renderer/actions/use-run-actions';
import { useJobsElsewhere } from './use-jobs';
import classes from '../../../renderer/shell/Shell.module.css';

/** @param trials IDs of the runs that are trials of a sweep at work */
/**
 * The strip at the bottom that shows every training run and this window's other long work: progress, time left, Stop.
 */
export function ActivityStrip({ trials }: { trials: ReadonlySet<string> }): ReactNode {
  const t = useTexts();
  const { data: runs = [] } = useRuns();
  const works = useActivity((state) => state.works);
  // A sweep has its own strip: stopping one trial would stop the whole sweep.
  const running = runs.filter(({ status, runId }) => status === 'running' && !trials.has(runId));
  const own = Object.entries(works).filter(([, { state }]) => state.kind === 'running');
  const elsewhere = useJobsElsewhere();
  return (
    <div className={classes.activity}>
      {running.length + own.length + elsewhere.length === 0 && (
        <Text size="xs" c="dimmed">
          {t('shell.idle')}
        </Text>
      )}
      {running.map((run) => (
        <RunningRun key={run.runId} run={run} />
      ))}
      {own.map(([key, work]) => (
        <Strip
          key={key}
          place={placeOf(work)}
          label={t(`shell.work.${work.kind}`, { name: work.name })}
          fraction={workFraction(work)}
          since={{ at: work.startedAt, fraction: 0 }}
          stopping={work.state.kind === 'running' && work.state.stopping}
          onStop={work.stop}
        />
      ))}
      {elsewhere.map((job) => (
        <Elsewhere key={job.job} job={job} />
      ))}
    </div>
  );
}

/** Work of another program on this workspace: its progress and its Stop. */
function Elsewhere({ job: { name, work } }: { job: Job }): ReactNode {
  const t = useTexts();
  const place = placeOfJob(work);
  return (
    <div className={classes.work}>
      <Text component={Link} href={placeOf(place)} size="xs" fw={600} c="var(--mantine-color-text)">
        {t(`shell.work.${place.kind}`, { name })}
      </Text>
      <Text size="xs" c="dimmed">
        {t('shell.elsewhere')}
      </Text>
    </div>
  );
}

function placeOf({ kind, subject }: Pick<Work, 'kind' | 'subject'>): string {
  switch (kind) {
    case 'import':
    case 'add':
      return '/data';
    case 'verify':
      return `/runs/${subject}`;
    case 'leaderboard':
    case 'open':
      return '/runs';
    case 'rules':
      return '/rules';
    case 'again':
      return `/runs/compare/${subject}`;
    case 'bundle':
    case 'stability':
      return `/runs/${subject}`;
    case 'refresh':
      return '/refresh';
    case 'map':
      return '/map';
    case 'cluster':
      return '/train';
    case 'lists':
      return '/export';
    case 'sweep':
    case 'seeds':
      return '/train/sweep';
    case 'measure':
      return '/settings/device';
  }
}

function RunningRun({ run }: { run: RunRecord }): ReactNode {
  const t = useTexts();
  const live = useLiveRun(run.runId);
  const { stop } = useRunActions();
  return (
    <Strip
      place="/train"
      label={t('shell.work.train', { name: run.name })}
      fraction={live?.progress.fraction ?? 0}
      since={live === null ? null : { at: live.seenAt, fraction: live.seenFraction }}
      stopping={live?.stopping ?? false}
      onStop={() => void stop(run.runId)}
    />
  );
}

function Strip({
  place,
  label,
  fraction,
  since,
  stopping,
  onStop,
}: {
  place: string;
  label: string;
  fraction: number;
  since: { at: number; fraction: number } | null;
  stopping: boolean;
  onStop: () => void;
}): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const now = useNow();
  const left = since === null ? null : secondsLeft({ from: since.fraction, to: fraction }, (now - since.at) / 1000);
  return (
    <div className={classes.work}>
      <Text component={Link} href={place} size="xs" fw={600} c="var(--mantine-color-text)">
        {label}
      </Text>
      <Progress value={fraction * 100} w={120} size="sm" aria-label={label} />
      <Text size="xs" c="dimmed">
        {format.percent(fraction, 0)}
        {stopping
          ? ` · ${t('shell.stopping')}`
          : left === null
            ? ''
            : ` · ${t('common.timeLeft', { span: format.duration(left) })}`}
      </Text>
      {!stopping && (
        <Button size="compact-xs" variant="default" onClick={onStop} aria-label={`${t('common.stop')}: ${label}`}>
          {t('common.stop')}
        </Button>
      )}
    </div>
  );
}
