/** Rules that come from a file, and those that go into one. */
import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconFileExport, IconFileImport } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { mergeRules, type Rule, type RuleSet } from '../../../shared/contract';
import { ErrorNotice } from '../../components/ErrorNotice';
import { ReasonedButton } from '../../components/ReasonedButton';
import { useEngine, useShell } from '../../connection/engine-context';

const JSON_FILE = { name: 'JSON', extensions: ['json'] };

type Answer =
  | { kind: 'read'; given: RuleSet; added: number; differing: readonly string[] }
  | { kind: 'written'; path: string }
  | { kind: 'failed'; of: 'import' | 'export'; error: unknown };

export function RuleFiles({
  data,
  set,
  isSaved,
  onRead,
}: {
  data: string;
  set: RuleSet;
  isSaved: boolean;
  onRead: (rules: readonly Rule[]) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { client } = useEngine();
  const shell = useShell();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const read = async (): Promise<void> => {
    setAnswer(null);
    try {
      const file = await shell.user.pickFile(JSON_FILE);
      if (file === null) return;
      const { set: given } = await client.rules.readFile({ data, file });
      const merged = mergeRules(set, given, 'saved');
      if (merged.added.length > 0) onRead(merged.set.rules);
      setAnswer({ kind: 'read', given, added: merged.added.length, differing: merged.differing });
    } catch (error) {
      setAnswer({ kind: 'failed', of: 'import', error });
    }
  };
  const write = async (): Promise<void> => {
    setAnswer(null);
    try {
      const out = await shell.user.pickSaveFile({ suggestedName: 'rules.json', filter: JSON_FILE });
      if (out === null) return;
      const { path } = await client.rules.saveFile({ data, out });
      setAnswer({ kind: 'written', path });
    } catch (error) {
      setAnswer({ kind: 'failed', of: 'export', error });
    }
  };
  const nameOf = (id: string): string => set.rules.find((rule) => rule.id === id)?.name ?? id;
  return (
    <Stack gap="xs" align="flex-end">
      <Button.Group>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconFileImport size={14} aria-hidden />}
          onClick={() => void read()}
        >
          {t('rules.import')}
        </Button>
        <ReasonedButton
          size="xs"
          variant="default"
          leftSection={<IconFileExport size={14} aria-hidden />}
          reason={isSaved ? null : t('rules.saveFirst')}
          below
          onClick={() => void write()}
        >
          {t('rules.export')}
        </ReasonedButton>
      </Button.Group>
      {answer?.kind === 'failed' && (
        <ErrorNotice
          title={t(answer.of === 'import' ? 'rules.importFailed' : 'rules.exportFailed')}
          error={answer.error}
        />
      )}
      {answer?.kind === 'written' && (
        <Text size="sm" role="status">
          {t('rules.exported', { path: answer.path })}
        </Text>
      )}
      {answer?.kind === 'read' && (
        <Alert variant="light" role="status" py="xs" color={answer.differing.length > 0 ? 'yellow' : undefined}>
          {t('rules.imported', { count: answer.added })}
          {answer.differing.length > 0 && (
            <>
              <div>
                {t('rules.differing', {
                  count: answer.differing.length,
                  names: answer.differing.map(nameOf).join(', '),
                })}
              </div>
              <Button
                size="compact-xs"
                variant="default"
                mt="2xs"
                onClick={() => {
                  onRead(mergeRules(set, answer.given, 'given').set.rules);
                  setAnswer(null);
                }}
              >
                {t('rules.takeTheirs')}
              </Button>
            </>
          )}
        </Alert>
      )}
    </Stack>
  );
}
