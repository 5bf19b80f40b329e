import { Anchor, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { useFormat } from '../../../renderer/locales/format';
import { useTexts } from '../../../renderer/locales/use-texts';
import { MEASURED_BY_ITSELF } from '../contract/limits';
import type { MeasuredChance } from './use-chance';

/** Until it is known what is chance: that it is being measured and how long that takes, or why it is not, with the way to begin or to stop it. */
export function ChanceLine({ measured: { seconds, work, isStopped, start } }: { measured: MeasuredChance }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  if (seconds === null) return <Line text={t('changes.chance.never')} />;
  const time = format.duration(Math.round(seconds));
  const kind = work?.state.kind;
  if (work?.state.kind === 'failed') return <ErrorNotice error={work.state.error} onRetry={start} />;
  if (kind === 'running')
    return (
      <Line
        text={t(work!.progress?.phase === 'turn' ? 'changes.chance.turn' : 'changes.chance.measuring', { time })}
        act={{ label: t('common.stop'), run: work!.stop }}
      />
    );
  const isLong = seconds > MEASURED_BY_ITSELF;
  return (
    <Line
      text={t(isStopped ? 'changes.chance.stopped' : isLong ? 'changes.chance.long' : 'changes.chance.soon', {
        time,
        limit: format.duration(MEASURED_BY_ITSELF),
      })}
      act={{ label: t('changes.chance.measure'), run: start }}
    />
  );
}

function Line({ text, act }: { text: string; act?: { label: string; run: () => void } }): ReactNode {
  return (
    <Text size="sm" c="dimmed" role="status">
      {text}{' '}
      {act !== undefined && (
        <Anchor component="button" type="button" size="sm" underline="always" onClick={act.run}>
          {act.label}
        </Anchor>
      )}
    </Text>
  );
}
