import { Alert, Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { ErrorNotice } from '../../../../renderer/components/ErrorNotice';
import { useEngine, useShell } from '../../../../renderer/connection/engine-context';
import { useTexts } from '../../../../renderer/locales/use-texts';
import type { HeadComparison } from '../../../../shared/contract/audit';
import { LONGEST_HEAD } from '../../contract/limits';
import { headSentences, isHeld } from '../../words/head-sentences';

/** Holds the log of now against a head that somebody kept: its text, or its file. */
export function CompareHeads({ opened, onClose }: { opened: boolean; onClose: () => void }): ReactNode {
  const t = useTexts();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('audit.compareTitle')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <CompareForm />
    </Modal>
  );
}

function CompareForm(): ReactNode {
  const t = useTexts();
  const { client } = useEngine();
  const shell = useShell();
  const [text, setText] = useState('');
  const compare = useMutation({
    mutationFn: (kept: { text: string } | { file: string }) => client.heads.compare(kept),
  });
  const choose = async (): Promise<void> => {
    const file = await shell.user.pickFile({ name: 'Text', extensions: ['txt'] });
    if (file !== null) compare.mutate({ file });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') compare.mutate({ text });
      }}
    >
      <Stack gap="sm">
        <Textarea
          label={t('audit.paste')}
          description={t('audit.pasteHelp')}
          autosize
          minRows={5}
          maxRows={12}
          maxLength={LONGEST_HEAD}
          spellCheck={false}
          data-autofocus
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={() => void choose()}>
            {t('audit.chooseFile')}
          </Button>
          <Button type="submit" loading={compare.isPending} disabled={text.trim() === ''}>
            {t('audit.compareNow')}
          </Button>
        </Group>
        {compare.error !== null && <ErrorNotice title={t('audit.compareFailed')} error={compare.error} />}
        {compare.data !== undefined && <Compared comparison={compare.data} />}
      </Stack>
    </form>
  );
}

function Compared({ comparison }: { comparison: HeadComparison }): ReactNode {
  const t = useTexts();
  const [verdict, ...others] = headSentences(comparison, t);
  const good = isHeld(comparison);
  const Picture = good ? IconCircleCheck : IconCircleX;
  return (
    <Alert
      variant="light"
      {...(!good && { color: 'brick' })}
      role="status"
      icon={<Picture aria-hidden />}
      title={verdict}
      styles={{ title: { color: good ? 'var(--mantine-color-anchor)' : 'var(--shelfwise-warning)' } }}
    >
      {others.map((sentence) => (
        <Text key={sentence} size="sm" style={{ overflowWrap: 'anywhere' }}>
          {sentence}
        </Text>
      ))}
    </Alert>
  );
}
