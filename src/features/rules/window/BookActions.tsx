import { ActionIcon, Button, Group, Kbd, Text, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { keysOf } from '../../../renderer/components/shortcuts';
import { useKeys } from '../../../renderer/components/use-keys';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Book } from './use-book';

/** Whether what one sees is saved, with Undo and Redo. */
export function BookActions({ book: { steps, isSaving, error, revision } }: { book: Book }): ReactNode {
  const t = useTexts();
  const undo = (): void => void (steps.canUndo && steps.step('back'));
  const redo = (): void => void (steps.canRedo && steps.step('forward'));
  useKeys([
    ['mod+Z', undo, { usePhysicalKeys: true }],
    ['mod+shift+Z', redo, { usePhysicalKeys: true }],
  ]);
  const isSaved = !isSaving && error === null && revision > 0;
  return (
    <Group gap="xs" wrap="nowrap">
      <Text size="sm" c="dimmed" role="status">
        {isSaved && (
          <>
            <IconCheck size={14} aria-hidden /> {t('rules.saved')}
          </>
        )}
      </Text>
      <Button
        variant="default"
        leftSection={<IconArrowBackUp size={16} aria-hidden />}
        rightSection={
          <Kbd size="sm" aria-hidden>
            {keysOf('undo').join(' ')}
          </Kbd>
        }
        aria-keyshortcuts="Control+Z"
        disabled={!steps.canUndo}
        onClick={undo}
      >
        {t('versions.undo')}
      </Button>
      <Tooltip label={t('rules.redo')}>
        <ActionIcon
          size={36}
          variant="default"
          aria-label={t('rules.redo')}
          aria-keyshortcuts="Control+Shift+Z"
          disabled={!steps.canRedo}
          onClick={redo}
        >
          <IconArrowForwardUp size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}
