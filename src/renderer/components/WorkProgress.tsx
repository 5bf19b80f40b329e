/** A piece of work of the activity store, while it runs. */
import { useInterval } from '@mantine/hooks';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Work } from '../stores/activity';
import { secondsLeft } from '../stores/live-runs';
import { ProgressLine } from './ProgressLine';

export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  const clock = useInterval(() => setNow(Date.now()), 1000);
  useEffect(() => {
    clock.start();
    return clock.stop;
  }, [clock.start, clock.stop]);
  return now;
}

const PHASES = ['look', 'read', 'clean', 'write', 'fingerprint', 'done', 'check', 'train', 'leaderboard'] as const;

/** Phases whose detail (a file, a model, an epoch) says more than the phase itself. */
const TELLING: readonly string[] = ['read', 'train', 'leaderboard'];

export function usePhaseText(): (phase: string, detail: string) => string {
  const { t } = useTranslation();
  return (phase, detail) => {
    const known = PHASES.find((name) => name === phase);
    const words = known === undefined ? phase : t(`shell.phases.${known}`);
    return detail === '' || !TELLING.includes(phase) ? words : `${words} · ${detail}`;
  };
}

export const workFraction = ({ progress }: Work): number =>
  progress === null || progress.total === 0 ? 0 : Math.min(1, progress.done / progress.total);

export function WorkProgress({ work }: { work: Work }): ReactNode {
  const { t } = useTranslation();
  const phase = usePhaseText();
  const now = useNow();
  const fraction = workFraction(work);
  if (work.state.kind !== 'running') return null;
  return (
    <ProgressLine
      label={t(`shell.work.${work.kind}`, { name: work.name })}
      detail={work.progress === null ? '' : phase(work.progress.phase, work.progress.detail)}
      fraction={fraction}
      secondsLeft={secondsLeft({ from: 0, to: fraction }, (now - work.startedAt) / 1000)}
      stopping={work.state.stopping}
      onStop={work.stop}
    />
  );
}
