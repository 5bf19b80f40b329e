import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { IconPlayerStop } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../locales/use-texts';
import { useFormat } from '../locales/format';

interface Properties {
  label: string;
  detail?: string;
  /** 0 to 1. */
  fraction: number;
  secondsLeft: number | null;
  stopping: boolean;
  onStop?: () => void;
}

/** The progress of long work: what it does, per cent, time left, Stop. Announced politely to screen readers. */
export function ProgressLine({ label, detail, fraction, secondsLeft, stopping, onStop }: Properties): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const percent = format.percent(fraction, 0);
  const left =
    secondsLeft === null ? t('common.timeLeftUnknown') : t('common.timeLeft', { span: format.duration(secondsLeft) });
  return (
    <Stack gap="xs">
      <Group justify="space-between" gap="sm" wrap="nowrap">
        <Text size="sm" fw={600} truncate miw={0}>
          {label}
        </Text>
        <Group gap="sm" wrap="nowrap" style={{ flexShrink: 0 }}>
          <Text size="sm" c="dimmed">
            {percent} · {stopping ? t('shell.stopping') : left}
          </Text>
          {onStop !== undefined && !stopping && (
            <Button
              size="compact-xs"
              variant="default"
              leftSection={<IconPlayerStop size={12} aria-hidden />}
              onClick={onStop}
            >
              {t('common.stop')}
            </Button>
          )}
        </Group>
      </Group>
      <Progress value={fraction * 100} size="sm" aria-label={label} />
      {detail !== undefined && detail !== '' && (
        <Text size="xs" c="dimmed" truncate>
          {detail}
        </Text>
      )}
      <span className="shelfwise-visually-hidden" role="status">
        {`${label}: ${format.percent(Math.floor(fraction * 10) / 10, 0)}`}
      </span>
    </Stack>
  );
}
