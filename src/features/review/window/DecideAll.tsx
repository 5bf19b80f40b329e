import { Button, Group, Kbd, Text } from '@mantine/core';
import type { HotkeyItem } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { keysOf } from '../../../renderer/components/shortcuts';
import { useKeys } from '../../../renderer/components/use-keys';
import { useTexts } from '../../../renderer/locales/use-texts';
import { DECISIONS } from '../contract/checks';
import { type ReadLists, useDecideAll } from './use-decide';

const KEYS = { fine: 'allFine', rule: 'allRule', again: 'allAgain' } as const;

/**
 * Decides about many lists of a run at once.
 * @param read reads them, when a button or a key decides
 * @param label which lists
 * @param isSaid whether the label stands above already
 */
export function DecideAll({
  runId,
  read,
  label,
  isSaid = false,
}: {
  runId: string;
  read: ReadLists;
  label: string;
  isSaid?: boolean;
}): ReactNode {
  const t = useTexts();
  const { decideAll, error, isBusy } = useDecideAll(runId);
  useKeys(
    DECISIONS.map((one): HotkeyItem => [
      keysOf(KEYS[one]).join('+'),
      () => void decideAll(read, one),
      { usePhysicalKeys: true },
    ]),
  );
  return (
    <>
      <Group gap="2xs" role="group" aria-label={label}>
        {!isSaid && <Text size="sm">{label}</Text>}
        {DECISIONS.map((one) => (
          <Button
            key={one}
            size={isSaid ? 'sm' : 'compact-sm'}
            variant="default"
            disabled={isBusy}
            rightSection={<Kbd size="xs">{keysOf(KEYS[one]).join('+')}</Kbd>}
            onClick={() => void decideAll(read, one)}
          >
            {t(`checks.decisions.${one}`)}
          </Button>
        ))}
      </Group>
      {error !== null && <ErrorNotice title={t('checks.decideFailed')} error={error} />}
    </>
  );
}
