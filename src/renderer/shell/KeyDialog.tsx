import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../locales/use-texts';
import { useLast } from '../components/use-last';
import { useKeyQuestion, type KeyQuestion } from '../stores/key-question';

/** Says what a key file of pseudonyms is for, before the user picks or creates one. */
export function KeyDialog(): ReactNode {
  const t = useTexts();
  const open = useKeyQuestion((state) => state.open);
  const shown = useLast(open);
  return (
    <Modal
      opened={open !== null}
      onClose={() => open?.answer(null)}
      title={shown !== null && t(`pseudonyms.titles.${shown.purpose}`)}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {shown !== null && <Question {...shown} />}
    </Modal>
  );
}

function Question({ purpose, name, answer }: KeyQuestion): ReactNode {
  const t = useTexts();
  return (
    <Stack gap="md">
      <Text size="sm">{t(`pseudonyms.leads.${purpose}`, { name })}</Text>
      {purpose === 'import' && (
        <Text size="sm" c="dimmed">
          {t('pseudonyms.keepIt')}
        </Text>
      )}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={() => answer(null)}>
          {t('common.cancel')}
        </Button>
        {purpose === 'import' && (
          <Button variant="default" onClick={() => answer('choose')}>
            {t('pseudonyms.useMine')}
          </Button>
        )}
        <Button data-autofocus onClick={() => answer(purpose === 'import' ? 'make' : 'choose')}>
          {t(purpose === 'import' ? 'pseudonyms.make' : 'pseudonyms.choose')}
        </Button>
      </Group>
    </Stack>
  );
}
