import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconFileDescription } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { KeyValue } from '../../../renderer/components/KeyValue';
import { Section } from '../../../renderer/components/Section';
import { useEngine, useShell } from '../../../renderer/connection/engine-context';

/** What to send when asking for help: a diagnosis file without the user's data, and the path of the log. */
export function HelpSection(): ReactNode {
  const t = useTexts();
  const { client } = useEngine();
  const shell = useShell();
  const host = useQuery({ queryKey: ['shell', 'describe'], queryFn: () => shell.host.describe(), staleTime: Infinity });
  const saving = useMutation({
    mutationFn: async (): Promise<{ path: string } | null> => {
      const out = await shell.user.pickSaveFile({
        suggestedName: 'shelfwise-diagnostics.json',
        filter: { name: 'JSON', extensions: ['json'] },
      });
      return out === null ? null : client.device.saveDiagnostics({ out });
    },
  });
  return (
    <Section title={t('device.help')} description={t('device.helpHelp')}>
      <Stack gap="sm" align="flex-start">
        <KeyValue facts={[[t('device.log'), host.data?.logFile ?? t('device.logOnTerminal')]]} />
        <Button
          size="xs"
          variant="default"
          loading={saving.isPending}
          leftSection={<IconFileDescription size={14} aria-hidden />}
          onClick={() => saving.mutate()}
        >
          {t('device.save')}
        </Button>
        {saving.error !== null && <ErrorNotice error={saving.error} onRetry={() => saving.mutate()} />}
        {saving.data && (
          <Alert variant="light" role="status" icon={<IconCircleCheck aria-hidden />} title={t('device.saved')}>
            <Text size="sm">{saving.data.path}</Text>
          </Alert>
        )}
      </Stack>
    </Section>
  );
}
