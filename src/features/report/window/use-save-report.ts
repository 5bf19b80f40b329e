/**
 * Saves a report as an HTML file written by the engine. Success is announced with the path; an error stays in the
 * window.
 */
import { notifications } from '@mantine/notifications';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { ReportInput } from '../contract/report';
import { useEngine, useShell } from '../../../renderer/connection/engine-context';
import { useFileName } from '../../../renderer/actions/use-file-name';
import type { Run } from '../../../shared/contract/run-life';
import { addError } from '../../../renderer/stores/notices';

/** @param run of the report; undefined until it is read */
export function useSaveReport(input: ReportInput, run: Run | undefined): () => Promise<void> {
  const t = useTexts();
  const { client } = useEngine();
  const shell = useShell();
  const fileName = useFileName();
  return async () => {
    try {
      const out = await shell.user.pickSaveFile({
        suggestedName:
          run === undefined ? `${input.runId}.html` : fileName({ run, what: t('report.file'), extension: 'html' }),
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
