import { Button, Group, Kbd, Text } from '@mantine/core';
import type { HotkeyItem } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { keysOf } from '../../../renderer/components/shortcuts';
import { useKeys } from '../../../renderer/components/use-keys';
import { useTexts } from '../../../renderer/locales/use-texts';
import { DECISIONS } from '../contract/checks';
import { type QueueInput, useDecideAll } from './use-decide';

const KEYS = { fine: 'allFine', rule: 'allRule', again: 'allAgain' } as const;

/** Decides about all lists that are alike, at once. */
export function DecideAll({ runId, queue, count }: { runId: string; queue: QueueInput; count: number }): ReactNode {
  const t = useTexts();
  const { decideAll, error, isBusy } = useDecideAll(runId);
  const label = t('checks.alike.decide', { count });
  useKeys(
    DECISIONS.map((one): HotkeyItem => [
      keysOf(KEYS[one]).join('+'),
      () => void decideAll(queue, one),
      { usePhysicalKeys: true },
    ]),
  );
  return (
    <>
      <Group gap="2xs" role="group" aria-label={label}>
        <Text size="sm">{label}</Text>
        {DECISIONS.map((one) => (
          <Button
            key={one}
            size="compact-sm"
            variant="default"
            disabled={isBusy}
            rightSection={<Kbd size="xs">{keysOf(KEYS[one]).join('+')}</Kbd>}
            onClick={() => void decideAll(queue, one)}
          >
            {t(`checks.decisions.${one}`)}
          </Button>
        ))}
      </Group>
      {error !== null && <ErrorNotice title={t('checks.decideFailed')} error={error} />}
    </>
  );
}
