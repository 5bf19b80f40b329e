import { useInterval } from '@mantine/hooks';
import { useEffect, useState, type ReactNode } from 'react';
import { useTexts } from '../locales/use-texts';
import type { Work } from '../stores/activity';
import { secondsLeft } from '../stores/live-runs';
import { ProgressLine } from './ProgressLine';
import { usePhaseText } from './use-phase-text';

export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  const clock = useInterval(() => setNow(Date.now()), 1000);
  useEffect(() => {
    clock.start();
    return clock.stop;
  }, [clock.start, clock.stop]);
  return now;
}

export const workFraction = ({ progress }: Work): number =>
  progress === null || progress.total === 0 ? 0 : Math.min(1, progress.done / progress.total);

/** The progress of one piece of work in the activity store. */
export function WorkProgress({ work }: { work: Work }): ReactNode {
  const t = useTexts();
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
