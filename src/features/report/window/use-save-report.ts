/**
 * Saves a report as an HTML file written by the engine. Success is announced with the path; an error stays in the
 * window.
 */
import { notifications } from '@mantine/notifications';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { ReportInput } from '../contract/report';
import { useEngine, useShell } from '../../../renderer/connection/engine-context';
import { addError } from '../../../renderer/stores/notices';

export function useSaveReport(input: ReportInput): () => Promise<void> {
  const t = useTexts();
  const { client } = useEngine();
  const shell = useShell();
  return async () => {
    try {
      const out = await shell.user.pickSaveFile({
        suggestedName: `${input.runId}.html`,
        filter: { name: 'HTML', extensions: ['html'] },
      });
      if (out === null) return;
      const { path } = await client.runs.saveReport({ ...input, out });
      notifications.show({
        message: t('report.saved', { path }),
        autoClose: 12_000,
        closeButtonProps: { 'aria-label': t('common.close') },
      });
      await shell.desktop?.showInFolder({ path });
    } catch (thrown) {
      addError(t('report.saveFailed'), thrown);
    }
  };
}
