import { Button, Progress, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { Link } from 'wouter';
import type { Job } from '../../work-schemas';
import type { RunRecord } from '../../../shared/contract/run';
import type { Run } from '../../../shared/contract/run-life';
import { useNow, workFraction } from '../../../renderer/components/WorkProgress';
import { useFormat } from '../../../renderer/locales/format';
import { useActivity, type Work } from '../../../renderer/stores/activity';
import { useRuns } from '../../../renderer/stores/engine-data';
import { placeOf as placeOfJob } from '../../../renderer/stores/jobs';
import { secondsLeft, useLiveRun } from '../../../renderer/stores/live-runs';
import { useSecondsLeft } from '../../../renderer/stores/use-seconds-left';
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
  const own = Object.entries(works).filter(([, { state }]) => state.kind === 'running');
  const running = runs.filter(
    (run) => run.status === 'running' && !trials.has(run.runId) && !own.some(([, work]) => isPartOf(run, work)),
  );
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
        <OwnWork key={key} work={work} />
      ))}
      {elsewhere.map((job) => (
        <Elsewhere key={job.job} job={job} />
      ))}
    </div>
  );
}

/** Whether such work trains the run: its own strip counts that among its steps, and stopping the run would stop it. */
const isPartOf = ({ parent, createdAt, marks }: Run, { kind, subject, startedAt }: Work): boolean =>
  parent === subject &&
  ((kind === 'refresh' && Date.parse(createdAt) >= startedAt) || (kind === 'chance' && marks.archived));

function OwnWork({ work }: { work: Work }): ReactNode {
  const t = useTexts();
  const now = useNow();
  const fraction = workFraction(work);
  return (
    <Strip
      place={placeOf(work)}
      label={t(`shell.work.${work.kind}`, { name: work.name })}
      fraction={fraction}
      left={secondsLeft({ from: 0, to: fraction }, (now - work.startedAt) / 1000)}
      stopping={work.state.kind === 'running' && work.state.stopping}
      onStop={work.stop}
    />
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
    case 'again':
      return `/changes/${subject.replace(',', '/')}/runs`;
    case 'bundle':
    case 'condition':
    case 'fairness':
    case 'stability':
      return `/runs/${subject}`;
    case 'refresh':
    case 'chance':
      return '/week';
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
  const left = useSecondsLeft(run, useNow());
  return (
    <Strip
      place="/train"
      label={t('shell.work.train', { name: run.name })}
      fraction={live?.progress.fraction ?? 0}
      left={left}
      stopping={live?.stopping ?? false}
      onStop={() => void stop(run.runId)}
    />
  );
}

function Strip({
  place,
  label,
  fraction,
  left,
  stopping,
  onStop,
}: {
  place: string;
  label: string;
  fraction: number;
  /** Seconds; null while unknown. */
  left: number | null;
  stopping: boolean;
  onStop: () => void;
}): ReactNode {
  const t = useTexts();
  const format = useFormat();
  return (
    <div className={classes.work}>
      <Text component={Link} href={place} size="xs" fw={600} c="var(--mantine-color-text)">
        {label}
      </Text>
      <Progress value={fraction * 100} size="sm" aria-label={label} />
      <Text size="xs" c="dimmed" className={classes.told}>
        <span>{format.percent(fraction, 0)}</span>
        {(stopping || left !== null) && (
          <span>{stopping ? t('shell.stopping') : t('common.timeLeft', { span: format.duration(left!) })}</span>
        )}
      </Text>
      {!stopping && (
        <Button size="compact-xs" variant="default" onClick={onStop} aria-label={`${t('common.stop')}: ${label}`}>
          {t('common.stop')}
        </Button>
      )}
    </div>
  );
}
