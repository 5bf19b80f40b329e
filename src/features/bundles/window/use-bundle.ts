/** Saves a run to one file. Success is announced with the path; an error stays in the window. */
import { notifications } from '@mantine/notifications';
import { useTexts } from '../../../renderer/locales/use-texts';
import { BUNDLE_EXTENSION, BUNDLE_FILTER } from '../../../shared/values/bundle-file';
import type { RunRecord } from '../../../shared/contract/run';
import { useEngine, useShell } from '../../../renderer/connection/engine-context';
import { runWork, throwIfFailed } from '../../../renderer/stores/activity';
import { useFileName } from '../../../renderer/actions/use-file-name';
import { addError } from '../../../renderer/stores/notices';

export function useBundle(run: RunRecord): (withData: boolean) => Promise<void> {
  const t = useTexts();
  const { client } = useEngine();
  const shell = useShell();
  const fileName = useFileName();
  return async (withData) => {
    try {
      const out = await shell.user.pickSaveFile({
        // Else the one that can be passed on and the one with all histories are taken for each other.
        suggestedName: fileName({ run, what: withData ? t('bundles.fileWithData') : '', extension: BUNDLE_EXTENSION }),
        filter: BUNDLE_FILTER,
      });
      if (out === null) return;
      const written = await runWork({ kind: 'bundle', subject: run.runId, name: run.name }, (options) =>
        client.runs.bundle({ runId: run.runId, out, withData }, options),
      );
      throwIfFailed('bundle', run.runId);
      if (written === null) return;
      const { path } = written;
      const closeButtonProps = { 'aria-label': t('common.close') };
      notifications.show({
        title: run.name,
        message: t('runs.bundled', { path }),
        autoClose: 12_000,
        closeButtonProps,
      });
      await shell.desktop?.showInFolder({ path });
    } catch (thrown) {
      addError(t('runs.bundleFailed'), thrown);
    }
  };
}
