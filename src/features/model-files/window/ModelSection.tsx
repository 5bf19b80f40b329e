import { Alert, Button, Code, Stack, Text } from '@mantine/core';
import { IconPackageExport } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useFileName } from '../../../renderer/actions/use-file-name';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { ModelFolder, ModelPart } from '../contract/model-folder';
import type { Run } from '../../../shared/contract/run-life';
import { undecidedText } from '../../../shared/words/brought-text';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { Hash } from '../../../renderer/components/Hash';
import { ReasonedButton } from '../../../renderer/components/ReasonedButton';
import { Section } from '../../../renderer/components/Section';
import { useModelName } from '../../../renderer/components/use-model-name';
import { useEngine, useShell } from '../../../renderer/connection/engine-context';

/**
 * Saves the model of a run as files for other programs: what they contain, where they are, or why they cannot be
 * written.
 */
export function ModelSection({ run }: { run: Run }): ReactNode {
  const t = useTexts();
  const { save, saved, error, isBusy } = useSave(run);
  const blocked =
    run.status === 'running'
      ? t('runs.verifyBlocked.running')
      : run.weightsSha256 === null
        ? t('runs.verifyBlocked.noModel')
        : undecidedText(run.brought, { t });
  return (
    <Section title={t('runs.modelFiles.title')} description={t('runs.modelFiles.help')}>
      <Stack gap="sm">
        <Text size="sm">{t('runs.modelFiles.notIn')}</Text>
        {error !== null && <ErrorNotice title={t('runs.modelFiles.failed')} error={error} onRetry={save} />}
        {saved !== null && <Saved saved={saved} />}
        <div>
          <ReasonedButton
            size="xs"
            variant="default"
            reason={blocked}
            loading={isBusy}
            leftSection={<IconPackageExport size={14} aria-hidden />}
            onClick={save}
          >
            {t('runs.modelFiles.save')}
          </ReasonedButton>
        </div>
      </Stack>
    </Section>
  );
}

function useSave(run: Run): {
  save: () => void;
  saved: ModelFolder | null;
  error: unknown;
  isBusy: boolean;
} {
  const t = useTexts();
  const { client } = useEngine();
  const shell = useShell();
  const fileName = useFileName();
  const [saved, setSaved] = useState<ModelFolder | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    try {
      // A folder has no extension; the dialog shows existing entries, so that the user picks a new name.
      const filter = { name: t('runs.modelFiles.folder'), extensions: ['*'] };
      const out = await shell.user.pickSaveFile({
        suggestedName: fileName({ run, what: t('runs.modelFiles.file'), extension: null }),
        filter,
      });
      if (out === null) return;
      setBusy(true);
      setError(null);
      setSaved(null);
      setSaved(await client.runs.saveModel({ runId: run.runId, out }));
    } catch (thrown) {
      setError(thrown);
    }
    setBusy(false);
  };
  return { save: () => void save(), saved, error, isBusy };
}

function Saved({ saved: { path, parts, files } }: { saved: ModelFolder }): ReactNode {
  const t = useTexts();
  const { desktop } = useShell();
  const partText = usePartText();
  return (
    <Alert variant="light" role="status">
      <Stack gap="xs">
        <Text size="sm" fw={600}>
          {t('runs.modelFiles.saved')}
        </Text>
        <Code style={{ overflowWrap: 'anywhere' }}>{path}</Code>
        <div>
          <Text size="sm">{t('runs.modelFiles.isIn')}</Text>
          <ul style={LIST}>
            {parts.map((part, place) => (
              <li key={part}>
                <Text size="sm">{partText(part, place === 0)}</Text>
              </li>
            ))}
          </ul>
        </div>
        <ul style={LIST}>
          {files.map(({ name, sha256 }) => (
            <li key={name}>
              <Text span size="sm">
                {name}
              </Text>{' '}
              <Hash value={sha256} />
            </li>
          ))}
        </ul>
        {desktop !== null && (
          <div>
            <Button size="compact-sm" variant="default" onClick={() => void desktop.showInFolder({ path })}>
              {t('common.showInFolder')}
            </Button>
          </div>
        )}
      </Stack>
    </Alert>
  );
}

const LIST = { margin: 0, paddingInlineStart: 20 };

function usePartText(): (part: ModelPart, isFirst: boolean) => string {
  const t = useTexts();
  const modelName = useModelName();
  return (part, isFirst) => {
    if (part === 'peers' || part === 'trend-part') return t(`runs.modelFiles.parts.${part}`);
    return isFirst ? modelName(part) : t('runs.modelFiles.parts.companion', { model: modelName(part) });
  };
}
