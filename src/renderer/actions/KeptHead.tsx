import { Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useEngine, useShell } from '../connection/engine-context';
import { useTexts } from '../locales/use-texts';
import { addError, addNotice } from '../stores/notices';
import type { SignedHead } from '../../shared/contract/audit';

/** A head to copy or to save. A file holds the head as it is when it is written. */
export function KeptHead({ head: { text, size, key }, runId }: { head: SignedHead; runId: string }): ReactNode {
  const t = useTexts();
  const { client } = useEngine();
  const shell = useShell();
  const save = async (): Promise<void> => {
    try {
      const filter = { name: 'Text', extensions: ['txt'] };
      const out = await shell.user.pickSaveFile({ suggestedName: `${t('audit.fileName')}.txt`, filter });
      if (out !== null) addNotice(t('audit.headSaved', { path: (await client.heads.save({ runId, out })).path }));
    } catch (thrown) {
      addError(t('audit.headFailed'), thrown);
    }
  };
  return (
    <Stack gap="xs">
      <Text size="sm">{t('audit.headLead', { size })}</Text>
      <Code block aria-label={t('audit.head')} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {text}
      </Code>
      {key !== 'kept' && <Text size="sm">{t(`audit.keyMade.${key}`)}</Text>}
      <Group gap="xs">
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button size="xs" variant="default" onClick={copy}>
              {t(copied ? 'common.copied' : 'common.copy')}
            </Button>
          )}
        </CopyButton>
        <Button size="xs" variant="default" onClick={() => void save()}>
          {t('audit.saveHead')}
        </Button>
      </Group>
    </Stack>
  );
}
